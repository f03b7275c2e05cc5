package dev.longshore.devops;

import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.MigrationStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Sideloader part of the Astra DevOps API at one endpoint with one token. Every method blocks until the answer is
 * there or its time is over, is meant for a virtual thread, never throws for a fault of network or service, and ends
 * early with {@link ApiError.Network} when its thread is interrupted or the API is closed.
 *
 * <p>Reading calls may be repeated inside; a call that changes something is sent at most once.
 */
public interface DevOpsApi extends AutoCloseable {
    /** All databases that are not terminated, all pages of the list ({@code GET /v2/databases}). */
    ApiResult<List<Database>> databases();

    /** One database ({@code GET /v2/databases/{dbID}}), with the names of its keyspaces where the service tells them. */
    ApiResult<Database> database(DatabaseId database);

    /**
     * The status word of the PCU group of a datacenter ({@code GET /v2/pcus/actions/get/{datacenterUUID}}), empty where the
     * service tells none. To see PCU groups takes more rights than a migration does.
     */
    ApiResult<String> pcuStatus(String datacenter);

    /** Makes a migration ({@code POST …/migrations/initialize}); the answer comes at once, the bucket minutes later. */
    ApiResult<MigrationStatus> initialize(InitializeRequest request);

    /** A migration's status ({@code GET …/migrations/{migrationID}}); also renews expired upload credentials. */
    ApiResult<MigrationStatus> status(MigrationRef migration);

    /**
     * Does {@code action} ({@code POST …/launch}, {@code …/pause}, {@code …/resume}, {@code …/abort}, {@code …/cleanup}).
     *
     * @param cleanupTime for {@link Action#SCHEDULE_CLEANUP} the new time; else null
     */
    ApiResult<MigrationStatus> act(Action action, MigrationRef migration, @Nullable CleanupTime cleanupTime);

    /** Ends calls under way and lets go of connections and token. Does not throw. */
    @Override
    void close();
}
