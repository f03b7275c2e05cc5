@NullMarked
package dev.longshore.calendarfile;

import org.jspecify.annotations.NullMarked;
