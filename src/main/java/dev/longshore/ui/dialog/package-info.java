/** Dialogs inside the window: the layer they are shown on, the confirmation, and the progress of a task. */
@NullMarked
package dev.longshore.ui.dialog;

import org.jspecify.annotations.NullMarked;
