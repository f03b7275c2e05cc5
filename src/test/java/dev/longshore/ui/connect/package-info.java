@NullMarked
package dev.longshore.ui.connect;

import org.jspecify.annotations.NullMarked;
