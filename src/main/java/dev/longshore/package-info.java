/** Starts Longshore: arguments, the JavaFX application, and the one place that puts the parts together. */
@NullMarked
package dev.longshore;

import org.jspecify.annotations.NullMarked;
