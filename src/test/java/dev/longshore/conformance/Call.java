package dev.longshore.conformance;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.MigrationRef;
import dev.longshore.simulator.Cloud;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Every operation: how it is asked for, in which phase it goes well, and how it is seen to have happened. */
enum Call {
    DATABASES,
    DATABASE,
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
            case DATABASES, DATABASE, STATUS -> false;
            case INITIALIZE, INITIALIZE_IN_REGION, LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP -> true;
        };
    }

    boolean isAboutDatabases() {
        return this == DATABASES || this == DATABASE;
    }

    boolean makesAMigration() {
        return this == INITIALIZE || this == INITIALIZE_IN_REGION;
    }

    /** A migration of which this can be asked without being refused. */
    MigrationRef prepared(Harbour harbour) {
        return switch (this) {
            case DATABASES, DATABASE, INITIALIZE, INITIALIZE_IN_REGION, STATUS, LAUNCH, CLEAN_UP, SCHEDULE_CLEANUP ->
                harbour.receiving(harbour.database(Cloud.AWS));
            case PAUSE, ABORT -> harbour.importing();
            case RESUME -> harbour.paused();
        };
    }

    ApiResult<?> ask(DevOpsApi client, MigrationRef migration) {
        return switch (this) {
            case DATABASES -> client.databases();
            case DATABASE -> client.database(migration.database());
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
    String folder(MigrationRef migration) {
        var database = "/v2/databases/" + migration.database().value();
        return switch (this) {
            case DATABASES -> "/v2/";
            case DATABASE -> "/v2/databases/";
            case INITIALIZE, STATUS -> database + "/migrations/";
            case INITIALIZE_IN_REGION ->
                database + "/datacenters/" + migration.database().value() + "-1/migrations/";
            case LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP -> Harbour.path(migration) + "/";
        };
    }

    /** Whether the service has done it, some minutes later; what changes nothing is never done. */
    boolean isDone(Harbour harbour, MigrationRef migration) {
        return switch (this) {
            case DATABASES, DATABASE, STATUS -> false;
            case INITIALIZE, INITIALIZE_IN_REGION ->
                harbour.get("/simulator/migrations").json().size() == 2;
            case LAUNCH, RESUME -> harbour.phase(migration).equals("IMPORTING");
            case PAUSE -> harbour.phase(migration).equals("PAUSED");
            case ABORT -> harbour.phase(migration).equals("ABORTED");
            case CLEAN_UP -> harbour.phase(migration).equals("CLEANING_UP");
            case SCHEDULE_CLEANUP ->
                harbour.get(migration).at("expectedCleanupTime").equals(CLEANUP.toString());
        };
    }
}
