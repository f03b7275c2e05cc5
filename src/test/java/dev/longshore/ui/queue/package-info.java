/** The queue of imports as its view model has it. */
@NullMarked
package dev.longshore.ui.queue;

import org.jspecify.annotations.NullMarked;
