/**
 * The language of the domain: what the Sideloader part of the Astra DevOps API calls its things, and the rules of a
 * migration's lifecycle. Values and pure functions only; nothing here reads a clock, a file or a socket.
 */
@NullMarked
package dev.longshore.model;

import org.jspecify.annotations.NullMarked;
