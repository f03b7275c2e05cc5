package dev.longshore.devops.http;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import java.time.Instant;

/** Every operation, asked about one migration. */
enum ApiCall {
    DATABASES("GET", "/v2/databases?include=nonterminated&provider=ALL&limit=100"),
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

    ApiCall(String method, String target) {
        this.method = method;
        this.target = target;
    }

    ApiResult<?> send(DevOpsApi api) {
        return switch (this) {
            case DATABASES -> api.databases();
            case INITIALIZE -> api.initialize(InitializeRequest.into(TestClient.DB));
            case STATUS -> api.status(TestClient.REF);
            case LAUNCH -> api.act(Action.LAUNCH, TestClient.REF, null);
            case PAUSE -> api.act(Action.PAUSE, TestClient.REF, null);
            case RESUME -> api.act(Action.RESUME, TestClient.REF, null);
            case ABORT -> api.act(Action.ABORT, TestClient.REF, null);
            case CLEAN_UP -> api.act(Action.CLEAN_UP, TestClient.REF, null);
            case SCHEDULE_CLEANUP ->
                api.act(Action.SCHEDULE_CLEANUP, TestClient.REF,
                        new CleanupTime(Instant.parse("2026-12-31T14:30:00Z")));
        };
    }

    boolean changes() {
        return method.equals("POST");
    }

    /** An answer that is as documented. */
    String goodAnswer() {
        return switch (this) {
            case DATABASES -> "[]";
            case INITIALIZE, STATUS, LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP ->
                "{\"migrationID\":\"mig-1\",\"dbID\":\"db-1\",\"status\":\"ReceivingFiles\"}";
        };
    }
}
