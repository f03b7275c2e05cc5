package dev.longshore.ui.context;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.MigrationKey;
import org.jspecify.annotations.Nullable;

/** Writes calls of the service as curl commands, the token as {@code $token}. Pure. */
public interface CurlCommands {
    /** The call that asks for a migration's status. */
    String status(MigrationKey migration);

    /**
     * The call that asks for {@code action}.
     *
     * @param cleanupTime for {@link Action#SCHEDULE_CLEANUP} the time; else null
     */
    String action(MigrationKey migration, Action action, @Nullable CleanupTime cleanupTime);
}
