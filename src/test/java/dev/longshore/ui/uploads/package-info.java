@NullMarked
package dev.longshore.ui.uploads;

import org.jspecify.annotations.NullMarked;
