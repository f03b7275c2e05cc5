/** Holds the simulator to the service's documentation, over HTTP and by its simulated clock. */
@NullMarked
package dev.longshore.simulator;

import org.jspecify.annotations.NullMarked;
