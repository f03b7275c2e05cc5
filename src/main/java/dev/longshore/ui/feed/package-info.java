/** The newest snapshot on the JavaFX thread, and what is derived from it for each migration. */
@NullMarked
package dev.longshore.ui.feed;

import org.jspecify.annotations.NullMarked;
