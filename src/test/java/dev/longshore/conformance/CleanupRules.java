package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Deadline;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.fact.CleanupFact;
import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.SimulatedCloud;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The cleanup: asked for, scheduled, or by itself after an idle week. */
final class CleanupRules {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private CleanupRules() {}

    static List<DocumentedRule> rules() {
        return List.of(
                cleansUp(), onlyItsOwn(), neverDuringImport(), idleWeek(), byItself(), uploadsDoNot(), imports(),
                notIdle(), scheduled(), overridesTheWeek(), noLongerReset(), again(), past(), dueDuringImport(),
                dueDuringFailure(), notStoppedByIt(), closedIsFinal(), nothingPrevents());
    }

    private static DocumentedRule cleansUp() {
        return DocumentedRule.that("A cleanup closes the migration")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    fixture.post(migration, "cleanup");
                    assertThat(fixture.phase(migration)).isEqualTo("CLEANING_UP");
                    fixture.advanceHours(1);
                    assertThat(fixture.statusWord(migration)).isEqualTo("Closed");
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    SimulatorFixture.value(fixture.client().act(Action.CLEAN_UP, migration, null));
                    fixture.advanceHours(1);
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).status().raw())
                            .isEqualTo("Closed");
                })
                .model(_ -> assertThat(List.of("ReceivingFiles", "MigrationDone", "Failed", "Aborted", "Paused"))
                        .allMatch(word -> ModelRulings.of(Action.CLEAN_UP, word).equals("ALLOWED")));
    }

    private static DocumentedRule onlyItsOwn() {
        return DocumentedRule.that("A cleanup touches only its own migration")
                .simulator(fixture -> {
                    var database = fixture.database(SimulatedCloud.AWS);
                    var other = fixture.receiving(database);
                    fixture.post(fixture.receiving(database), "cleanup");
                    fixture.advanceHours(1);
                    assertThat(fixture.statusWord(other)).isEqualTo("ReceivingFiles");
                })
                .client(fixture -> {
                    var database = fixture.database(SimulatedCloud.AWS);
                    var other = fixture.receiving(database);
                    SimulatorFixture.value(fixture.client().act(Action.CLEAN_UP, fixture.receiving(database), null));
                    assertThat(fixture.simulator().requests().countChanging()).isEqualTo(1);
                    assertThat(SimulatorFixture.value(fixture.client().status(other)).credentials() != null).isTrue();
                });
    }

    private static DocumentedRule neverDuringImport() {
        return DocumentedRule.that("A cleanup asked for during an import fails")
                .simulator(fixture -> {
                    var migration = fixture.importing();
                    assertThat(fixture.post(migration, "cleanup").status()).isEqualTo(409);
                    assertThat(fixture.phase(migration)).isEqualTo("IMPORTING");
                })
                .client(fixture -> assertThat(
                        SimulatorFixture.error(fixture.client().act(Action.CLEAN_UP, fixture.importing(), null)))
                        .isInstanceOf(ApiError.Conflict.class))
                .model(_ -> assertThat(List.of("ImportInProgress", "IN_PROGRESS", "STARTING")).allMatch(
                        word -> ModelRulings.of(Action.CLEAN_UP, word).equals("NO_CLEANUP_DURING_IMPORT")));
    }

    private static DocumentedRule idleWeek() {
        return DocumentedRule.that("The cleanup is due a week after initialize")
                .simulator(fixture -> {
                    var begun = fixture.now();
                    assertThat(due(fixture, fixture.initializing())).isEqualTo(begun.plus(WEEK));
                })
                .client(fixture -> {
                    var begun = fixture.now();
                    assertThat(SimulatorFixture.value(fixture.client().status(fixture.initializing()))
                            .expectedCleanupTime())
                            .isEqualTo(begun.plus(WEEK));
                })
                .model(_ -> assertThat(CleanupClock.IDLE_TIMEOUT).isEqualTo(WEEK));
    }

    private static DocumentedRule byItself() {
        return DocumentedRule.that("After an idle week the cleanup starts by itself, and not before")
                .simulator(fixture -> {
                    var migration = fixture.initializing();
                    fixture.advance(WEEK.minus(MINUTE));
                    assertThat(fixture.phase(migration)).isEqualTo("RECEIVING_FILES");
                    fixture.advance(MINUTE);
                    assertThat(fixture.phase(migration)).isEqualTo("CLEANING_UP");
                })
                .client(fixture -> {
                    var migration = fixture.initializing();
                    fixture.advance(WEEK.plusHours(1));
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).status().raw())
                            .isEqualTo("Closed");
                });
    }

    private static DocumentedRule uploadsDoNot() {
        return DocumentedRule.that("Neither uploads nor questions restart the idle week")
                .simulator(fixture -> {
                    var migration = fixture.initializing();
                    var due = due(fixture, migration);
                    fixture.advance(Duration.ofDays(6));
                    assertThat(due(fixture, migration)).isEqualTo(due);
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    var due = SimulatorFixture.value(fixture.client().status(migration)).expectedCleanupTime();
                    fixture.advance(Duration.ofDays(3));
                    SimulatorFixture.value(fixture.client().act(Action.RESUME, migration, null));
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).expectedCleanupTime())
                            .isEqualTo(due);
                });
    }

    private static DocumentedRule imports() {
        return DocumentedRule.that("The idle week starts anew when data is imported")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    var before = due(fixture, migration);
                    fixture.post(migration, "launch");
                    fixture.advanceHours(31);
                    assertThat(fixture.phase(migration)).isEqualTo("DONE");
                    assertThat(due(fixture, migration))
                            .isBetween(before.plus(Duration.ofHours(30)), fixture.now().plus(WEEK));
                })
                .client(fixture -> assertThat(
                        SimulatorFixture.value(fixture.client().status(fixture.done())).expectedCleanupTime())
                        .isBetween(fixture.now().plus(Duration.ofDays(6)), fixture.now().plus(WEEK)))
                .model(_ -> assertThat(CleanupClock.effectOfLaunch(deadline(Deadline.Cause.CLEANUP_IDLE)).kind())
                        .isEqualTo(CleanupFact.LAUNCH_RESTARTS_TIMEOUT));
    }

    private static DocumentedRule notIdle() {
        return DocumentedRule.that("A migration that imports is not idle, however long it takes")
                .simulator(fixture -> {
                    var migration = longImport(fixture);
                    fixture.advance(Duration.ofDays(9));
                    assertThat(fixture.phase(migration)).isEqualTo("IMPORTING");
                })
                .client(fixture -> {
                    var migration = longImport(fixture);
                    fixture.advance(Duration.ofDays(9));
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).status().raw())
                            .isEqualTo("ImportInProgress");
                });
    }

    private static DocumentedRule scheduled() {
        return DocumentedRule.that("A scheduled cleanup starts at its time")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    fixture.schedule(migration, fixture.now().plus(Duration.ofHours(5)));
                    fixture.advance(Duration.ofHours(5).minus(MINUTE));
                    assertThat(fixture.phase(migration)).isEqualTo("RECEIVING_FILES");
                    fixture.advance(MINUTE);
                    assertThat(fixture.phase(migration)).isEqualTo("CLEANING_UP");
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    SimulatorFixture.value(fixture.client().act(Action.SCHEDULE_CLEANUP, migration,
                            new CleanupTime(fixture.now().plus(Duration.ofHours(5)))));
                    fixture.advanceHours(5);
                    assertThat(fixture.phase(migration)).isEqualTo("CLEANING_UP");
                })
                .model(_ -> assertThat(ModelRulings.scheduling(ModelRulings.NOW.plusSeconds(1), "ReceivingFiles"))
                        .isEqualTo("ALLOWED"));
    }

    private static DocumentedRule overridesTheWeek() {
        return DocumentedRule.that("A scheduled cleanup overrides the idle week")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    fixture.schedule(migration, fixture.now().plus(Duration.ofDays(30)));
                    fixture.advance(Duration.ofDays(20));
                    assertThat(fixture.phase(migration)).isEqualTo("RECEIVING_FILES");
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    var time = fixture.now().plus(Duration.ofDays(30));
                    SimulatorFixture
                            .value(fixture.client().act(Action.SCHEDULE_CLEANUP, migration, new CleanupTime(time)));
                    fixture.advance(Duration.ofDays(20));
                    var status = SimulatorFixture.value(fixture.client().status(migration));
                    assertThat(status.status().raw()).isEqualTo("ReceivingFiles");
                    assertThat(status.expectedCleanupTime()).isEqualTo(time);
                });
    }

    private static DocumentedRule noLongerReset() {
        return DocumentedRule.that("Once a cleanup is scheduled an import no longer moves it")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    var time = fixture.now().plus(Duration.ofDays(3));
                    fixture.schedule(migration, time);
                    fixture.post(migration, "launch");
                    fixture.advanceHours(31);
                    assertThat(fixture.phase(migration)).isEqualTo("DONE");
                    assertThat(due(fixture, migration)).isEqualTo(time);
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    var time = fixture.now().plus(Duration.ofDays(3));
                    SimulatorFixture
                            .value(fixture.client().act(Action.SCHEDULE_CLEANUP, migration, new CleanupTime(time)));
                    assertThat(SimulatorFixture.value(fixture.client().act(Action.LAUNCH, migration, null))
                            .expectedCleanupTime())
                            .isEqualTo(time);
                })
                .model(_ -> assertThat(CleanupClock.effectOfLaunch(deadline(Deadline.Cause.CLEANUP_SCHEDULED)).kind())
                        .isEqualTo(CleanupFact.LAUNCH_KEEPS_SCHEDULE));
    }

    private static DocumentedRule again() {
        return DocumentedRule.that("A cleanup can be scheduled again, during an import too; the last time counts")
                .simulator(fixture -> {
                    var migration = fixture.importing();
                    fixture.schedule(migration, fixture.now().plus(Duration.ofDays(2)));
                    fixture.schedule(migration, fixture.now().plus(Duration.ofDays(9)));
                    assertThat(due(fixture, migration)).isEqualTo(fixture.now().plus(Duration.ofDays(9)));
                })
                .client(fixture -> {
                    var migration = fixture.importing();
                    SimulatorFixture
                            .value(fixture.client().act(Action.SCHEDULE_CLEANUP, migration,
                                    new CleanupTime(fixture.now().plus(WEEK))));
                    assertThat(
                            SimulatorFixture
                                    .value(fixture.client().act(Action.SCHEDULE_CLEANUP, migration,
                                            new CleanupTime(TestedOperation.CLEANUP)))
                                    .expectedCleanupTime())
                            .isEqualTo(TestedOperation.CLEANUP);
                })
                .model(_ -> assertThat(ModelRulings.scheduling(ModelRulings.NOW.plus(WEEK), "ImportInProgress"))
                        .isEqualTo("ALLOWED"));
    }

    private static DocumentedRule past() {
        return DocumentedRule.that("A time in the past starts the cleanup at once")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    fixture.schedule(migration, fixture.now().minus(Duration.ofDays(1)));
                    assertThat(fixture.phase(migration)).isEqualTo("CLEANING_UP");
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    SimulatorFixture
                            .value(fixture.client().act(Action.SCHEDULE_CLEANUP, migration,
                                    new CleanupTime(fixture.now().minus(WEEK))));
                    assertThat(fixture.phase(migration)).isEqualTo("CLEANING_UP");
                })
                .model(_ -> {
                    assertThat(ModelRulings.scheduling(ModelRulings.NOW.minusSeconds(1), "ReceivingFiles"))
                            .isEqualTo("TIME_IN_THE_PAST");
                    assertThat(ModelRulings.scheduling(ModelRulings.NOW, "ReceivingFiles"))
                            .isEqualTo("TIME_IN_THE_PAST");
                });
    }

    private static DocumentedRule dueDuringImport() {
        return DocumentedRule.that("A cleanup that falls due during an import starts the moment the import ends")
                .simulator(fixture -> {
                    var migration = fixture.importing();
                    fixture.schedule(migration, fixture.now().plus(Duration.ofHours(2)));
                    fixture.advance(Duration.ofHours(30));
                    assertThat(fixture.phase(migration)).isEqualTo("CLEANING_UP");
                })
                .client(fixture -> {
                    var migration = fixture.importing();
                    SimulatorFixture.value(fixture.client().act(Action.SCHEDULE_CLEANUP, migration,
                            new CleanupTime(fixture.now().plus(Duration.ofHours(2)))));
                    fixture.advance(Duration.ofHours(31));
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).status().raw())
                            .isEqualTo("Closed");
                });
    }

    private static DocumentedRule dueDuringFailure() {
        return DocumentedRule
                .that("So it does after an import that failed: the files are gone, and nothing can be launched again")
                .simulator(fixture -> {
                    var migration = failingAfterItsCleanupIsDue(fixture);
                    assertThat(fixture.phase(migration)).isEqualTo("CLOSED");
                    assertThat(fixture.post(migration, "launch").status()).isEqualTo(409);
                })
                .client(fixture -> assertThat(
                        SimulatorFixture
                                .error(fixture.client().act(Action.LAUNCH, failingAfterItsCleanupIsDue(fixture), null)))
                        .isInstanceOf(ApiError.Conflict.class))
                .model(_ -> assertThat(ModelRulings.of(Action.LAUNCH, "CleaningUpFiles")).isEqualTo("CLOSED"));
    }

    private static MigrationRef failingAfterItsCleanupIsDue(SimulatorFixture fixture) {
        var migration = fixture.receiving();
        fixture.plan(migration, ImportPlan.lasting(Duration.ofHours(24)).failing(0.5, "Schema mismatch", false));
        fixture.schedule(migration, fixture.now().plus(Duration.ofHours(2)));
        fixture.post(migration, "launch");
        fixture.advanceHours(14);
        return migration;
    }

    private static DocumentedRule notStoppedByIt() {
        return DocumentedRule.that("A cleanup that falls due does not stop the import")
                .simulator(fixture -> {
                    var migration = fixture.importing();
                    fixture.schedule(migration, fixture.now().plus(Duration.ofHours(2)));
                    fixture.advance(Duration.ofHours(20));
                    assertThat(fixture.phase(migration)).isEqualTo("IMPORTING");
                })
                .client(fixture -> {
                    var migration = fixture.importing();
                    var time = fixture.now().plus(Duration.ofHours(2));
                    fixture.schedule(migration, time);
                    fixture.advance(Duration.ofHours(20));
                    var status = SimulatorFixture.value(fixture.client().status(migration));
                    assertThat(status.status().raw()).isEqualTo("ImportInProgress");
                    assertThat(status.expectedCleanupTime()).isEqualTo(time);
                });
    }

    private static DocumentedRule closedIsFinal() {
        return DocumentedRule.that("Closed is final")
                .simulator(fixture -> {
                    var migration = fixture.closed();
                    fixture.post(migration, "launch");
                    fixture.schedule(migration, TestedOperation.CLEANUP);
                    fixture.advance(WEEK);
                    assertThat(fixture.statusWord(migration)).isEqualTo("Closed");
                })
                .client(fixture -> {
                    var migration = fixture.closed();
                    fixture.client().act(Action.RESUME, migration, null);
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).status().raw())
                            .isEqualTo("Closed");
                })
                .model(_ -> {
                    for (var action : Action.values()) {
                        assertThat(ModelRulings.of(action, "Closed")).isEqualTo("CLOSED");
                    }
                });
    }

    private static DocumentedRule nothingPrevents() {
        return DocumentedRule.that("A cleanup can be moved but not called off for good")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    for (var wrong : List.of("", "never", "null")) {
                        assertThat(fixture.post(migration, "cleanup?option.cleanupTime=" + wrong).status())
                                .isEqualTo(400);
                    }
                    assertThat(fixture.get(migration).isNull("expectedCleanupTime")).isFalse();
                });
    }

    private static MigrationRef longImport(SimulatorFixture fixture) {
        var migration = fixture.receiving();
        fixture.plan(migration, ImportPlan.lasting(Duration.ofDays(21)));
        fixture.post(migration, "launch");
        return migration;
    }

    private static Deadline deadline(Deadline.Cause cause) {
        return new Deadline(ModelRulings.NOW.plus(WEEK), cause, ModelRulings.NOW);
    }

    private static Instant due(SimulatorFixture fixture, MigrationRef migration) {
        return Instant.parse(fixture.get(migration).at("expectedCleanupTime"));
    }
}
