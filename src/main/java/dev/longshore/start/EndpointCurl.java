package dev.longshore.start;

import dev.longshore.devops.ApiRequest;
import dev.longshore.devops.CurlCommand;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Connection;
import dev.longshore.model.MigrationKey;
import dev.longshore.ui.context.CurlCommands;
import dev.longshore.watch.Watch;
import org.jspecify.annotations.Nullable;

/** Curl commands for the endpoint of a migration's connection, made from the same description as the calls themselves. */
public final class EndpointCurl implements CurlCommands {
    private final Watch watch;

    public EndpointCurl(Watch watch) {
        this.watch = watch;
    }

    @Override
    public String status(MigrationKey migration) {
        return written(migration, ApiRequest.status(migration.ref()));
    }

    @Override
    public String action(MigrationKey migration, Action action, @Nullable CleanupTime cleanupTime) {
        return written(migration, ApiRequest.action(action, migration.ref(), cleanupTime));
    }

    private String written(MigrationKey migration, ApiRequest request) {
        var endpoint = watch.snapshot()
                .connection(migration.connection())
                .map(each -> each.connection().endpoint())
                .orElse(Connection.PUBLIC_ENDPOINT);
        return CurlCommand.of(endpoint, request);
    }
}
