@NullMarked
package dev.longshore.ui.alerts;

import org.jspecify.annotations.NullMarked;
