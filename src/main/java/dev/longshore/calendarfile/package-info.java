/** Deadlines as a calendar file (iCalendar, RFC 5545) for any calendar program. */
@NullMarked
package dev.longshore.calendarfile;

import org.jspecify.annotations.NullMarked;
