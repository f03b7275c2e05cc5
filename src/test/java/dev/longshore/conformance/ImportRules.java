package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.MigrationRef;
import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.SimulatedCloud;
import java.time.Duration;
import java.util.List;

/** From initialize to the end of an import: launch, pause, resume, abort and relaunch. */
final class ImportRules {
    private static final ImportPlan LONG = ImportPlan.lasting(Duration.ofHours(100));

    private ImportRules() {}

    static List<DocumentedRule> rules() {
        return List.of(
                receivesInMinutes(), severalReceive(), launch(), notLaunchable(), oneAtATime(), pausedIsNotFinished(),
                nextOne(), otherDatabase(), failure(), relaunch(), filesToBlame(), pauseOnlyAnImport(), jobsEnd(),
                progressKept(), resumeElsewhere(), abort(), noLaunchAfterAbort(), noReturn(), endsByItself(), lag(),
                days());
    }

    private static DocumentedRule receivesInMinutes() {
        return DocumentedRule.that("A new migration initializes for minutes and then receives files")
                .simulator(fixture -> {
                    var migration = fixture.initializing();
                    assertThat(fixture.statusWord(migration)).isEqualTo("Initializing");
                    fixture.advance(SimulatorFixture.SETTLING_TIME);
                    assertThat(fixture.statusWord(migration)).isEqualTo("ReceivingFiles");
                })
                .client(fixture -> {
                    var migration = fixture.initializing();
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).status().raw())
                            .isEqualTo("Initializing");
                    fixture.advance(SimulatorFixture.SETTLING_TIME);
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).status().raw())
                            .isEqualTo("ReceivingFiles");
                })
                .model(_ -> assertThat(ModelRulings.of(Action.LAUNCH, "Initializing")).isEqualTo("WRONG_PHASE"));
    }

    private static DocumentedRule severalReceive() {
        return DocumentedRule.that("Several migrations of one database can receive files at once")
                .simulator(fixture -> {
                    var database = fixture.database(SimulatedCloud.AWS);
                    var first = fixture.receiving(database);
                    var second = fixture.receiving(database);
                    assertThat(List.of(fixture.statusWord(first), fixture.statusWord(second)))
                            .containsOnly("ReceivingFiles");
                    assertThat(fixture.get(first).at("uploadBucketDir"))
                            .isNotEqualTo(fixture.get(second).at("uploadBucketDir"));
                })
                .client(fixture -> {
                    var database = fixture.database(SimulatedCloud.AWS);
                    var first = SimulatorFixture.value(fixture.client().status(fixture.receiving(database)));
                    var second = SimulatorFixture.value(fixture.client().status(fixture.receiving(database)));
                    assertThat(first.uploadBucketDir()).isNotEqualTo(second.uploadBucketDir());
                })
                .model(_ -> assertThat(ModelRulings.of(
                        Action.LAUNCH, "ReceivingFiles", "", List.of(ModelRulings.sibling("ReceivingFiles"))))
                        .isEqualTo("ALLOWED"));
    }

    private static DocumentedRule launch() {
        return DocumentedRule.that("Launch takes a migration from receiving files to the import")
                .simulator(fixture -> assertThat(fixture.statusWord(fixture.importing())).isEqualTo("ImportInProgress"))
                .client(fixture -> {
                    var migration = fixture.receiving();
                    SimulatorFixture.value(fixture.client().act(Action.LAUNCH, migration, null));
                    fixture.advance(SimulatorFixture.SETTLING_TIME);
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).status().raw())
                            .isEqualTo("ImportInProgress");
                })
                .model(_ -> {
                    assertThat(ModelRulings.of(Action.LAUNCH, "ReceivingFiles")).isEqualTo("ALLOWED");
                    assertThat(ModelRulings.of(Action.LAUNCH, "READY")).isEqualTo("ALLOWED");
                });
    }

    private static DocumentedRule notLaunchable() {
        return DocumentedRule.that("Nothing is launched that imports, is paused, imported or initializing")
                .simulator(fixture -> {
                    for (var migration : List.of(
                            fixture.done(), fixture.paused(), fixture.importing(), fixture.initializing())) {
                        assertThat(fixture.post(migration, "launch").status()).isEqualTo(409);
                    }
                })
                .client(fixture -> {
                    for (var migration : List.of(
                            fixture.done(), fixture.paused(), fixture.importing(), fixture.initializing())) {
                        assertThat(SimulatorFixture.error(fixture.client().act(Action.LAUNCH, migration, null)))
                                .isInstanceOf(ApiError.Conflict.class);
                    }
                })
                .model(_ -> assertThat(List.of("MigrationDone", "Paused", "ImportInProgress", "Initializing"))
                        .allMatch(word -> ModelRulings.of(Action.LAUNCH, word).equals("WRONG_PHASE")));
    }

    private static DocumentedRule oneAtATime() {
        return DocumentedRule.that("One import at a time per database")
                .simulator(fixture -> {
                    var database = fixture.database(SimulatedCloud.AWS);
                    fixture.importing(database);
                    assertThat(fixture.post(fixture.receiving(database), "launch").status()).isEqualTo(409);
                })
                .client(fixture -> {
                    var database = fixture.database(SimulatedCloud.AWS);
                    fixture.importing(database);
                    assertThat(SimulatorFixture
                            .error(fixture.client().act(Action.LAUNCH, fixture.receiving(database), null)))
                            .isInstanceOf(ApiError.Conflict.class);
                })
                .model(_ -> assertThat(List.of("STARTING", "ImportInProgress", "IN_PROGRESS")).allMatch(
                        word -> blocked(word).equals("ANOTHER_IMPORT_RUNS")));
    }

    private static DocumentedRule pausedIsNotFinished() {
        return DocumentedRule.that("Each import must finish before the next is launched, and a paused one has not")
                .simulator(fixture -> {
                    var paused = fixture.paused();
                    assertThat(fixture.post(fixture.receiving(paused.database()), "launch").status()).isEqualTo(409);
                })
                .client(fixture -> {
                    var waiting = fixture.receiving(fixture.paused().database());
                    assertThat(SimulatorFixture.error(fixture.client().act(Action.LAUNCH, waiting, null)))
                            .isInstanceOf(ApiError.Conflict.class);
                })
                .model(_ -> assertThat(blocked("Paused")).isEqualTo("ANOTHER_IMPORT_RUNS"));
    }

    private static DocumentedRule nextOne() {
        return DocumentedRule.that("When an import has finished the next one can be launched")
                .simulator(fixture -> {
                    var done = fixture.done();
                    assertThat(fixture.post(fixture.receiving(done.database()), "launch").status()).isEqualTo(200);
                })
                .client(fixture -> SimulatorFixture.value(
                        fixture.client().act(Action.LAUNCH, fixture.receiving(fixture.failed(true).database()), null)))
                .model(_ -> assertThat(List.of("MigrationDone", "Failed", "Aborted", "Closed"))
                        .allMatch(word -> blocked(word).equals("ALLOWED")));
    }

    private static String blocked(String sibling) {
        return ModelRulings.of(Action.LAUNCH, "ReceivingFiles", "", List.of(ModelRulings.sibling(sibling)));
    }

    private static DocumentedRule otherDatabase() {
        return DocumentedRule.that("Two databases can import at once")
                .simulator(fixture -> {
                    fixture.importing();
                    assertThat(fixture.statusWord(fixture.importing())).isEqualTo("ImportInProgress");
                })
                .client(fixture -> {
                    fixture.importing();
                    SimulatorFixture.value(fixture.client().act(Action.LAUNCH, fixture.receiving(), null));
                });
    }

    private static DocumentedRule failure() {
        return DocumentedRule.that("A failing step stops the whole import, and the status tells the reason")
                .simulator(fixture -> {
                    var migration = fixture.failed(false);
                    assertThat(fixture.phase(migration)).isEqualTo("FAILED");
                    assertThat(fixture.get(migration).at("progressInfo")).isEqualTo("Schema mismatch");
                })
                .client(fixture -> {
                    var progress = SimulatorFixture.value(fixture.client().status(fixture.failed(false))).progress();
                    assertThat(progress).hasToString("Progress[text=Schema mismatch, percent=OptionalDouble.empty]");
                });
    }

    private static DocumentedRule relaunch() {
        return DocumentedRule
                .that("A failure whose cause lies outside the files can be launched again over the same files")
                .simulator(fixture -> {
                    var migration = fixture.failed(false);
                    assertThat(fixture.post(migration, "launch").status()).isEqualTo(200);
                    fixture.advanceHours(25);
                    assertThat(fixture.statusWord(migration)).isEqualTo("MigrationDone");
                })
                .client(fixture -> {
                    var migration = fixture.failed(false);
                    SimulatorFixture.value(fixture.client().act(Action.LAUNCH, migration, null));
                    fixture.advanceHours(25);
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).status().raw())
                            .isEqualTo("MigrationDone");
                })
                .model(_ -> assertThat(List.of("ERROR", "Failed", "MigrationFailed"))
                        .allMatch(word -> ModelRulings.of(Action.LAUNCH, word).equals("ALLOWED")));
    }

    private static DocumentedRule filesToBlame() {
        return DocumentedRule.that("A failure in the files stays one: its directory cannot be changed")
                .simulator(fixture -> {
                    var migration = fixture.failed(true);
                    assertThat(fixture.get(migration).isNull("uploadCredentials/keys")).isTrue();
                    fixture.post(migration, "launch");
                    fixture.advanceHours(25);
                    assertThat(fixture.phase(migration)).isEqualTo("FAILED");
                })
                .client(fixture -> {
                    var migration = fixture.failed(true);
                    SimulatorFixture.value(fixture.client().act(Action.LAUNCH, migration, null));
                    fixture.advanceHours(25);
                    var status = SimulatorFixture.value(fixture.client().status(migration));
                    assertThat(status.status().raw()).containsIgnoringCase("fail");
                    assertThat(status.credentials()).isNull();
                });
    }

    private static DocumentedRule pauseOnlyAnImport() {
        return DocumentedRule.that("Pause is for the import phase")
                .simulator(fixture -> {
                    for (var migration : List.of(fixture.done(), fixture.receiving(), fixture.initializing())) {
                        assertThat(fixture.post(migration, "pause").status()).isEqualTo(409);
                    }
                })
                .client(fixture -> assertThat(
                        SimulatorFixture.error(fixture.client().act(Action.PAUSE, fixture.receiving(), null)))
                        .isInstanceOf(ApiError.Conflict.class))
                .model(_ -> {
                    assertThat(ModelRulings.of(Action.PAUSE, "ImportInProgress")).isEqualTo("ALLOWED");
                    assertThat(List.of("Initializing", "ReceivingFiles", "MigrationDone", "Paused", "Failed"))
                            .allMatch(word -> ModelRulings.of(Action.PAUSE, word).equals("WRONG_PHASE"));
                });
    }

    private static DocumentedRule jobsEnd() {
        return DocumentedRule.that("A pause is initiated at once, and jobs that run come to their end")
                .simulator(fixture -> {
                    var migration = fixture.importing();
                    assertThat(fixture.post(migration, "pause").status()).isEqualTo(200);
                    assertThat(fixture.phase(migration)).isEqualTo("IMPORTING");
                    fixture.advance(SimulatorFixture.SETTLING_TIME);
                    assertThat(fixture.phase(migration)).isEqualTo("PAUSED");
                })
                .client(fixture -> {
                    var answer = SimulatorFixture.value(fixture.client().act(Action.PAUSE, fixture.importing(), null));
                    assertThat(answer.status().raw()).isEqualTo("ImportInProgress");
                });
    }

    private static DocumentedRule progressKept() {
        return DocumentedRule.that("A pause keeps the progress, and resume continues from there")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    fixture.plan(migration, LONG);
                    fixture.post(migration, "launch");
                    fixture.advanceHours(50);
                    fixture.post(migration, "pause");
                    fixture.advanceHours(60);
                    assertThat(fixture.get(migration).at("progressInfo")).contains("(50 %)");
                    fixture.post(migration, "resume");
                    fixture.advanceHours(10);
                    assertThat(fixture.get(migration).at("progressInfo")).contains("(60 %)");
                })
                .client(fixture -> {
                    var migration = fixture.paused();
                    SimulatorFixture.value(fixture.client().act(Action.RESUME, migration, null));
                    fixture.advance(SimulatorFixture.SETTLING_TIME);
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).status().raw())
                            .isEqualTo("ImportInProgress");
                })
                .model(_ -> assertThat(ModelRulings.of(Action.RESUME, "Paused")).isEqualTo("ALLOWED"));
    }

    private static DocumentedRule resumeElsewhere() {
        return DocumentedRule.that("Resume has no effect on a migration that is not paused")
                .simulator(fixture -> {
                    for (var migration : List.of(fixture.done(), fixture.importing(), fixture.receiving())) {
                        var before = fixture.phase(migration);
                        assertThat(fixture.post(migration, "resume").status()).isEqualTo(200);
                        assertThat(fixture.phase(migration)).isEqualTo(before);
                    }
                })
                .client(fixture -> assertThat(
                        SimulatorFixture.value(fixture.client().act(Action.RESUME, fixture.receiving(), null)).status()
                                .raw())
                        .isEqualTo("ReceivingFiles"))
                .model(_ -> assertThat(List.of("ReceivingFiles", "ImportInProgress", "MigrationDone"))
                        .allMatch(word -> ModelRulings.of(Action.RESUME, word).equals("WRONG_PHASE")));
    }

    private static DocumentedRule abort() {
        return DocumentedRule.that("An import can be aborted while it runs and while it is paused")
                .simulator(fixture -> {
                    assertThat(fixture.post(fixture.importing(), "abort").status()).isEqualTo(200);
                    assertThat(fixture.post(fixture.paused(), "abort").status()).isEqualTo(200);
                })
                .client(fixture -> {
                    var migration = fixture.importing();
                    SimulatorFixture.value(fixture.client().act(Action.ABORT, migration, null));
                    fixture.advance(SimulatorFixture.SETTLING_TIME);
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).status().raw())
                            .containsIgnoringCase("abort");
                })
                .model(_ -> assertThat(List.of("STARTING", "ImportInProgress", "Paused"))
                        .allMatch(word -> ModelRulings.of(Action.ABORT, word).equals("ALLOWED")));
    }

    private static DocumentedRule noLaunchAfterAbort() {
        return DocumentedRule.that("An abort removes all progress, and what was aborted is not launched again")
                .simulator(fixture -> {
                    var migration = fixture.aborted();
                    assertThat(fixture.get(migration).at("progressInfo")).doesNotContain("%");
                    assertThat(fixture.post(migration, "launch").status()).isEqualTo(409);
                })
                .client(fixture -> assertThat(
                        SimulatorFixture.error(fixture.client().act(Action.LAUNCH, fixture.aborted(), null)))
                        .isInstanceOf(ApiError.Conflict.class))
                .model(_ -> assertThat(ModelRulings.of(Action.LAUNCH, "Aborted")).isEqualTo("WRONG_PHASE"));
    }

    private static DocumentedRule noReturn() {
        return DocumentedRule.that("An abort works until the import of SSTable metadata begins")
                .simulator(fixture -> assertThat(fixture.post(nearlyDone(fixture), "abort").status()).isEqualTo(409))
                .client(fixture -> assertThat(
                        SimulatorFixture.error(fixture.client().act(Action.ABORT, nearlyDone(fixture), null)))
                        .isInstanceOf(ApiError.Conflict.class))
                .model(fixture -> {
                    var text = fixture.get(nearlyDone(fixture)).at("progressInfo");
                    assertThat(ModelRulings.of(Action.ABORT, "ImportInProgress", text, List.of()))
                            .isEqualTo("PAST_POINT_OF_NO_RETURN");
                });
    }

    private static DocumentedRule endsByItself() {
        return DocumentedRule.that("Past that point the import ends by itself")
                .simulator(fixture -> {
                    var migration = nearlyDone(fixture);
                    fixture.post(migration, "abort");
                    fixture.advanceHours(10);
                    assertThat(fixture.statusWord(migration)).isEqualTo("MigrationDone");
                });
    }

    /** At 95 % of its work, where metadata is imported. */
    private static MigrationRef nearlyDone(SimulatorFixture fixture) {
        var migration = fixture.receiving();
        fixture.plan(migration, LONG);
        fixture.post(migration, "launch");
        fixture.advanceHours(95);
        return migration;
    }

    private static DocumentedRule lag() {
        return DocumentedRule.that("The status can stay what it was for minutes after a change was taken")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    assertThat(fixture.post(migration, "launch").at("status")).isEqualTo("ReceivingFiles");
                    assertThat(fixture.statusWord(migration)).isEqualTo("ReceivingFiles");
                    assertThat(fixture.phase(migration)).isEqualTo("STARTING");
                })
                .client(fixture -> assertThat(
                        SimulatorFixture.value(fixture.client().act(Action.LAUNCH, fixture.receiving(), null)).status()
                                .raw())
                        .isEqualTo("ReceivingFiles"));
    }

    private static DocumentedRule days() {
        return DocumentedRule.that("An import can take longer than the idle week")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    fixture.plan(migration, ImportPlan.lasting(Duration.ofDays(21)));
                    fixture.post(migration, "launch");
                    fixture.advanceHours(20 * 24);
                    assertThat(fixture.statusWord(migration)).isEqualTo("ImportInProgress");
                });
    }
}
