/**
 * Controls of our own, each a control and its skin: status badge, status timeline and progress plot.
 */
@NullMarked
package dev.longshore.ui.control;

import org.jspecify.annotations.NullMarked;
