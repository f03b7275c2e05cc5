package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationRef;
import dev.longshore.simulator.service.SimulatedCloud;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** How the operations are called, and what they answer at once. */
final class RequestRules {
    private static final MigrationRef REF = RequestCapture.REF;
    private static final DatabaseId DB = REF.database();
    private static final String PATH = "/v2/databases/db-1/migrations/mig-1";

    private RequestRules() {}

    static List<DocumentedRule> rules() {
        return List.of(
                token(),
                viewOnly(),
                method(),
                noBody(),
                initialize(),
                settings(),
                inRegion(),
                unknownRegion(),
                status(),
                action("launch", SimulatorFixture::receiving, Action.LAUNCH),
                action("pause", SimulatorFixture::importing, Action.PAUSE),
                action("resume", SimulatorFixture::paused, Action.RESUME),
                action("abort", SimulatorFixture::importing, Action.ABORT),
                action("cleanup", SimulatorFixture::receiving, Action.CLEAN_UP),
                schedule(),
                scheduleIsAQuery(),
                scheduleWithoutSeconds(),
                onlyByPost());
    }

    private static DocumentedRule token() {
        return DocumentedRule.that("Every call carries the application token as a bearer token")
                .simulator(fixture -> {
                    assertThat(fixture.send("GET", "/v2/databases", "AstraCS:of:nobody").status()).isEqualTo(401);
                    assertThat(fixture.get("/v2/databases").status()).isEqualTo(200);
                })
                .client(_ -> {
                    for (var operation : TestedOperation.values()) {
                        var request = RequestCapture.sent(api -> operation.request(api, REF));
                        assertThat(request.getHeaders().values("Authorization"))
                                .containsExactly("Bearer " + RequestCapture.TOKEN);
                    }
                });
    }

