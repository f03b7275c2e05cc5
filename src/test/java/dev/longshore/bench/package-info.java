/**
 * What is measured, each figure against something measured in the same run; started by {@code ./mvnw -Pbench}. What
 * concerns the packaged program needs it in {@code target/package} and a display.
 */
@NullMarked
package dev.longshore.bench;

import org.jspecify.annotations.NullMarked;
