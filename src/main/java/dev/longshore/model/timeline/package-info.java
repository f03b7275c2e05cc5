/** The history of a migration as spans of status and events. */
@NullMarked
package dev.longshore.model.timeline;

import org.jspecify.annotations.NullMarked;
