/**
 * What every view stands on: the one hop to the FX thread, loading of views, the window's texts and its one formatter
 * of times.
 */
@NullMarked
package dev.longshore.ui.fx;

import org.jspecify.annotations.NullMarked;
