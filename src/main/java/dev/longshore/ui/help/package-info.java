/** The guide inside the program: its pages, how they are drawn, and which one belongs to which part of the window. */
@NullMarked
package dev.longshore.ui.help;

import org.jspecify.annotations.NullMarked;
