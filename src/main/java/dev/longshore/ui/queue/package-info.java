/** The import queue: per database what imports and what waits, and why. */
@NullMarked
package dev.longshore.ui.queue;

import org.jspecify.annotations.NullMarked;
