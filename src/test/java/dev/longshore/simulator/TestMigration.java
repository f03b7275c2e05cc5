package dev.longshore.simulator;

import dev.longshore.simulator.http.SimulatorJson;
import dev.longshore.simulator.service.ImportPlan;
import java.time.Instant;
import java.util.UUID;

/** A migration under test, as a caller knows it. */
record TestMigration(SimulatorClient client, UUID databaseId, UUID id) {

    String path() {
        return "/v2/databases/" + databaseId + "/migrations/" + id;
    }

    SimulatorClient.SimulatorResponse get() {
        return client.get(path());
    }

    SimulatorClient.SimulatorResponse post(String action) {
        return client.post(path() + "/" + action);
    }

    String status() {
        return get().text("status");
    }

    Instant expectedCleanup() {
        return Instant.parse(get().text("expectedCleanupTime"));
    }

    SimulatorClient.SimulatorResponse scheduleCleanup(Instant time) {
        return post("cleanup?option.cleanupTime=" + SimulatorJson.time(time));
    }

    void plan(ImportPlan plan) {
        client.simulator().planImport(id, plan);
    }
}
