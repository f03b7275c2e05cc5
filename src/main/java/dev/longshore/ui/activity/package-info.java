/** What was asked of the service, and how far each command has come. */
@NullMarked
package dev.longshore.ui.activity;

import org.jspecify.annotations.NullMarked;
