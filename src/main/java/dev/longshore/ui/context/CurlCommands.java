package dev.longshore.ui.context;

import dev.longshore.devops.ApiRequest;
import dev.longshore.devops.CurlCommand;
import dev.longshore.devops.CurlCommand.CurlShell;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Connection;
import dev.longshore.model.MigrationKey;
import dev.longshore.watch.Watch;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the service as curl commands, to the endpoint of a migration's connection and with the token as
 * the variable {@code token} of the shell; made from the same description as the calls themselves.
 */
public final class CurlCommands {
    private final Watch watch;

    CurlCommands(Watch watch) {
        this.watch = watch;
    }

    /** The call that asks for a migration's status. */
    public String status(MigrationKey migration, CurlShell shell) {
        return written(migration, ApiRequest.status(migration.ref()), shell);
    }

    /**
     * The call that asks for {@code action}.
     *
     * @param cleanupTime for {@link Action#SCHEDULE_CLEANUP} the time; else null
     */
    public String action(MigrationKey migration, Action action, @Nullable CleanupTime cleanupTime,
            CurlShell shell) {
        return written(migration, ApiRequest.action(action, migration.ref(), cleanupTime), shell);
    }

    private String written(MigrationKey migration, ApiRequest request, CurlShell shell) {
        var endpoint = watch.snapshot()
                .connection(migration.connection())
                .map(each -> each.connection().endpoint())
                .orElse(Connection.PUBLIC_ENDPOINT);
        return CurlCommand.of(endpoint, request, shell);
    }
}
