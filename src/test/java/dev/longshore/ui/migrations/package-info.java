@NullMarked
package dev.longshore.ui.migrations;

import org.jspecify.annotations.NullMarked;
