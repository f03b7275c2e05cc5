package dev.longshore.devops.http;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import java.time.Instant;

/** Every operation, asked about one migration. */
enum Asked {
    DATABASES("GET", "/v2/databases?include=nonterminated&provider=ALL&limit=100"),
    DATABASE("GET", "/v2/databases/db-1"),
    INITIALIZE("POST", "/v2/databases/db-1/migrations/initialize"),
    STATUS("GET", "/v2/databases/db-1/migrations/mig-1"),
    LAUNCH("POST", "/v2/databases/db-1/migrations/mig-1/launch"),
    PAUSE("POST", "/v2/databases/db-1/migrations/mig-1/pause"),
    RESUME("POST", "/v2/databases/db-1/migrations/mig-1/resume"),
    ABORT("POST", "/v2/databases/db-1/migrations/mig-1/abort"),
    CLEAN_UP("POST", "/v2/databases/db-1/migrations/mig-1/cleanup"),
    SCHEDULE_CLEANUP(
            "POST", "/v2/databases/db-1/migrations/mig-1/cleanup?option.cleanupTime=2026-12-31T14:30:00Z");

    final String method;
    final String target;

    Asked(String method, String target) {
        this.method = method;
        this.target = target;
    }

    ApiResult<?> of(DevOpsApi api) {
        return switch (this) {
            case DATABASES -> api.databases();
            case DATABASE -> api.database(Client.DB);
            case INITIALIZE -> api.initialize(InitializeRequest.into(Client.DB));
            case STATUS -> api.status(Client.REF);
            case LAUNCH -> api.launch(Client.REF);
            case PAUSE -> api.pause(Client.REF);
            case RESUME -> api.resume(Client.REF);
            case ABORT -> api.abort(Client.REF);
            case CLEAN_UP -> api.cleanUp(Client.REF);
            case SCHEDULE_CLEANUP -> api.scheduleCleanup(Client.REF, Instant.parse("2026-12-31T14:30:00Z"));
        };
    }

    boolean changes() {
        return method.equals("POST");
    }

    /** An answer that is as documented. */
    String goodAnswer() {
        return switch (this) {
            case DATABASES -> "[]";
            case DATABASE -> "{\"id\":\"db-1\",\"status\":\"ACTIVE\"}";
            case INITIALIZE, STATUS, LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP ->
                "{\"migrationID\":\"mig-1\",\"dbID\":\"db-1\",\"status\":\"ReceivingFiles\"}";
        };
    }
}
