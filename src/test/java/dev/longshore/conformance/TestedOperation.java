package dev.longshore.conformance;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
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
            case LAUNCH -> client.act(Action.LAUNCH, migration, null);
            case PAUSE -> client.act(Action.PAUSE, migration, null);
            case RESUME -> client.act(Action.RESUME, migration, null);
            case ABORT -> client.act(Action.ABORT, migration, null);
            case CLEAN_UP -> client.act(Action.CLEAN_UP, migration, null);
            case SCHEDULE_CLEANUP -> client.act(Action.SCHEDULE_CLEANUP, migration, new CleanupTime(CLEANUP));
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
