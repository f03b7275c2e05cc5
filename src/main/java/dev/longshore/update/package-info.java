/** Finds out whether a newer version was released. Nothing is downloaded but a signed feed, and nothing is installed. */
@NullMarked
package dev.longshore.update;

import org.jspecify.annotations.NullMarked;
