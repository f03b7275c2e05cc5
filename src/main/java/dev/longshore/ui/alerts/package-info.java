/** What a user should know now: the inbox, and the call that is repeated until somebody says that they know. */
@NullMarked
package dev.longshore.ui.alerts;

import org.jspecify.annotations.NullMarked;
