/** The commands with which a user uploads snapshots, and the clipboard that forgets the secrets in them. */
@NullMarked
package dev.longshore.ui.uploads;

import org.jspecify.annotations.NullMarked;
