/** Which action is allowed in which situation, and what became of a command. */
@NullMarked
package dev.longshore.model.lifecycle;

import org.jspecify.annotations.NullMarked;
