package dev.longshore.devops;

import dev.longshore.model.ApiError;
import dev.longshore.model.Database;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.MigrationStatus;
import java.time.Instant;
import java.util.List;

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

    /** Makes a migration ({@code POST …/migrations/initialize}); the answer comes at once, the bucket minutes later. */
    ApiResult<MigrationStatus> initialize(InitializeRequest request);

    /** A migration's status ({@code GET …/migrations/{migrationID}}); also renews expired upload credentials. */
    ApiResult<MigrationStatus> status(MigrationRef migration);

    /** Starts the import, or starts it again after a failure ({@code POST …/launch}). */
    ApiResult<MigrationStatus> launch(MigrationRef migration);

    /** Asks that running jobs end and no new ones start ({@code POST …/pause}). */
    ApiResult<MigrationStatus> pause(MigrationRef migration);

    /** Goes on with a paused import; elsewhere it has no effect ({@code POST …/resume}). */
    ApiResult<MigrationStatus> resume(MigrationRef migration);

    /** Gives up the import and its progress ({@code POST …/abort}). */
    ApiResult<MigrationStatus> abort(MigrationRef migration);

    /** Deletes the staged snapshots and closes the migration now ({@code POST …/cleanup}). */
    ApiResult<MigrationStatus> cleanUp(MigrationRef migration);

    /**
     * Sets the time of the cleanup ({@code POST …/cleanup?option.cleanupTime=…}).
     *
     * @param cleanupTime in UTC; goes out in whole seconds, a part of a second is left out
     * @throws IllegalArgumentException when that time has no four-digit year from 1970 on
     */
    ApiResult<MigrationStatus> scheduleCleanup(MigrationRef migration, Instant cleanupTime);

    /** Ends calls under way and lets go of connections and token. Does not throw. */
    @Override
    void close();
}
