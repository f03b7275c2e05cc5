/** What a user is told, without its words: what it is, and the figures that belong to it. */
@NullMarked
package dev.longshore.model.fact;

import org.jspecify.annotations.NullMarked;
