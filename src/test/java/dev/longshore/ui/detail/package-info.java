@NullMarked
package dev.longshore.ui.detail;

import org.jspecify.annotations.NullMarked;
