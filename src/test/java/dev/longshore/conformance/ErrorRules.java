package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.devops.ApiError;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.simulator.Aim;
import dev.longshore.simulator.Cloud;
import dev.longshore.simulator.Fault;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the service says no, and what it is known to answer besides. */
final class ErrorRules {
    private ErrorRules() {}

    static List<Rule> rules() {
        return List.of(
                envelope(), badToken(), badId(), unknownMigration(), conflict(), internal(), emptySegment(),
                noSuchPage(), notJson(), emptyReply(), rateLimit(false), rateLimit(true), lostAnswer(),
                noIdempotency());
    }

    private static Rule envelope() {
        return Rule.that("An error is a list of errors, each with an ID and a message")
                .simulator(harbour -> {
                    var answer = harbour.post(harbour.receiving(), "pause");
                    assertThat(answer.json().at("/errors/0/ID").isInt()).isTrue();
                    assertThat(answer.at("errors/0/message")).isNotEmpty();
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    var said = harbour.post(migration, "pause").at("errors/0/message");
                    assertThat(Harbour.error(harbour.client().pause(migration)).message()).contains(said);
                });
    }

    private static Rule badToken() {
        return Rule.that("A token nobody knows is answered with 401, whatever is asked")
                .simulator(harbour -> {
                    var path = Harbour.path(harbour.receiving());
                    assertThat(harbour.send("GET", path, "AstraCS:no:one").status()).isEqualTo(401);
                    assertThat(harbour.send("POST", path + "/launch", "AstraCS:no:one").status()).isEqualTo(401);
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    try (var stranger = harbour.client("AstraCS:no:one")) {
                        for (var call : Call.values()) {
                            assertThat(Harbour.error(call.ask(stranger, migration)))
                                    .isInstanceOf(ApiError.Unauthorized.class);
                        }
                    }
                });
    }

    private static Rule badId() {
        return Rule.that("An ID that cannot be one is a bad request")
                .simulator(harbour -> assertThat(harbour.get("/v2/databases/" + harbour.database(Cloud.AWS)
                        + "/migrations/nonsense").status())
                        .isEqualTo(400))
                .client(harbour -> assertThat(Harbour.error(harbour.client().status(
                        new MigrationRef(harbour.database(Cloud.AWS), new MigrationId("nonsense")))))
                        .isInstanceOf(ApiError.BadRequest.class));
    }

    private static Rule unknownMigration() {
        return Rule.that("A migration that is not there is not found, for every call about it")
                .simulator(harbour -> assertThat(harbour.post("/v2/databases/" + harbour.database(Cloud.AWS)
                        + "/migrations/" + new UUID(1, 2) + "/launch").status())
                        .isEqualTo(404))
                .client(harbour -> {
                    var nobody = new MigrationRef(
                            harbour.database(Cloud.AWS), new MigrationId(new UUID(1, 2).toString()));
                    for (var call : List.of(Call.STATUS, Call.LAUNCH, Call.PAUSE, Call.RESUME, Call.ABORT,
                            Call.CLEAN_UP,
                            Call.SCHEDULE_CLEANUP)) {
                        assertThat(Harbour.error(call.ask(harbour.client(), nobody)))
                                .isInstanceOf(ApiError.NotFound.class);
                    }
                });
    }

    private static Rule conflict() {
        return Rule.that("What the migration's state does not allow is a conflict")
                .simulator(harbour -> {
                    var migration = harbour.closed();
                    for (var action : List.of("launch", "pause", "abort", "cleanup")) {
                        assertThat(harbour.post(migration, action).status()).isEqualTo(409);
                    }
                })
                .client(harbour -> {
                    var migration = harbour.closed();
                    for (var call : List.of(Call.LAUNCH, Call.PAUSE, Call.ABORT, Call.CLEAN_UP,
                            Call.SCHEDULE_CLEANUP)) {
                        var error = Harbour.error(call.ask(harbour.client(), migration));
                        assertThat(error).isInstanceOf(ApiError.Conflict.class);
                        assertThat(error.mayHaveHappened()).isFalse();
                    }
                });
    }

