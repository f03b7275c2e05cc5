/** Dates that the user sets: deadlines of their own, and freeze windows. */
@NullMarked
package dev.longshore.model.userdate;

import org.jspecify.annotations.NullMarked;
