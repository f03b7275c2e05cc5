@NullMarked
package dev.longshore.ui.actions;

import org.jspecify.annotations.NullMarked;