    private static Rule internal() {
        return Rule.that("Every call may fail with a 500")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    harbour.simulator().faults().inject(new Fault.ErrorStatus(500, "broken"), Aim.any());
                    assertThat(harbour.get(migration).status()).isEqualTo(500);
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    harbour.simulator().faults().inject(new Fault.ErrorStatus(500, "broken"), Aim.any());
                    assertThat(Harbour.error(harbour.client().launch(migration)).mayHaveHappened()).isTrue();
                });
    }

    private static Rule emptySegment() {
        return Rule.that("An empty part of a path is answered with the HTML of a 301")
                .simulator(harbour -> {
                    var answer = harbour.get("/v2/databases//migrations/x");
                    assertThat(answer.status()).isEqualTo(301);
                    assertThat(answer.body()).startsWith("<a href=").contains("Moved Permanently");
                })
                .client(harbour -> {
                    assertThatThrownBy(() -> MigrationRef.parse("/x")).isInstanceOf(IllegalArgumentException.class);
                    var migration = harbour.receiving();
                    harbour.simulator().faults().inject(new Fault.MovedPermanently(), Aim.any().always());
                    assertThat(Harbour.error(harbour.client().launch(migration)).message())
                            .contains("which is also how it answers an address with an empty part");
                });
    }

    private static Rule noSuchPage() {
        return Rule.that("A path nobody serves is answered with the plain text 404 page not found")
                .simulator(harbour -> {
                    var answer = harbour.get("/v2/harbours");
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.body()).isEqualToIgnoringNewLines("404 page not found");
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    harbour.simulator().faults().inject(new Fault.PageNotFound(), Aim.any());
                    assertThat(Harbour.error(harbour.client().status(migration)).message())
                            .contains("the address itself may be wrong");
                });
    }

    private static Rule notJson() {
        return Rule.that("While a fresh migration's bucket is made the answer may be no JSON")
                .simulator(harbour -> {
                    harbour.simulator().faults().inject(new Fault.NotJson(200), Aim.any());
                    assertThat(harbour.get(harbour.initializing()).body()).doesNotContain("{");
                })
                .client(harbour -> {
                    var migration = harbour.initializing();
                    harbour.simulator().faults().inject(new Fault.NotJson(200), Aim.any());
                    assertThat(Harbour.error(harbour.client().status(migration)))
                            .isInstanceOf(ApiError.Malformed.class);
                    Harbour.value(harbour.client().status(migration));
                });
    }

    private static Rule emptyReply() {
        return Rule.that("The connection may be closed without an answer")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    harbour.simulator().faults().inject(new Fault.EmptyReply(), Aim.any().always());
                    assertThatThrownBy(() -> harbour.get(migration)).isInstanceOf(UncheckedIOException.class);
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    harbour.simulator().faults().inject(new Fault.EmptyReply(), Aim.any());
                    Harbour.value(harbour.client().status(migration));
                });
    }

    private static Rule rateLimit(boolean asDate) {
        var fault = new Fault.RateLimited(Duration.ofSeconds(90), asDate);
        return Rule
                .that("Too many calls are answered with 429, and Retry-After " + (asDate ? "as a date" : "in seconds"))
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    harbour.simulator().faults().inject(fault, Aim.any());
                    var answer = harbour.get(migration);
                    assertThat(answer.status()).isEqualTo(429);
                    assertThat(answer.header("Retry-After"))
                            .isEqualTo(asDate ? "Sat, 21 Nov 2026 18:11:30 GMT" : "90");
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    harbour.simulator().faults().inject(fault, Aim.any());
                    assertThat(Harbour.error(harbour.client().status(migration)))
                            .isInstanceOfSatisfying(ApiError.RateLimited.class,
                                    limited -> assertThat(limited.retryAfter())
                                            .isEqualTo(Optional.of(Duration.ofSeconds(90))));
                });
    }

    private static Rule lostAnswer() {
        return Rule.that("A change whose answer was lost may have happened; the next status decides")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    harbour.simulator().faults().inject(new Fault.LostAnswer(), Aim.any().method("POST"));
                    assertThatThrownBy(() -> harbour.post(migration, "launch"))
                            .isInstanceOf(UncheckedIOException.class);
                    assertThat(harbour.phase(migration)).isEqualTo("STARTING");
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    harbour.simulator().faults().inject(new Fault.LostAnswer(), Aim.any().method("POST"));
                    assertThat(Harbour.error(harbour.client().launch(migration)).mayHaveHappened()).isTrue();
                    assertThat(harbour.simulator().requests().countChanging()).isEqualTo(1);
                    harbour.advance(Harbour.A_WHILE);
                    assertThat(Harbour.value(harbour.client().status(migration)).status().raw())
                            .isEqualTo("ImportInProgress");
                });
    }

    private static Rule noIdempotency() {
        return Rule.that("There is no idempotency key: initialize asked for twice makes two migrations")
                .simulator(harbour -> {
                    var path = "/v2/databases/" + harbour.database(Cloud.AWS) + "/migrations/initialize";
                    assertThat(harbour.post(path).at("migrationID")).isNotEqualTo(harbour.post(path).at("migrationID"));
                })
                .client(harbour -> {
                    var database = harbour.database(Cloud.AWS);
                    harbour.simulator().faults().inject(new Fault.LostAnswer(), Aim.any());
                    Harbour.error(harbour.client().initialize(InitializeRequest.into(database)));
                    assertThat(harbour.get("/simulator/migrations").json()).hasSize(1);
                });
    }
}
