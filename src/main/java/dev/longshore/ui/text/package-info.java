/** What the window says about migrations, in words; pure. */
@NullMarked
package dev.longshore.ui.text;

import org.jspecify.annotations.NullMarked;
