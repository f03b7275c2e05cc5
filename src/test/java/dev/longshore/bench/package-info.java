/** What is measured, each figure against something measured in the same run; started by {@code ./mvnw -Pbench}. */
@NullMarked
package dev.longshore.bench;

import org.jspecify.annotations.NullMarked;
