/** What a user can ask for: offered by the rules of the lifecycle, guarded by what is at stake, sent once. */
@NullMarked
package dev.longshore.ui.actions;

import org.jspecify.annotations.NullMarked;
