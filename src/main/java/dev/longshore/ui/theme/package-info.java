/**
 * How the window looks: light, dark and high contrast, and the tokens that every status and every deadline is coloured
 * with.
 */
@NullMarked
package dev.longshore.ui.theme;

import org.jspecify.annotations.NullMarked;