    private static DocumentedRule viewOnly() {
        return DocumentedRule.that("To create a migration, viewing databases is not enough")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    var token = fixture.simulator().viewOnlyToken();
                    assertThat(fixture.send("GET", SimulatorFixture.path(migration), token).status()).isEqualTo(200);
                    assertThat(fixture.send("POST", SimulatorFixture.path(migration) + "/launch", token).status())
                            .isEqualTo(403);
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    try (var client = fixture.client(fixture.simulator().viewOnlyToken())) {
                        SimulatorFixture.value(client.status(migration));
                        assertThat(SimulatorFixture.error(client.act(Action.LAUNCH, migration, null)))
                                .isInstanceOf(ApiError.Forbidden.class);
                    }
                });
    }

    private static DocumentedRule method() {
        return DocumentedRule.that("What reads is a GET, what changes is a POST")
                .simulator(fixture -> {
                    var path = SimulatorFixture.path(fixture.receiving());
                    assertThat(fixture.get(path + "/launch").status()).isEqualTo(405);
                    assertThat(fixture.post(path).status()).isEqualTo(405);
                })
                .client(_ -> {
                    for (var operation : TestedOperation.values()) {
                        assertThat(RequestCapture.sent(api -> operation.request(api, REF)).getMethod())
                                .isEqualTo(operation.changes() ? "POST" : "GET");
                    }
                });
    }

    private static DocumentedRule noBody() {
        return DocumentedRule.that("No operation takes a body: what it needs is in its path and query")
                .simulator(fixture -> assertThat(fixture.post(fixture.receiving(), "launch").status()).isEqualTo(200))
                .client(_ -> {
                    for (var operation : TestedOperation.values()) {
                        assertThat(RequestCapture.sent(api -> operation.request(api, REF)).getBodySize()).isZero();
                    }
                });
    }

    private static DocumentedRule initialize() {
        return DocumentedRule
                .that("Initialize is a POST to migrations/initialize of a database and answers the new migration")
                .simulator(fixture -> {
                    var made = fixture
                            .post("/v2/databases/" + fixture.database(SimulatedCloud.AWS) + "/migrations/initialize");
                    assertThat(made.status()).isEqualTo(200);
                    assertThat(made.at("migrationID")).hasSize(36);
                })
                .client(fixture -> {
                    assertThat(RequestCapture.target(api -> api.initialize(InitializeRequest.into(DB))))
                            .isEqualTo("POST /v2/databases/db-1/migrations/initialize");
                    var made = SimulatorFixture.value(
                            fixture.client().initialize(InitializeRequest.into(fixture.database(SimulatedCloud.AWS))));
                    assertThat(fixture.get(made.ref()).status()).isEqualTo(200);
                });
    }

    private static DocumentedRule settings() {
        return DocumentedRule.that("Initialize takes concurrency and targetSubsetSizeGB in its query")
                .simulator(fixture -> {
                    var made = fixture.post("/v2/databases/" + fixture.database(SimulatedCloud.AWS)
                            + "/migrations/initialize?concurrency=8&targetSubsetSizeGB=2.5");
                    assertThat(made.json().path("concurrency").asInt()).isEqualTo(8);
                    assertThat(made.json().path("targetSubsetSizeGB").asDouble()).isEqualTo(2.5);
                })
                .client(fixture -> {
                    var made = SimulatorFixture.value(fixture.client().initialize(new InitializeRequest(
                            fixture.database(SimulatedCloud.AWS), null, OptionalInt.of(8), OptionalDouble.of(2.5))));
                    assertThat(made.concurrency()).isEqualTo(8);
                    assertThat(made.targetSubsetSizeGb()).isEqualTo(2.5);
                });
    }

    private static DocumentedRule inRegion() {
        return DocumentedRule.that("Initialize in one region names the datacenter in its path")
                .simulator(fixture -> {
                    var database = fixture.database(SimulatedCloud.AWS);
                    assertThat(fixture.post("/v2/databases/" + database + "/datacenters/" + database
                            + "-1/migrations/initialize").status())
                            .isEqualTo(200);
                })
                .client(fixture -> {
                    assertThat(RequestCapture.target(api -> TestedOperation.INITIALIZE_IN_REGION.request(api, REF)))
                            .isEqualTo("POST /v2/databases/db-1/datacenters/db-1-1/migrations/initialize");
                    SimulatorFixture
                            .value(TestedOperation.INITIALIZE_IN_REGION.request(fixture.client(), fixture.receiving()));
                });
    }

    private static DocumentedRule unknownRegion() {
        return DocumentedRule.that("Initialize in a region that is not there is not found")
                .simulator(fixture -> assertThat(fixture.post("/v2/databases/" + fixture.database(SimulatedCloud.AWS)
                        + "/datacenters/nowhere/migrations/initialize").status())
                        .isEqualTo(404))
                .client(fixture -> assertThat(SimulatorFixture.error(fixture.client().initialize(new InitializeRequest(
                        fixture.database(SimulatedCloud.AWS), "nowhere", OptionalInt.empty(), OptionalDouble.empty()))))
                        .isInstanceOf(ApiError.NotFound.class));
    }

    private static DocumentedRule status() {
        return DocumentedRule.that("The status is a GET of the migration below its database")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    var answer = fixture.get(migration);
                    assertThat(answer.at("migrationID")).isEqualTo(migration.migration().value());
                    assertThat(answer.at("dbID")).isEqualTo(migration.database().value());
                })
                .client(fixture -> {
                    assertThat(RequestCapture.target(api -> api.status(REF))).isEqualTo("GET " + PATH);
                    var migration = fixture.receiving();
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).ref()).isEqualTo(migration);
                });
    }

    /** @param phase makes a migration that takes the action */
    private static DocumentedRule action(
            String verb,
            Function<SimulatorFixture, MigrationRef> phase,
            Action action) {
        return DocumentedRule
                .that("To " + verb + " is a POST to " + verb + " of the migration and answers its status at once")
                .simulator(fixture -> {
                    var migration = phase.apply(fixture);
                    var answer = fixture.post(migration, verb);
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.at("migrationID")).isEqualTo(migration.migration().value());
                    assertThat(answer.at("status")).isNotEmpty();
                })
                .client(fixture -> {
                    assertThat(RequestCapture.target(api -> api.act(action, REF, null)))
                            .isEqualTo("POST " + PATH + "/" + verb);
                    SimulatorFixture.value(fixture.client().act(action, phase.apply(fixture), null));
                });
    }

    private static DocumentedRule schedule() {
        return DocumentedRule.that("A cleanup is scheduled by the same POST with option.cleanupTime in its query")
                .simulator(fixture -> {
                    var answer = fixture.post(
                            fixture.receiving(), "cleanup?option.cleanupTime=2026-12-31T14:30:00Z");
                    assertThat(answer.at("expectedCleanupTime")).isEqualTo("2026-12-31T14:30:00Z");
                })
                .client(fixture -> {
                    var answer = SimulatorFixture.value(
                            fixture.client().act(Action.SCHEDULE_CLEANUP, fixture.receiving(),
                                    new CleanupTime(TestedOperation.CLEANUP)));
                    assertThat(answer.expectedCleanupTime()).isEqualTo(TestedOperation.CLEANUP);
                });
    }

    private static DocumentedRule scheduleIsAQuery() {
        return DocumentedRule.that("The time of a cleanup goes out in UTC and whole seconds, as 2026-12-31T14:30:00Z")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    for (var wrong : List.of("2026-12-31", "2026-12-31T14:30:00", "tomorrow", "")) {
                        assertThat(fixture.post(migration, "cleanup?option.cleanupTime=" + wrong).status())
                                .isEqualTo(400);
                    }
                    assertThat(fixture.phase(migration)).isEqualTo("RECEIVING_FILES");
                })
                .client(_ -> assertThat(RequestCapture.target(
                        api -> api.act(Action.SCHEDULE_CLEANUP, REF,
                                new CleanupTime(Instant.parse("2026-12-31T15:30:00.987+01:00")))))
                        .isEqualTo("POST " + PATH + "/cleanup?option.cleanupTime=2026-12-31T14:30:00Z"));
    }

    private static DocumentedRule scheduleWithoutSeconds() {
        return DocumentedRule.that("A time without its seconds is documented too, and is understood")
                .simulator(fixture -> assertThat(fixture.post(
                        fixture.receiving(), "cleanup?option.cleanupTime=2026-12-31T14:30Z").at("expectedCleanupTime"))
                        .isEqualTo("2026-12-31T14:30:00Z"))
                .client(_ -> assertThat(RequestCapture.status(
                        "{\"status\":\"Closed\",\"expectedCleanupTime\":\"2026-12-31T14:30Z\"}")
                        .expectedCleanupTime())
                        .isEqualTo(TestedOperation.CLEANUP));
    }

    private static DocumentedRule onlyByPost() {
        return DocumentedRule.that("No call lists migrations: only whoever kept its ID knows one")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    assertThat(fixture.get("/v2/databases/" + migration.database() + "/migrations").status())
                            .isEqualTo(404);
                })
                .client(fixture -> {
                    var stranger = new MigrationRef(fixture.database(SimulatedCloud.AWS),
                            fixture.receiving().migration());
                    assertThat(SimulatorFixture.error(fixture.client().status(stranger)))
                            .isInstanceOf(ApiError.NotFound.class);
                });
    }
}
