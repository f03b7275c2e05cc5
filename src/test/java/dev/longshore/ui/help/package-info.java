/** Tests of the guide inside the program. */
@NullMarked
package dev.longshore.ui.help;

import org.jspecify.annotations.NullMarked;
