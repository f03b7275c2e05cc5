/** Controls that several screens use. */
@NullMarked
package dev.longshore.ui.control;

import org.jspecify.annotations.NullMarked;
