/** The window around the screens: rail, top bar, status bar, and the layer on which dialogs are shown. */
@NullMarked
package dev.longshore.ui.shell;

import org.jspecify.annotations.NullMarked;
