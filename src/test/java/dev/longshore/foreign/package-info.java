/** Whatever comes from outside, spoiled in every way, is read by each of its readers without harm. */
@NullMarked
package dev.longshore.foreign;

import org.jspecify.annotations.NullMarked;
