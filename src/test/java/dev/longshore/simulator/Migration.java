package dev.longshore.simulator;

import java.time.Instant;
import java.util.UUID;

/** A migration under test, as a caller knows it. */
record Migration(Caller caller, UUID databaseId, UUID id) {

    String path() {
        return "/v2/databases/" + databaseId + "/migrations/" + id;
    }

    Caller.Reply get() {
        return caller.get(path());
    }

    Caller.Reply post(String action) {
        return caller.post(path() + "/" + action);
    }

    String status() {
        return get().text("status");
    }

    Instant expectedCleanup() {
        return Instant.parse(get().text("expectedCleanupTime"));
    }

    Caller.Reply scheduleCleanup(Instant time) {
        return post("cleanup?option.cleanupTime=" + Json.time(time));
    }

    void plan(ImportPlan plan) {
        caller.simulator().planImport(id, plan);
    }
}
