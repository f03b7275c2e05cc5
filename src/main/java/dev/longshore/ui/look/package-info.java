/** Every colour and shape of the window: theme, color roles, status styles and urgency. */
@NullMarked
package dev.longshore.ui.look;

import org.jspecify.annotations.NullMarked;
