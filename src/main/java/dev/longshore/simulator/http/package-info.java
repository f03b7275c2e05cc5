/** The simulator's small HTTP server: requests read, matched to an operation and logged, responses written. */
@NullMarked
package dev.longshore.simulator.http;

import org.jspecify.annotations.NullMarked;
