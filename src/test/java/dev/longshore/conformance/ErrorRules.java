package dev.longshore.conformance;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.simulator.service.SimulatedCloud;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the service says no, and what it is known to answer besides. */
final class ErrorRules {
    private ErrorRules() {}

    static List<DocumentedRule> rules() {
        return List.of(
                envelope(), badToken(), badId(), unknownMigration(), conflict(), internal(), emptySegment(),
                noSuchPage(), notJson(), emptyReply(), rateLimit(false), rateLimit(true), lostAnswer(),
                noIdempotency());
    }

    private static DocumentedRule envelope() {
        return DocumentedRule.that("An error is a list of errors, each with an ID and a message")
                .simulator(fixture -> {
                    var answer = fixture.post(fixture.receiving(), "pause");
                    assertThat(answer.json().at("/errors/0/ID").isInt()).isTrue();
                    assertThat(answer.at("errors/0/message")).isNotEmpty();
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    var said = fixture.post(migration, "pause").at("errors/0/message");
                    assertThat(say(SimulatorFixture.error(fixture.client().act(Action.PAUSE, migration, null)).fact()))
                            .contains(said);
                });
    }

    private static DocumentedRule badToken() {
        return DocumentedRule.that("A token nobody knows is answered with 401, whatever is asked")
                .simulator(fixture -> {
                    var path = SimulatorFixture.path(fixture.receiving());
                    assertThat(fixture.send("GET", path, "AstraCS:no:one").status()).isEqualTo(401);
                    assertThat(fixture.send("POST", path + "/launch", "AstraCS:no:one").status()).isEqualTo(401);
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    try (var stranger = fixture.client("AstraCS:no:one")) {
                        for (var operation : TestedOperation.values()) {
                            assertThat(SimulatorFixture.error(operation.request(stranger, migration)))
                                    .isInstanceOf(ApiError.Unauthorized.class);
                        }
                    }
                });
    }

    private static DocumentedRule badId() {
        return DocumentedRule.that("An ID that cannot be one is a bad request")
                .simulator(fixture -> assertThat(fixture.get("/v2/databases/" + fixture.database(SimulatedCloud.AWS)
                        + "/migrations/nonsense").status())
                        .isEqualTo(400))
                .client(fixture -> assertThat(SimulatorFixture.error(fixture.client().status(
                        new MigrationRef(fixture.database(SimulatedCloud.AWS), new MigrationId("nonsense")))))
                        .isInstanceOf(ApiError.BadRequest.class));
    }

    private static DocumentedRule unknownMigration() {
        return DocumentedRule.that("A migration that is not there is not found, for every call about it")
                .simulator(fixture -> assertThat(fixture.post("/v2/databases/" + fixture.database(SimulatedCloud.AWS)
                        + "/migrations/" + new UUID(1, 2) + "/launch").status())
                        .isEqualTo(404))
                .client(fixture -> {
                    var nobody = new MigrationRef(
                            fixture.database(SimulatedCloud.AWS), new MigrationId(new UUID(1, 2).toString()));
                    for (var operation : List.of(TestedOperation.STATUS, TestedOperation.LAUNCH, TestedOperation.PAUSE,
                            TestedOperation.RESUME, TestedOperation.ABORT,
                            TestedOperation.CLEAN_UP,
                            TestedOperation.SCHEDULE_CLEANUP)) {
                        assertThat(SimulatorFixture.error(operation.request(fixture.client(), nobody)))
                                .isInstanceOf(ApiError.NotFound.class);
                    }
                });
    }

    private static DocumentedRule conflict() {
        return DocumentedRule.that("What the migration's state does not allow is a conflict")
                .simulator(fixture -> {
                    var migration = fixture.closed();
                    for (var action : List.of("launch", "pause", "abort", "cleanup")) {
                        assertThat(fixture.post(migration, action).status()).isEqualTo(409);
                    }
                })
                .client(fixture -> {
                    var migration = fixture.closed();
                    for (var operation : List.of(TestedOperation.LAUNCH, TestedOperation.PAUSE, TestedOperation.ABORT,
                            TestedOperation.CLEAN_UP,
                            TestedOperation.SCHEDULE_CLEANUP)) {
                        var error = SimulatorFixture.error(operation.request(fixture.client(), migration));
                        assertThat(error).isInstanceOf(ApiError.Conflict.class);
                        assertThat(error.mayHaveHappened()).isFalse();
                    }
                });
    }

