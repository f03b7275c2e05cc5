package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationRef;
import dev.longshore.simulator.Cloud;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How the operations are called, and what they answer at once. */
final class CallRules {
    private static final MigrationRef REF = Wiretap.REF;
    private static final DatabaseId DB = REF.database();
    private static final String PATH = "/v2/databases/db-1/migrations/mig-1";

    private CallRules() {}

    static List<Rule> rules() {
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
                action("launch", Harbour::receiving, DevOpsApi::launch),
                action("pause", Harbour::importing, DevOpsApi::pause),
                action("resume", Harbour::paused, DevOpsApi::resume),
                action("abort", Harbour::importing, DevOpsApi::abort),
                action("cleanup", Harbour::receiving, DevOpsApi::cleanUp),
                schedule(),
                scheduleIsAQuery(),
                scheduleWithoutSeconds(),
                onlyByPost());
    }

    private static Rule token() {
        return Rule.that("Every call carries the application token as a bearer token")
                .simulator(harbour -> {
                    assertThat(harbour.send("GET", "/v2/databases", "AstraCS:of:nobody").status()).isEqualTo(401);
                    assertThat(harbour.get("/v2/databases").status()).isEqualTo(200);
                })
                .client(_ -> {
                    for (var call : Call.values()) {
                        var request = Wiretap.sent(api -> call.ask(api, REF));
                        assertThat(request.getHeaders().values("Authorization"))
                                .containsExactly("Bearer " + Wiretap.TOKEN);
                    }
                });
    }

    private static Rule viewOnly() {
        return Rule.that("To create a migration, viewing databases is not enough")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    var token = harbour.simulator().viewOnlyToken();
                    assertThat(harbour.send("GET", Harbour.path(migration), token).status()).isEqualTo(200);
                    assertThat(harbour.send("POST", Harbour.path(migration) + "/launch", token).status())
                            .isEqualTo(403);
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    try (var client = harbour.client(harbour.simulator().viewOnlyToken())) {
                        Harbour.value(client.status(migration));
                        assertThat(Harbour.error(client.launch(migration))).isInstanceOf(ApiError.Forbidden.class);
                    }
                });
    }

    private static Rule method() {
        return Rule.that("What reads is a GET, what changes is a POST")
                .simulator(harbour -> {
                    var path = Harbour.path(harbour.receiving());
                    assertThat(harbour.get(path + "/launch").status()).isEqualTo(405);
                    assertThat(harbour.post(path).status()).isEqualTo(405);
                })
                .client(_ -> {
                    for (var call : Call.values()) {
                        assertThat(Wiretap.sent(api -> call.ask(api, REF)).getMethod())
                                .isEqualTo(call.changes() ? "POST" : "GET");
                    }
                });
    }

    private static Rule noBody() {
        return Rule.that("No operation takes a body: what it needs is in its path and query")
                .simulator(harbour -> assertThat(harbour.post(harbour.receiving(), "launch").status()).isEqualTo(200))
                .client(_ -> {
                    for (var call : Call.values()) {
                        assertThat(Wiretap.sent(api -> call.ask(api, REF)).getBodySize()).isZero();
                    }
                });
    }

    private static Rule initialize() {
        return Rule.that("Initialize is a POST to migrations/initialize of a database and answers the new migration")
                .simulator(harbour -> {
                    var made = harbour.post("/v2/databases/" + harbour.database(Cloud.AWS) + "/migrations/initialize");
                    assertThat(made.status()).isEqualTo(200);
                    assertThat(made.at("migrationID")).hasSize(36);
                })
                .client(harbour -> {
                    assertThat(Wiretap.target(api -> api.initialize(InitializeRequest.into(DB))))
                            .isEqualTo("POST /v2/databases/db-1/migrations/initialize");
                    var made = Harbour.value(
                            harbour.client().initialize(InitializeRequest.into(harbour.database(Cloud.AWS))));
                    assertThat(harbour.get(made.ref()).status()).isEqualTo(200);
                });
    }

    private static Rule settings() {
        return Rule.that("Initialize takes concurrency and targetSubsetSizeGB in its query")
                .simulator(harbour -> {
                    var made = harbour.post("/v2/databases/" + harbour.database(Cloud.AWS)
                            + "/migrations/initialize?concurrency=8&targetSubsetSizeGB=2.5");
                    assertThat(made.json().path("concurrency").asInt()).isEqualTo(8);
                    assertThat(made.json().path("targetSubsetSizeGB").asDouble()).isEqualTo(2.5);
                })
                .client(harbour -> {
                    var made = Harbour.value(harbour.client().initialize(new InitializeRequest(
                            harbour.database(Cloud.AWS), null, OptionalInt.of(8), OptionalDouble.of(2.5))));
                    assertThat(made.concurrency()).isEqualTo(8);
                    assertThat(made.targetSubsetSizeGb()).isEqualTo(2.5);
                });
    }

    private static Rule inRegion() {
        return Rule.that("Initialize in one region names the datacenter in its path")
                .simulator(harbour -> {
                    var database = harbour.database(Cloud.AWS);
                    assertThat(harbour.post("/v2/databases/" + database + "/datacenters/" + database
                            + "-1/migrations/initialize").status())
                            .isEqualTo(200);
                })
                .client(harbour -> {
                    assertThat(Wiretap.target(api -> Call.INITIALIZE_IN_REGION.ask(api, REF)))
                            .isEqualTo("POST /v2/databases/db-1/datacenters/db-1-1/migrations/initialize");
                    Harbour.value(Call.INITIALIZE_IN_REGION.ask(harbour.client(), harbour.receiving()));
                });
    }

    private static Rule unknownRegion() {
        return Rule.that("Initialize in a region that is not there is not found")
                .simulator(harbour -> assertThat(harbour.post("/v2/databases/" + harbour.database(Cloud.AWS)
                        + "/datacenters/nowhere/migrations/initialize").status())
                        .isEqualTo(404))
                .client(harbour -> assertThat(Harbour.error(harbour.client().initialize(new InitializeRequest(
                        harbour.database(Cloud.AWS), "nowhere", OptionalInt.empty(), OptionalDouble.empty()))))
                        .isInstanceOf(ApiError.NotFound.class));
    }

    private static Rule status() {
        return Rule.that("The status is a GET of the migration below its database")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    var answer = harbour.get(migration);
                    assertThat(answer.at("migrationID")).isEqualTo(migration.migration().value());
                    assertThat(answer.at("dbID")).isEqualTo(migration.database().value());
                })
                .client(harbour -> {
                    assertThat(Wiretap.target(api -> api.status(REF))).isEqualTo("GET " + PATH);
                    var migration = harbour.receiving();
                    assertThat(Harbour.value(harbour.client().status(migration)).ref()).isEqualTo(migration);
                });
    }

    /** @param phase makes a migration that takes the action */
    private static Rule action(
            String verb,
            Function<Harbour, MigrationRef> phase,
            BiFunction<DevOpsApi, MigrationRef, ApiResult<?>> action) {
        return Rule.that("To " + verb + " is a POST to " + verb + " of the migration and answers its status at once")
                .simulator(harbour -> {
                    var migration = phase.apply(harbour);
                    var answer = harbour.post(migration, verb);
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.at("migrationID")).isEqualTo(migration.migration().value());
                    assertThat(answer.at("status")).isNotEmpty();
                })
                .client(harbour -> {
                    assertThat(Wiretap.target(api -> action.apply(api, REF))).isEqualTo("POST " + PATH + "/" + verb);
                    Harbour.value(action.apply(harbour.client(), phase.apply(harbour)));
                });
    }

    private static Rule schedule() {
        return Rule.that("A cleanup is scheduled by the same POST with option.cleanupTime in its query")
                .simulator(harbour -> {
                    var answer = harbour.post(
                            harbour.receiving(), "cleanup?option.cleanupTime=2026-12-31T14:30:00Z");
                    assertThat(answer.at("expectedCleanupTime")).isEqualTo("2026-12-31T14:30:00Z");
                })
                .client(harbour -> {
                    var answer = Harbour.value(
                            harbour.client().scheduleCleanup(harbour.receiving(), Call.CLEANUP));
                    assertThat(answer.expectedCleanupTime()).isEqualTo(Call.CLEANUP);
                });
    }

    private static Rule scheduleIsAQuery() {
        return Rule.that("The time of a cleanup goes out in UTC and whole seconds, as 2026-12-31T14:30:00Z")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    for (var wrong : List.of("2026-12-31", "2026-12-31T14:30:00", "tomorrow", "")) {
                        assertThat(harbour.post(migration, "cleanup?option.cleanupTime=" + wrong).status())
                                .isEqualTo(400);
                    }
                    assertThat(harbour.phase(migration)).isEqualTo("RECEIVING_FILES");
                })
                .client(_ -> assertThat(Wiretap.target(
                        api -> api.scheduleCleanup(REF, Instant.parse("2026-12-31T15:30:00.987+01:00"))))
                        .isEqualTo("POST " + PATH + "/cleanup?option.cleanupTime=2026-12-31T14:30:00Z"));
    }

    private static Rule scheduleWithoutSeconds() {
        return Rule.that("A time without its seconds is documented too, and is understood")
                .simulator(harbour -> assertThat(harbour.post(
                        harbour.receiving(), "cleanup?option.cleanupTime=2026-12-31T14:30Z").at("expectedCleanupTime"))
                        .isEqualTo("2026-12-31T14:30:00Z"))
                .client(_ -> assertThat(Wiretap.status(
                        "{\"status\":\"Closed\",\"expectedCleanupTime\":\"2026-12-31T14:30Z\"}")
                        .expectedCleanupTime())
                        .isEqualTo(Call.CLEANUP));
    }

    private static Rule onlyByPost() {
        return Rule.that("No call lists migrations: only whoever kept its ID knows one")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    assertThat(harbour.get("/v2/databases/" + migration.database() + "/migrations").status())
                            .isEqualTo(404);
                })
                .client(harbour -> {
                    var stranger = new MigrationRef(harbour.database(Cloud.AWS), harbour.receiving().migration());
                    assertThat(Harbour.error(harbour.client().status(stranger))).isInstanceOf(ApiError.NotFound.class);
                });
    }
}
