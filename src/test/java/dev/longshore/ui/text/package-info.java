@NullMarked
package dev.longshore.ui.text;

import org.jspecify.annotations.NullMarked;
