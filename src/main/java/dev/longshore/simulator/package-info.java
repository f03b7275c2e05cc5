/**
 * The Sideloader part of the Astra DevOps API as a real HTTP server on a loopback port, for demonstrations and tests.
 *
 * <p>Written from the service's documentation alone and sharing no code with the client, so that neither side can hide
 * the other's mistake. Time is simulated: every answer is worked out for the simulated instant at which it is asked for.
 *
 * <p>Besides the service's own paths there is a control interface for people and tests in other processes; it needs no
 * token and tells no secret:
 *
 * <table>
 *   <caption>Control interface</caption>
 *   <tr><td>{@code GET /simulator/clock}</td><td>the simulated instant and the speed</td></tr>
 *   <tr><td>{@code POST /simulator/clock/advance?by=PT6H}</td><td>moves time forward</td></tr>
 *   <tr><td>{@code POST /simulator/clock/speed?times=60}</td><td>changes the speed; 0 stops time</td></tr>
 *   <tr><td>{@code GET /simulator/migrations}</td><td>the sample organisation: database, migration and suggested name</td></tr>
 *   <tr><td>{@code GET /simulator/requests}</td><td>what was asked for so far; {@code DELETE} forgets it</td></tr>
 *   <tr><td>{@code POST /simulator/faults}</td><td>adds a fault with its aim, as JSON</td></tr>
 *   <tr><td>{@code GET /simulator/faults}</td><td>the faults waiting to happen; {@code DELETE} takes all back</td></tr>
 *   <tr><td>{@code POST /simulator/imports/MIGRATION?failAt=0.4&reason=TEXT&length=PT10H}</td>
 *       <td>how the next import of a migration will go</td></tr>
 * </table>
 */
@NullMarked
package dev.longshore.simulator;

import org.jspecify.annotations.NullMarked;
