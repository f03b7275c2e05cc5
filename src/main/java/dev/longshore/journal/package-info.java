/** What was registered, observed and asked for, kept in a local SQLite database in the data folder; append-only. */
@NullMarked
package dev.longshore.journal;

import org.jspecify.annotations.NullMarked;
