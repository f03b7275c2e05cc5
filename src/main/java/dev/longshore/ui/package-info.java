/** What every screen of the window works with: what is known now, texts, preferences, and where dialogs are shown. */
@NullMarked
package dev.longshore.ui;

import org.jspecify.annotations.NullMarked;
