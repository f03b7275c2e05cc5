/** The progress of an import as a plot of percent against time. */
@NullMarked
package dev.longshore.ui.control.plot;

import org.jspecify.annotations.NullMarked;
