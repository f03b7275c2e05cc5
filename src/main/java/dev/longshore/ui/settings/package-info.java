/** Connections, look and time zone, as the user wants them. */
@NullMarked
package dev.longshore.ui.settings;

import org.jspecify.annotations.NullMarked;
