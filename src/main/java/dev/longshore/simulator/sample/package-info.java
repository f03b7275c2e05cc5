/** The sample organisation of the demonstration, with its history. */
@NullMarked
package dev.longshore.simulator.sample;

import org.jspecify.annotations.NullMarked;
