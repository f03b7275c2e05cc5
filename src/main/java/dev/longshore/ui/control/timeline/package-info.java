/** The history of a migration and what is to come, as a picture or a list. */
@NullMarked
package dev.longshore.ui.control.timeline;

import org.jspecify.annotations.NullMarked;
