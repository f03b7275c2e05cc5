/**
 * Controls of our own, each a control and its skin: status badge, status timeline, progress plot and cleanup calendar.
 */
@NullMarked
package dev.longshore.ui.control;

import org.jspecify.annotations.NullMarked;
