/** The faults the simulator can be told to cause, and which requests they affect. */
@NullMarked
package dev.longshore.simulator.faults;

import org.jspecify.annotations.NullMarked;
