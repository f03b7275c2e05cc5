@NullMarked
package dev.longshore.ui.dialog;

import org.jspecify.annotations.NullMarked;
