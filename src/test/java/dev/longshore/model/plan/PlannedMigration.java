package dev.longshore.model.plan;

import dev.longshore.model.Deadline;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.service.ImportPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A migration in the simulator, brought into a situation and then through a plan by calls over HTTP. */
final class PlannedMigration {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;
    private final Simulator simulator;
    private final RandomPlan plan;
    private final UUID database;
    private final UUID migration;

    /** Initializes it. */
    PlannedMigration(HttpClient client, Simulator simulator, UUID database, RandomPlan plan) {
        this.client = client;
        this.simulator = simulator;
        this.plan = plan;
        this.database = database;
        migration = UUID.fromString(post("/v2/databases/" + database + "/migrations/initialize").body()
                .path("migrationID").asString());
    }

    /** What the service answered. */
    record Answer(int code, JsonNode body) {}

    /** What its status is. */
    record Seen(Phase phase, Instant due) {}

    /** Brings it into the situation in which the plan begins. */
    void begin() {
        if (plan.scheduledIn() != null) {
            act("cleanup?option.cleanupTime=" + plan.begin().plus(plan.scheduledIn()));
        }
        planImport();
        advance(plan.untilLaunch());
        switch (plan.phase()) {
            case IMPORT_IN_PROGRESS, PAUSED, MIGRATION_DONE, FAILED -> {
                act("launch");
                advance(plan.ran());
                if (plan.phase() == Phase.PAUSED) {
                    act("pause");
                }
            }
            case ABORTED -> act("abort");
            case INITIALIZING, RECEIVING_FILES, STARTING, CLEANING_UP_FILES, CLOSED -> {
            }
        }
        advance(plan.waited());
        if (plan.phase() == Phase.FAILED || plan.phase() == Phase.RECEIVING_FILES) {
            simulator.planImport(migration, plan.planned());
        }
        otherImport();
    }

    /** Brings one that only receives files there; time goes on elsewhere. */
    void prepare() {
        if (plan.scheduledIn() != null) {
            act("cleanup?option.cleanupTime=" + plan.begin().plus(plan.scheduledIn()));
        }
        planImport();
    }

    private void planImport() {
        simulator.planImport(migration, switch (plan.phase()) {
            case FAILED -> ImportPlan.lasting(plan.ran()).failing(1, "Schema mismatch", false);
            case MIGRATION_DONE -> ImportPlan.lasting(plan.ran());
            default -> plan.planned();
        });
    }

    private void otherImport() {
        var runs = plan.otherImportRuns();
        if (runs != null) {
            var other = simulator.addMigration(database);
            advance(Duration.ZERO);
            simulator.planImport(other, ImportPlan.lasting(runs));
            post("/v2/databases/" + database + "/migrations/" + other + "/launch");
        }
    }

    /** Does that step over HTTP; what only happens is in the import's plan. */
    int take(PlanStep step) {
        return switch (step.kind()) {
            case FAIL -> 0;
            case SCHEDULE -> act("cleanup?option.cleanupTime=" + step.at());
            case LAUNCH, LAUNCH_NEXT -> act("launch");
            case PAUSE -> act("pause");
            case RESUME -> act("resume");
            case CLEAN_UP -> act("cleanup");
        };
    }

    private int act(String action) {
        return post(path() + "/" + action).code();
    }

    private String path() {
        return "/v2/databases/" + database + "/migrations/" + migration;
    }

    Seen look() {
        var status = send("GET", path()).body();
        var phase = Status.of(status.path("status").asString()).phase().orElseThrow();
        return new Seen(phase, Instant.parse(status.path("expectedCleanupTime").asString()));
    }

    PlanStart start(PlanStart.ImportLength length) {
        var seen = look();
        var cause = plan.scheduledIn() == null ? Deadline.Cause.CLEANUP_IDLE : Deadline.Cause.CLEANUP_SCHEDULED;
        var runs = plan.otherImportRuns();
        return new PlanStart(now(), seen.phase(), new Deadline(seen.due(), cause, now()), length,
                runs == null ? null : PlanStart.OccupiedUntil.until(now().plus(runs)));
    }

    Instant now() {
        return simulator.clock().instant();
    }

    void advance(Duration step) {
        simulator.clock().advance(step);
    }

    private Answer post(String path) {
        return send("POST", path);
    }

    private Answer send(String method, String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                    .header("Authorization", "Bearer " + simulator.fullToken())
                    .method(method, HttpRequest.BodyPublishers.noBody()).build();
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<PlanStep> steps() {
        return plan.steps();
    }
}
