package dev.longshore.conformance;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.MigrationRef;
import dev.longshore.simulator.service.SimulatedCloud;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Every operation: how it is asked for, in which phase it goes well, and how it is seen to have happened. */
enum TestedOperation {
    DATABASES,
    INITIALIZE,
    INITIALIZE_IN_REGION,
    STATUS,
    LAUNCH,
    PAUSE,
    RESUME,
    ABORT,
    CLEAN_UP,
    SCHEDULE_CLEANUP;

    static final Instant CLEANUP = Instant.parse("2026-12-31T14:30:00Z");

    boolean changes() {
        return switch (this) {
            case DATABASES, STATUS -> false;
            case INITIALIZE, INITIALIZE_IN_REGION, LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP -> true;
        };
    }

    boolean isAboutDatabases() {
        return this == DATABASES;
    }

    boolean createsMigration() {
        return this == INITIALIZE || this == INITIALIZE_IN_REGION;
    }

    /** A migration of which this can be asked without being refused. */
    MigrationRef preparedMigration(SimulatorFixture fixture) {
        return switch (this) {
            case DATABASES, INITIALIZE, INITIALIZE_IN_REGION, STATUS, LAUNCH, CLEAN_UP, SCHEDULE_CLEANUP ->
                fixture.receiving(fixture.database(SimulatedCloud.AWS));
            case PAUSE, ABORT -> fixture.importing();
            case RESUME -> fixture.paused();
        };
    }

    ApiResult<?> request(DevOpsApi client, MigrationRef migration) {
        return switch (this) {
            case DATABASES -> client.databases();
            case INITIALIZE -> client.initialize(InitializeRequest.into(migration.database()));
            case INITIALIZE_IN_REGION -> client.initialize(inRegion(migration));
            case STATUS -> client.status(migration);
            case LAUNCH -> client.launch(migration);
            case PAUSE -> client.pause(migration);
            case RESUME -> client.resume(migration);
            case ABORT -> client.abort(migration);
            case CLEAN_UP -> client.cleanUp(migration);
            case SCHEDULE_CLEANUP -> client.scheduleCleanup(migration, CLEANUP);
        };
    }

    private static InitializeRequest inRegion(MigrationRef migration) {
        return new InitializeRequest(
                migration.database(),
                migration.database().value() + "-1",
                OptionalInt.empty(),
                OptionalDouble.empty());
    }

    /** The path that is asked for, up to its last slash. */
    String parentPath(MigrationRef migration) {
        var database = "/v2/databases/" + migration.database().value();
        return switch (this) {
            case DATABASES -> "/v2/";
            case INITIALIZE, STATUS -> database + "/migrations/";
            case INITIALIZE_IN_REGION ->
                database + "/datacenters/" + migration.database().value() + "-1/migrations/";
            case LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP -> SimulatorFixture.path(migration) + "/";
        };
    }

    /** Whether the service has done it, some minutes later; what changes nothing is never done. */
    boolean isDone(SimulatorFixture fixture, MigrationRef migration) {
        return switch (this) {
            case DATABASES, STATUS -> false;
            case INITIALIZE, INITIALIZE_IN_REGION ->
                fixture.get("/simulator/migrations").json().size() == 2;
            case LAUNCH, RESUME -> fixture.phase(migration).equals("IMPORTING");
            case PAUSE -> fixture.phase(migration).equals("PAUSED");
            case ABORT -> fixture.phase(migration).equals("ABORTED");
            case CLEAN_UP -> fixture.phase(migration).equals("CLEANING_UP");
            case SCHEDULE_CLEANUP ->
                fixture.get(migration).at("expectedCleanupTime").equals(CLEANUP.toString());
        };
    }
}
