/** The log of everything the journal holds: what happened, when, newest first. */
@NullMarked
package dev.longshore.model.activity;

import org.jspecify.annotations.NullMarked;
