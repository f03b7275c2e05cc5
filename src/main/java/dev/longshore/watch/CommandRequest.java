package dev.longshore.watch;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.MigrationKey;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to have done with a migration.
 *
 * @param migration which one
 * @param action what
 * @param cleanupTime for {@link Action#SCHEDULE_CLEANUP} the new time; else null
 * @param reason why, in the user's own words, for the record; may be empty
 */
public record CommandRequest(
        MigrationKey migration, Action action, @Nullable CleanupTime cleanupTime, String reason) {}
