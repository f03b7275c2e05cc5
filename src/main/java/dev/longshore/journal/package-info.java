/**
 * What was registered, observed and asked for; append-only. Kept in a SQLite database in the data folder, or in a
 * PostgreSQL database that a team shares.
 */
@NullMarked
package dev.longshore.journal;

import org.jspecify.annotations.NullMarked;
