/** What has to be right before a migration is initialized or launched, as a part of the dialogs for that. */
@NullMarked
package dev.longshore.ui.preflight;

import org.jspecify.annotations.NullMarked;
