@NullMarked
package dev.longshore.ui.cleanup;

import org.jspecify.annotations.NullMarked;
