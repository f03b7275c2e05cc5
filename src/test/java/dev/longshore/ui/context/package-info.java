/** What every screen works with. */
@NullMarked
package dev.longshore.ui.context;

import org.jspecify.annotations.NullMarked;
