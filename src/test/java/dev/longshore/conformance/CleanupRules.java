package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupClock;
import dev.longshore.model.Deadline;
import dev.longshore.model.MigrationRef;
import dev.longshore.simulator.Cloud;
import dev.longshore.simulator.ImportPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The cleanup: asked for, scheduled, or by itself after an idle week. */
final class CleanupRules {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private CleanupRules() {}

    static List<Rule> rules() {
        return List.of(
                cleansUp(), onlyItsOwn(), neverDuringImport(), idleWeek(), byItself(), uploadsDoNot(), imports(),
                notIdle(), scheduled(), overridesTheWeek(), noLongerReset(), again(), past(), dueDuringImport(),
                dueDuringFailure(), notStoppedByIt(), closedIsFinal(), nothingPrevents());
    }

    private static Rule cleansUp() {
        return Rule.that("A cleanup closes the migration")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    harbour.post(migration, "cleanup");
                    assertThat(harbour.phase(migration)).isEqualTo("CLEANING_UP");
                    harbour.advanceHours(1);
                    assertThat(harbour.word(migration)).isEqualTo("Closed");
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    Harbour.value(harbour.client().cleanUp(migration));
                    harbour.advanceHours(1);
                    assertThat(Harbour.value(harbour.client().status(migration)).status().raw()).isEqualTo("Closed");
                })
                .model(_ -> assertThat(List.of("ReceivingFiles", "MigrationDone", "Failed", "Aborted", "Paused"))
                        .allMatch(word -> Rulings.of(Action.CLEAN_UP, word).equals("ALLOWED")));
    }

    private static Rule onlyItsOwn() {
        return Rule.that("A cleanup touches only its own migration")
                .simulator(harbour -> {
                    var database = harbour.database(Cloud.AWS);
                    var other = harbour.receiving(database);
                    harbour.post(harbour.receiving(database), "cleanup");
                    harbour.advanceHours(1);
                    assertThat(harbour.word(other)).isEqualTo("ReceivingFiles");
                })
                .client(harbour -> {
                    var database = harbour.database(Cloud.AWS);
                    var other = harbour.receiving(database);
                    Harbour.value(harbour.client().cleanUp(harbour.receiving(database)));
                    assertThat(harbour.simulator().requests().countChanging()).isEqualTo(1);
                    assertThat(Harbour.value(harbour.client().status(other)).credentials() != null).isTrue();
                });
    }

    private static Rule neverDuringImport() {
        return Rule.that("A cleanup asked for during an import fails")
                .simulator(harbour -> {
                    var migration = harbour.importing();
                    assertThat(harbour.post(migration, "cleanup").status()).isEqualTo(409);
                    assertThat(harbour.phase(migration)).isEqualTo("IMPORTING");
                })
                .client(harbour -> assertThat(Harbour.error(harbour.client().cleanUp(harbour.importing())))
                        .isInstanceOf(ApiError.Conflict.class))
                .model(_ -> assertThat(List.of("ImportInProgress", "IN_PROGRESS", "STARTING")).allMatch(
                        word -> Rulings.of(Action.CLEAN_UP, word).equals("NO_CLEANUP_DURING_IMPORT")));
    }

    private static Rule idleWeek() {
        return Rule.that("The cleanup is due a week after initialize")
                .simulator(harbour -> {
                    var begun = harbour.now();
                    assertThat(due(harbour, harbour.initializing())).isEqualTo(begun.plus(WEEK));
                })
                .client(harbour -> {
                    var begun = harbour.now();
                    assertThat(Harbour.value(harbour.client().status(harbour.initializing())).expectedCleanupTime())
                            .isEqualTo(begun.plus(WEEK));
                })
                .model(_ -> assertThat(CleanupClock.IDLE_TIMEOUT).isEqualTo(WEEK));
    }

    private static Rule byItself() {
        return Rule.that("After an idle week the cleanup starts by itself, and not before")
                .simulator(harbour -> {
                    var migration = harbour.initializing();
                    harbour.advance(WEEK.minus(MINUTE));
                    assertThat(harbour.phase(migration)).isEqualTo("RECEIVING_FILES");
                    harbour.advance(MINUTE);
                    assertThat(harbour.phase(migration)).isEqualTo("CLEANING_UP");
                })
                .client(harbour -> {
                    var migration = harbour.initializing();
                    harbour.advance(WEEK.plusHours(1));
                    assertThat(Harbour.value(harbour.client().status(migration)).status().raw()).isEqualTo("Closed");
                });
    }

    private static Rule uploadsDoNot() {
        return Rule.that("Neither uploads nor questions restart the idle week")
                .simulator(harbour -> {
                    var migration = harbour.initializing();
                    var due = due(harbour, migration);
                    harbour.advance(Duration.ofDays(6));
                    assertThat(due(harbour, migration)).isEqualTo(due);
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    var due = Harbour.value(harbour.client().status(migration)).expectedCleanupTime();
                    harbour.advance(Duration.ofDays(3));
                    Harbour.value(harbour.client().resume(migration));
                    assertThat(Harbour.value(harbour.client().status(migration)).expectedCleanupTime())
                            .isEqualTo(due);
                });
    }

    private static Rule imports() {
        return Rule.that("The idle week starts anew when data is imported")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    var before = due(harbour, migration);
                    harbour.post(migration, "launch");
                    harbour.advanceHours(31);
                    assertThat(harbour.phase(migration)).isEqualTo("DONE");
                    assertThat(due(harbour, migration))
                            .isBetween(before.plus(Duration.ofHours(30)), harbour.now().plus(WEEK));
                })
                .client(harbour -> assertThat(
                        Harbour.value(harbour.client().status(harbour.done())).expectedCleanupTime())
                        .isBetween(harbour.now().plus(Duration.ofDays(6)), harbour.now().plus(WEEK)))
                .model(_ -> assertThat(CleanupClock.effectOfLaunch(deadline(Deadline.Cause.CLEANUP_IDLE)))
                        .startsWith("The idle week starts anew when data is imported"));
    }

    private static Rule notIdle() {
        return Rule.that("A migration that imports is not idle, however long it takes")
                .simulator(harbour -> {
                    var migration = longImport(harbour);
                    harbour.advance(Duration.ofDays(9));
                    assertThat(harbour.phase(migration)).isEqualTo("IMPORTING");
                })
                .client(harbour -> {
                    var migration = longImport(harbour);
                    harbour.advance(Duration.ofDays(9));
                    assertThat(Harbour.value(harbour.client().status(migration)).status().raw())
                            .isEqualTo("ImportInProgress");
                });
    }

    private static Rule scheduled() {
        return Rule.that("A scheduled cleanup starts at its time")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    harbour.schedule(migration, harbour.now().plus(Duration.ofHours(5)));
                    harbour.advance(Duration.ofHours(5).minus(MINUTE));
                    assertThat(harbour.phase(migration)).isEqualTo("RECEIVING_FILES");
                    harbour.advance(MINUTE);
                    assertThat(harbour.phase(migration)).isEqualTo("CLEANING_UP");
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    Harbour.value(harbour.client().scheduleCleanup(
                            migration, harbour.now().plus(Duration.ofHours(5))));
                    harbour.advanceHours(5);
                    assertThat(harbour.phase(migration)).isEqualTo("CLEANING_UP");
                })
                .model(_ -> assertThat(Rulings.scheduling(Rulings.NOW.plusSeconds(1), "ReceivingFiles"))
                        .isEqualTo("ALLOWED"));
    }

    private static Rule overridesTheWeek() {
        return Rule.that("A scheduled cleanup overrides the idle week")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    harbour.schedule(migration, harbour.now().plus(Duration.ofDays(30)));
                    harbour.advance(Duration.ofDays(20));
                    assertThat(harbour.phase(migration)).isEqualTo("RECEIVING_FILES");
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    var time = harbour.now().plus(Duration.ofDays(30));
                    Harbour.value(harbour.client().scheduleCleanup(migration, time));
                    harbour.advance(Duration.ofDays(20));
                    var status = Harbour.value(harbour.client().status(migration));
                    assertThat(status.status().raw()).isEqualTo("ReceivingFiles");
                    assertThat(status.expectedCleanupTime()).isEqualTo(time);
                });
    }

    private static Rule noLongerReset() {
        return Rule.that("Once a cleanup is scheduled an import no longer moves it")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    var time = harbour.now().plus(Duration.ofDays(3));
                    harbour.schedule(migration, time);
                    harbour.post(migration, "launch");
                    harbour.advanceHours(31);
                    assertThat(harbour.phase(migration)).isEqualTo("DONE");
                    assertThat(due(harbour, migration)).isEqualTo(time);
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    var time = harbour.now().plus(Duration.ofDays(3));
                    Harbour.value(harbour.client().scheduleCleanup(migration, time));
                    assertThat(Harbour.value(harbour.client().launch(migration)).expectedCleanupTime())
                            .isEqualTo(time);
                })
                .model(_ -> assertThat(CleanupClock.effectOfLaunch(deadline(Deadline.Cause.CLEANUP_SCHEDULED)))
                        .startsWith("The cleanup was scheduled, so a launch does not move it"));
    }

    private static Rule again() {
        return Rule.that("A cleanup can be scheduled again, during an import too; the last time counts")
                .simulator(harbour -> {
                    var migration = harbour.importing();
                    harbour.schedule(migration, harbour.now().plus(Duration.ofDays(2)));
                    harbour.schedule(migration, harbour.now().plus(Duration.ofDays(9)));
                    assertThat(due(harbour, migration)).isEqualTo(harbour.now().plus(Duration.ofDays(9)));
                })
                .client(harbour -> {
                    var migration = harbour.importing();
                    Harbour.value(harbour.client().scheduleCleanup(migration, harbour.now().plus(WEEK)));
                    assertThat(Harbour.value(harbour.client().scheduleCleanup(migration, Call.CLEANUP))
                            .expectedCleanupTime())
                            .isEqualTo(Call.CLEANUP);
                })
                .model(_ -> assertThat(Rulings.scheduling(Rulings.NOW.plus(WEEK), "ImportInProgress"))
                        .isEqualTo("ALLOWED"));
    }

    private static Rule past() {
        return Rule.that("A time in the past starts the cleanup at once")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    harbour.schedule(migration, harbour.now().minus(Duration.ofDays(1)));
                    assertThat(harbour.phase(migration)).isEqualTo("CLEANING_UP");
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    Harbour.value(harbour.client().scheduleCleanup(migration, harbour.now().minus(WEEK)));
                    assertThat(harbour.phase(migration)).isEqualTo("CLEANING_UP");
                })
                .model(_ -> {
                    assertThat(Rulings.scheduling(Rulings.NOW.minusSeconds(1), "ReceivingFiles"))
                            .isEqualTo("TIME_IN_THE_PAST");
                    assertThat(Rulings.scheduling(Rulings.NOW, "ReceivingFiles")).isEqualTo("TIME_IN_THE_PAST");
                });
    }

    private static Rule dueDuringImport() {
        return Rule.that("A cleanup that falls due during an import starts the moment the import ends")
                .simulator(harbour -> {
                    var migration = harbour.importing();
                    harbour.schedule(migration, harbour.now().plus(Duration.ofHours(2)));
                    harbour.advance(Duration.ofHours(30));
                    assertThat(harbour.phase(migration)).isEqualTo("CLEANING_UP");
                })
                .client(harbour -> {
                    var migration = harbour.importing();
                    Harbour.value(harbour.client().scheduleCleanup(
                            migration, harbour.now().plus(Duration.ofHours(2))));
                    harbour.advance(Duration.ofHours(31));
                    assertThat(Harbour.value(harbour.client().status(migration)).status().raw()).isEqualTo("Closed");
                });
    }

    private static Rule dueDuringFailure() {
        return Rule
                .that("So it does after an import that failed: the files are gone, and nothing can be launched again")
                .simulator(harbour -> {
                    var migration = failingAfterItsCleanupIsDue(harbour);
                    assertThat(harbour.phase(migration)).isEqualTo("CLOSED");
                    assertThat(harbour.post(migration, "launch").status()).isEqualTo(409);
                })
                .client(harbour -> assertThat(
                        Harbour.error(harbour.client().launch(failingAfterItsCleanupIsDue(harbour))))
                        .isInstanceOf(ApiError.Conflict.class))
                .model(_ -> assertThat(Rulings.of(Action.LAUNCH, "CleaningUpFiles")).isEqualTo("CLOSED"));
    }

    private static MigrationRef failingAfterItsCleanupIsDue(Harbour harbour) {
        var migration = harbour.receiving();
        harbour.plan(migration, ImportPlan.lasting(Duration.ofHours(24)).failing(0.5, "Schema mismatch", false));
        harbour.schedule(migration, harbour.now().plus(Duration.ofHours(2)));
        harbour.post(migration, "launch");
        harbour.advanceHours(14);
        return migration;
    }

    private static Rule notStoppedByIt() {
        return Rule.that("A cleanup that falls due does not stop the import")
                .simulator(harbour -> {
                    var migration = harbour.importing();
                    harbour.schedule(migration, harbour.now().plus(Duration.ofHours(2)));
                    harbour.advance(Duration.ofHours(20));
                    assertThat(harbour.phase(migration)).isEqualTo("IMPORTING");
                })
                .client(harbour -> {
                    var migration = harbour.importing();
                    var time = harbour.now().plus(Duration.ofHours(2));
                    harbour.schedule(migration, time);
                    harbour.advance(Duration.ofHours(20));
                    var status = Harbour.value(harbour.client().status(migration));
                    assertThat(status.status().raw()).isEqualTo("ImportInProgress");
                    assertThat(status.expectedCleanupTime()).isEqualTo(time);
                });
    }

    private static Rule closedIsFinal() {
        return Rule.that("Closed is final")
                .simulator(harbour -> {
                    var migration = harbour.closed();
                    harbour.post(migration, "launch");
                    harbour.schedule(migration, Call.CLEANUP);
                    harbour.advance(WEEK);
                    assertThat(harbour.word(migration)).isEqualTo("Closed");
                })
                .client(harbour -> {
                    var migration = harbour.closed();
                    harbour.client().resume(migration);
                    assertThat(Harbour.value(harbour.client().status(migration)).status().raw()).isEqualTo("Closed");
                })
                .model(_ -> {
                    for (var action : Action.values()) {
                        assertThat(Rulings.of(action, "Closed")).isEqualTo("CLOSED");
                    }
                });
    }

    private static Rule nothingPrevents() {
        return Rule.that("A cleanup can be moved but not called off for good")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    for (var wrong : List.of("", "never", "null")) {
                        assertThat(harbour.post(migration, "cleanup?option.cleanupTime=" + wrong).status())
                                .isEqualTo(400);
                    }
                    assertThat(harbour.get(migration).isNull("expectedCleanupTime")).isFalse();
                });
    }

    private static MigrationRef longImport(Harbour harbour) {
        var migration = harbour.receiving();
        harbour.plan(migration, ImportPlan.lasting(Duration.ofDays(21)));
        harbour.post(migration, "launch");
        return migration;
    }

    private static Deadline deadline(Deadline.Cause cause) {
        return new Deadline(Rulings.NOW.plus(WEEK), cause, Rulings.NOW);
    }

    private static Instant due(Harbour harbour, MigrationRef migration) {
        return Instant.parse(harbour.get(migration).at("expectedCleanupTime"));
    }
}
