/** The migration table, and the actions on what is selected in it. */
@NullMarked
package dev.longshore.ui.migrations;

import org.jspecify.annotations.NullMarked;