    private static DocumentedRule internal() {
        return DocumentedRule.that("Every call may fail with a 500")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    fixture.simulator().faults().inject(new SimulatedFault.ErrorStatus(500, "broken"),
                            FaultTarget.any());
                    assertThat(fixture.get(migration).status()).isEqualTo(500);
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    fixture.simulator().faults().inject(new SimulatedFault.ErrorStatus(500, "broken"),
                            FaultTarget.any());
                    assertThat(SimulatorFixture.error(fixture.client().act(Action.LAUNCH, migration, null))
                            .mayHaveHappened()).isTrue();
                });
    }

    private static DocumentedRule emptySegment() {
        return DocumentedRule.that("An empty part of a path is answered with the HTML of a 301")
                .simulator(fixture -> {
                    var answer = fixture.get("/v2/databases//migrations/x");
                    assertThat(answer.status()).isEqualTo(301);
                    assertThat(answer.body()).startsWith("<a href=").contains("Moved Permanently");
                })
                .client(fixture -> {
                    assertThatThrownBy(() -> MigrationRef.parse("/x")).isInstanceOf(IllegalArgumentException.class);
                    var migration = fixture.receiving();
                    fixture.simulator().faults().inject(SimulatedFault.PlainFault.MOVED_PERMANENTLY,
                            FaultTarget.any().always());
                    assertThat(say(SimulatorFixture.error(fixture.client().act(Action.LAUNCH, migration, null)).fact()))
                            .contains("An address with an empty part (//) gets the same reply");
                });
    }

    private static DocumentedRule noSuchPage() {
        return DocumentedRule.that("A path nobody serves is answered with the plain text 404 page not found")
                .simulator(fixture -> {
                    var answer = fixture.get("/v2/harbours");
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.body()).isEqualToIgnoringNewLines("404 page not found");
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    fixture.simulator().faults().inject(SimulatedFault.PlainFault.PAGE_NOT_FOUND, FaultTarget.any());
                    assertThat(say(SimulatorFixture.error(fixture.client().status(migration)).fact()))
                            .contains("in front of the service", "Check the path");
                });
    }

    private static DocumentedRule notJson() {
        return DocumentedRule.that("While a fresh migration's bucket is made the answer may be no JSON")
                .simulator(fixture -> {
                    fixture.simulator().faults().inject(new SimulatedFault.NotJson(200), FaultTarget.any());
                    assertThat(fixture.get(fixture.initializing()).body()).doesNotContain("{");
                })
                .client(fixture -> {
                    var migration = fixture.initializing();
                    fixture.simulator().faults().inject(new SimulatedFault.NotJson(200), FaultTarget.any());
                    assertThat(SimulatorFixture.error(fixture.client().status(migration)))
                            .isInstanceOf(ApiError.Malformed.class);
                    SimulatorFixture.value(fixture.client().status(migration));
                });
    }

    private static DocumentedRule emptyReply() {
        return DocumentedRule.that("The connection may be closed without an answer")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    fixture.simulator().faults().inject(SimulatedFault.PlainFault.EMPTY_REPLY,
                            FaultTarget.any().always());
                    assertThatThrownBy(() -> fixture.get(migration)).isInstanceOf(UncheckedIOException.class);
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    fixture.simulator().faults().inject(SimulatedFault.PlainFault.EMPTY_REPLY, FaultTarget.any());
                    SimulatorFixture.value(fixture.client().status(migration));
                });
    }

    private static DocumentedRule rateLimit(boolean asDate) {
        var fault = new SimulatedFault.TooManyRequests(Duration.ofSeconds(90), asDate);
        return DocumentedRule
                .that("Too many calls are answered with 429, and Retry-After " + (asDate ? "as a date" : "in seconds"))
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    fixture.simulator().faults().inject(fault, FaultTarget.any());
                    var answer = fixture.get(migration);
                    assertThat(answer.status()).isEqualTo(429);
                    assertThat(answer.header("Retry-After"))
                            .isEqualTo(asDate ? "Sat, 21 Nov 2026 18:11:30 GMT" : "90");
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    fixture.simulator().faults().inject(fault, FaultTarget.any());
                    assertThat(SimulatorFixture.error(fixture.client().status(migration)))
                            .isInstanceOfSatisfying(ApiError.RateLimited.class,
                                    limited -> assertThat(limited.retryAfter())
                                            .isEqualTo(Optional.of(Duration.ofSeconds(90))));
                });
    }

    private static DocumentedRule lostAnswer() {
        return DocumentedRule.that("A change whose answer was lost may have happened; the next status decides")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    fixture.simulator().faults().inject(SimulatedFault.PlainFault.LOST_ANSWER,
                            FaultTarget.any().method("POST"));
                    assertThatThrownBy(() -> fixture.post(migration, "launch"))
                            .isInstanceOf(UncheckedIOException.class);
                    assertThat(fixture.phase(migration)).isEqualTo("STARTING");
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    fixture.simulator().faults().inject(SimulatedFault.PlainFault.LOST_ANSWER,
                            FaultTarget.any().method("POST"));
                    assertThat(SimulatorFixture.error(fixture.client().act(Action.LAUNCH, migration, null))
                            .mayHaveHappened()).isTrue();
                    assertThat(fixture.simulator().requests().countChanging()).isEqualTo(1);
                    fixture.advance(SimulatorFixture.SETTLING_TIME);
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).status().raw())
                            .isEqualTo("ImportInProgress");
                });
    }

    private static DocumentedRule noIdempotency() {
        return DocumentedRule.that("There is no idempotency key: initialize asked for twice makes two migrations")
                .simulator(fixture -> {
                    var path = "/v2/databases/" + fixture.database(SimulatedCloud.AWS) + "/migrations/initialize";
                    assertThat(fixture.post(path).at("migrationID")).isNotEqualTo(fixture.post(path).at("migrationID"));
                })
                .client(fixture -> {
                    var database = fixture.database(SimulatedCloud.AWS);
                    fixture.simulator().faults().inject(SimulatedFault.PlainFault.LOST_ANSWER, FaultTarget.any());
                    SimulatorFixture.error(fixture.client().initialize(InitializeRequest.into(database)));
                    assertThat(fixture.get("/simulator/migrations").json()).hasSize(1);
                });
    }
}
