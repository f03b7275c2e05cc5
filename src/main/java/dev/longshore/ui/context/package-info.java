/** What every screen works with: the watch, texts, preferences, and what the computer around the window offers. */
@NullMarked
package dev.longshore.ui.context;

import org.jspecify.annotations.NullMarked;
