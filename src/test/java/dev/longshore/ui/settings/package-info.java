@NullMarked
package dev.longshore.ui.settings;

import org.jspecify.annotations.NullMarked;
