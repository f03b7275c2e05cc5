/** What a start of the program adds: the connections to open, a second start, the support bundle, stored preferences. */
@NullMarked
package dev.longshore.start;

import org.jspecify.annotations.NullMarked;
