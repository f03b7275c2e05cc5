/** The built-in simulator as a demonstration, with a history. */
@NullMarked
package dev.longshore.demo;

import org.jspecify.annotations.NullMarked;
