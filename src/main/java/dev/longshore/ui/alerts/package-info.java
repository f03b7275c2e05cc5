/** What needs the person, in one list. */
@NullMarked
package dev.longshore.ui.alerts;

import org.jspecify.annotations.NullMarked;
