/** The time axis that timeline and plot share: the visible window of time, its scale and its ticks. */
@NullMarked
package dev.longshore.ui.control.axis;

import org.jspecify.annotations.NullMarked;
