/** All that is known of the selected migration: timeline, progress, uploads, cleanup and activity. */
@NullMarked
package dev.longshore.ui.detail;

import org.jspecify.annotations.NullMarked;
