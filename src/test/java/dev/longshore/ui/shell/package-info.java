@NullMarked
package dev.longshore.ui.shell;

import org.jspecify.annotations.NullMarked;
