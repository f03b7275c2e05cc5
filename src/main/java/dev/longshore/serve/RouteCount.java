package dev.longshore.serve;

/**
 * How the messages of one route have fared since the program was started.
 *
 * @param route its name
 * @param sent how many arrived
 * @param failed how many tries did not
 * @param waiting how many are still to be sent
 */
public record RouteCount(String route, long sent, long failed, long waiting) {}
