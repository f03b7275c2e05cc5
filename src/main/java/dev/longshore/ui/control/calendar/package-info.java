/** The cleanup calendar: month, week and agenda of what is due, which one can act on. */
@NullMarked
package dev.longshore.ui.control.calendar;

import org.jspecify.annotations.NullMarked;
