package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.model.Action;
import dev.longshore.model.MigrationRef;
import dev.longshore.simulator.Cloud;
import dev.longshore.simulator.ImportPlan;
import java.time.Duration;
import java.util.List;

/** From initialize to the end of an import: launch, pause, resume, abort and relaunch. */
final class ImportRules {
    private static final ImportPlan LONG = ImportPlan.lasting(Duration.ofHours(100));

    private ImportRules() {}

    static List<Rule> rules() {
        return List.of(
                receivesInMinutes(), severalReceive(), launch(), notLaunchable(), oneAtATime(), pausedIsNotFinished(),
                nextOne(), otherDatabase(), failure(), relaunch(), filesToBlame(), pauseOnlyAnImport(), jobsEnd(),
                progressKept(), resumeElsewhere(), abort(), noLaunchAfterAbort(), noReturn(), endsByItself(), lag(),
                days());
    }

    private static Rule receivesInMinutes() {
        return Rule.that("A new migration initializes for minutes and then receives files")
                .simulator(harbour -> {
                    var migration = harbour.initializing();
                    assertThat(harbour.word(migration)).isEqualTo("Initializing");
                    harbour.advance(Harbour.A_WHILE);
                    assertThat(harbour.word(migration)).isEqualTo("ReceivingFiles");
                })
                .client(harbour -> {
                    var migration = harbour.initializing();
                    assertThat(Harbour.value(harbour.client().status(migration)).status().raw())
                            .isEqualTo("Initializing");
                    harbour.advance(Harbour.A_WHILE);
                    assertThat(Harbour.value(harbour.client().status(migration)).status().raw())
                            .isEqualTo("ReceivingFiles");
                })
                .model(_ -> assertThat(Rulings.of(Action.LAUNCH, "Initializing")).isEqualTo("WRONG_PHASE"));
    }

    private static Rule severalReceive() {
        return Rule.that("Several migrations of one database can receive files at once")
                .simulator(harbour -> {
                    var database = harbour.database(Cloud.AWS);
                    var first = harbour.receiving(database);
                    var second = harbour.receiving(database);
                    assertThat(List.of(harbour.word(first), harbour.word(second))).containsOnly("ReceivingFiles");
                    assertThat(harbour.get(first).at("uploadBucketDir"))
                            .isNotEqualTo(harbour.get(second).at("uploadBucketDir"));
                })
                .client(harbour -> {
                    var database = harbour.database(Cloud.AWS);
                    var first = Harbour.value(harbour.client().status(harbour.receiving(database)));
                    var second = Harbour.value(harbour.client().status(harbour.receiving(database)));
                    assertThat(first.uploadBucketDir()).isNotEqualTo(second.uploadBucketDir());
                })
                .model(_ -> assertThat(Rulings.of(
                        Action.LAUNCH, "ReceivingFiles", "", List.of(Rulings.sibling("ReceivingFiles"))))
                        .isEqualTo("ALLOWED"));
    }

    private static Rule launch() {
        return Rule.that("Launch takes a migration from receiving files to the import")
                .simulator(harbour -> assertThat(harbour.word(harbour.importing())).isEqualTo("ImportInProgress"))
                .client(harbour -> {
                    var migration = harbour.receiving();
                    Harbour.value(harbour.client().launch(migration));
                    harbour.advance(Harbour.A_WHILE);
                    assertThat(Harbour.value(harbour.client().status(migration)).status().raw())
                            .isEqualTo("ImportInProgress");
                })
                .model(_ -> {
                    assertThat(Rulings.of(Action.LAUNCH, "ReceivingFiles")).isEqualTo("ALLOWED");
                    assertThat(Rulings.of(Action.LAUNCH, "READY")).isEqualTo("ALLOWED");
                });
    }

    private static Rule notLaunchable() {
        return Rule.that("Nothing is launched that imports, is paused, imported or initializing")
                .simulator(harbour -> {
                    for (var migration : List.of(
                            harbour.done(), harbour.paused(), harbour.importing(), harbour.initializing())) {
                        assertThat(harbour.post(migration, "launch").status()).isEqualTo(409);
                    }
                })
                .client(harbour -> {
                    for (var migration : List.of(
                            harbour.done(), harbour.paused(), harbour.importing(), harbour.initializing())) {
                        assertThat(Harbour.error(harbour.client().launch(migration)))
                                .isInstanceOf(ApiError.Conflict.class);
                    }
                })
                .model(_ -> assertThat(List.of("MigrationDone", "Paused", "ImportInProgress", "Initializing"))
                        .allMatch(word -> Rulings.of(Action.LAUNCH, word).equals("WRONG_PHASE")));
    }

    private static Rule oneAtATime() {
        return Rule.that("One import at a time per database")
                .simulator(harbour -> {
                    var database = harbour.database(Cloud.AWS);
                    harbour.importing(database);
                    assertThat(harbour.post(harbour.receiving(database), "launch").status()).isEqualTo(409);
                })
                .client(harbour -> {
                    var database = harbour.database(Cloud.AWS);
                    harbour.importing(database);
                    assertThat(Harbour.error(harbour.client().launch(harbour.receiving(database))))
                            .isInstanceOf(ApiError.Conflict.class);
                })
                .model(_ -> assertThat(List.of("STARTING", "ImportInProgress", "IN_PROGRESS")).allMatch(
                        word -> blocked(word).equals("ANOTHER_IMPORT_RUNS")));
    }

    private static Rule pausedIsNotFinished() {
        return Rule.that("Each import must finish before the next is launched, and a paused one has not")
                .simulator(harbour -> {
                    var paused = harbour.paused();
                    assertThat(harbour.post(harbour.receiving(paused.database()), "launch").status()).isEqualTo(409);
                })
                .client(harbour -> {
                    var waiting = harbour.receiving(harbour.paused().database());
                    assertThat(Harbour.error(harbour.client().launch(waiting))).isInstanceOf(ApiError.Conflict.class);
                })
                .model(_ -> assertThat(blocked("Paused")).isEqualTo("ANOTHER_IMPORT_RUNS"));
    }

    private static Rule nextOne() {
        return Rule.that("When an import has finished the next one can be launched")
                .simulator(harbour -> {
                    var done = harbour.done();
                    assertThat(harbour.post(harbour.receiving(done.database()), "launch").status()).isEqualTo(200);
                })
                .client(harbour -> Harbour.value(
                        harbour.client().launch(harbour.receiving(harbour.failed(true).database()))))
                .model(_ -> assertThat(List.of("MigrationDone", "Failed", "Aborted", "Closed"))
                        .allMatch(word -> blocked(word).equals("ALLOWED")));
    }

    private static String blocked(String sibling) {
        return Rulings.of(Action.LAUNCH, "ReceivingFiles", "", List.of(Rulings.sibling(sibling)));
    }

    private static Rule otherDatabase() {
        return Rule.that("Two databases can import at once")
                .simulator(harbour -> {
                    harbour.importing();
                    assertThat(harbour.word(harbour.importing())).isEqualTo("ImportInProgress");
                })
                .client(harbour -> {
                    harbour.importing();
                    Harbour.value(harbour.client().launch(harbour.receiving()));
                });
    }

    private static Rule failure() {
        return Rule.that("A failing step stops the whole import, and the status tells the reason")
                .simulator(harbour -> {
                    var migration = harbour.failed(false);
                    assertThat(harbour.phase(migration)).isEqualTo("FAILED");
                    assertThat(harbour.get(migration).at("progressInfo")).isEqualTo("Schema mismatch");
                })
                .client(harbour -> {
                    var progress = Harbour.value(harbour.client().status(harbour.failed(false))).progress();
                    assertThat(progress).hasToString("Unknown[text=Schema mismatch]");
                });
    }

    private static Rule relaunch() {
        return Rule.that("A failure whose cause lies outside the files can be launched again over the same files")
                .simulator(harbour -> {
                    var migration = harbour.failed(false);
                    assertThat(harbour.post(migration, "launch").status()).isEqualTo(200);
                    harbour.advanceHours(25);
                    assertThat(harbour.word(migration)).isEqualTo("MigrationDone");
                })
                .client(harbour -> {
                    var migration = harbour.failed(false);
                    Harbour.value(harbour.client().launch(migration));
                    harbour.advanceHours(25);
                    assertThat(Harbour.value(harbour.client().status(migration)).status().raw())
                            .isEqualTo("MigrationDone");
                })
                .model(_ -> assertThat(List.of("ERROR", "Failed", "MigrationFailed"))
                        .allMatch(word -> Rulings.of(Action.LAUNCH, word).equals("ALLOWED")));
    }

    private static Rule filesToBlame() {
        return Rule.that("A failure in the files stays one: its directory cannot be changed")
                .simulator(harbour -> {
                    var migration = harbour.failed(true);
                    assertThat(harbour.get(migration).isNull("uploadCredentials/keys")).isTrue();
                    harbour.post(migration, "launch");
                    harbour.advanceHours(25);
                    assertThat(harbour.phase(migration)).isEqualTo("FAILED");
                })
                .client(harbour -> {
                    var migration = harbour.failed(true);
                    Harbour.value(harbour.client().launch(migration));
                    harbour.advanceHours(25);
                    var status = Harbour.value(harbour.client().status(migration));
                    assertThat(status.status().raw()).containsIgnoringCase("fail");
                    assertThat(status.credentials()).isNull();
                });
    }

    private static Rule pauseOnlyAnImport() {
        return Rule.that("Pause is for the import phase")
                .simulator(harbour -> {
                    for (var migration : List.of(harbour.done(), harbour.receiving(), harbour.initializing())) {
                        assertThat(harbour.post(migration, "pause").status()).isEqualTo(409);
                    }
                })
                .client(harbour -> assertThat(Harbour.error(harbour.client().pause(harbour.receiving())))
                        .isInstanceOf(ApiError.Conflict.class))
                .model(_ -> {
                    assertThat(Rulings.of(Action.PAUSE, "ImportInProgress")).isEqualTo("ALLOWED");
                    assertThat(List.of("Initializing", "ReceivingFiles", "MigrationDone", "Paused", "Failed"))
                            .allMatch(word -> Rulings.of(Action.PAUSE, word).equals("WRONG_PHASE"));
                });
    }

    private static Rule jobsEnd() {
        return Rule.that("A pause is initiated at once, and jobs that run come to their end")
                .simulator(harbour -> {
                    var migration = harbour.importing();
                    assertThat(harbour.post(migration, "pause").status()).isEqualTo(200);
                    assertThat(harbour.phase(migration)).isEqualTo("IMPORTING");
                    harbour.advance(Harbour.A_WHILE);
                    assertThat(harbour.phase(migration)).isEqualTo("PAUSED");
                })
                .client(harbour -> {
                    var answer = Harbour.value(harbour.client().pause(harbour.importing()));
                    assertThat(answer.status().raw()).isEqualTo("ImportInProgress");
                });
    }

    private static Rule progressKept() {
        return Rule.that("A pause keeps the progress, and resume continues from there")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    harbour.plan(migration, LONG);
                    harbour.post(migration, "launch");
                    harbour.advanceHours(50);
                    harbour.post(migration, "pause");
                    harbour.advanceHours(60);
                    assertThat(harbour.get(migration).at("progressInfo")).contains("(50 %)");
                    harbour.post(migration, "resume");
                    harbour.advanceHours(10);
                    assertThat(harbour.get(migration).at("progressInfo")).contains("(60 %)");
                })
                .client(harbour -> {
                    var migration = harbour.paused();
                    Harbour.value(harbour.client().resume(migration));
                    harbour.advance(Harbour.A_WHILE);
                    assertThat(Harbour.value(harbour.client().status(migration)).status().raw())
                            .isEqualTo("ImportInProgress");
                })
                .model(_ -> assertThat(Rulings.of(Action.RESUME, "Paused")).isEqualTo("ALLOWED"));
    }

    private static Rule resumeElsewhere() {
        return Rule.that("Resume has no effect on a migration that is not paused")
                .simulator(harbour -> {
                    for (var migration : List.of(harbour.done(), harbour.importing(), harbour.receiving())) {
                        var before = harbour.phase(migration);
                        assertThat(harbour.post(migration, "resume").status()).isEqualTo(200);
                        assertThat(harbour.phase(migration)).isEqualTo(before);
                    }
                })
                .client(harbour -> assertThat(
                        Harbour.value(harbour.client().resume(harbour.receiving())).status().raw())
                        .isEqualTo("ReceivingFiles"))
                .model(_ -> assertThat(List.of("ReceivingFiles", "ImportInProgress", "MigrationDone"))
                        .allMatch(word -> Rulings.of(Action.RESUME, word).equals("WRONG_PHASE")));
    }

    private static Rule abort() {
        return Rule.that("An import can be aborted while it runs and while it is paused")
                .simulator(harbour -> {
                    assertThat(harbour.post(harbour.importing(), "abort").status()).isEqualTo(200);
                    assertThat(harbour.post(harbour.paused(), "abort").status()).isEqualTo(200);
                })
                .client(harbour -> {
                    var migration = harbour.importing();
                    Harbour.value(harbour.client().abort(migration));
                    harbour.advance(Harbour.A_WHILE);
                    assertThat(Harbour.value(harbour.client().status(migration)).status().raw())
                            .containsIgnoringCase("abort");
                })
                .model(_ -> assertThat(List.of("STARTING", "ImportInProgress", "Paused"))
                        .allMatch(word -> Rulings.of(Action.ABORT, word).equals("ALLOWED")));
    }

    private static Rule noLaunchAfterAbort() {
        return Rule.that("An abort removes all progress, and what was aborted is not launched again")
                .simulator(harbour -> {
                    var migration = harbour.aborted();
                    assertThat(harbour.get(migration).at("progressInfo")).doesNotContain("%");
                    assertThat(harbour.post(migration, "launch").status()).isEqualTo(409);
                })
                .client(harbour -> assertThat(Harbour.error(harbour.client().launch(harbour.aborted())))
                        .isInstanceOf(ApiError.Conflict.class))
                .model(_ -> assertThat(Rulings.of(Action.LAUNCH, "Aborted")).isEqualTo("WRONG_PHASE"));
    }

    private static Rule noReturn() {
        return Rule.that("An abort works until the import of SSTable metadata begins")
                .simulator(harbour -> assertThat(harbour.post(nearlyDone(harbour), "abort").status()).isEqualTo(409))
                .client(harbour -> assertThat(Harbour.error(harbour.client().abort(nearlyDone(harbour))))
                        .isInstanceOf(ApiError.Conflict.class))
                .model(harbour -> {
                    var text = harbour.get(nearlyDone(harbour)).at("progressInfo");
                    assertThat(Rulings.of(Action.ABORT, "ImportInProgress", text, List.of()))
                            .isEqualTo("PAST_POINT_OF_NO_RETURN");
                });
    }

    private static Rule endsByItself() {
        return Rule.that("Past that point the import ends by itself")
                .simulator(harbour -> {
                    var migration = nearlyDone(harbour);
                    harbour.post(migration, "abort");
                    harbour.advanceHours(10);
                    assertThat(harbour.word(migration)).isEqualTo("MigrationDone");
                });
    }

    /** At 95 % of its work, where metadata is imported. */
    private static MigrationRef nearlyDone(Harbour harbour) {
        var migration = harbour.receiving();
        harbour.plan(migration, LONG);
        harbour.post(migration, "launch");
        harbour.advanceHours(95);
        return migration;
    }

    private static Rule lag() {
        return Rule.that("The status can stay what it was for minutes after a change was taken")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    assertThat(harbour.post(migration, "launch").at("status")).isEqualTo("ReceivingFiles");
                    assertThat(harbour.word(migration)).isEqualTo("ReceivingFiles");
                    assertThat(harbour.phase(migration)).isEqualTo("STARTING");
                })
                .client(harbour -> assertThat(
                        Harbour.value(harbour.client().launch(harbour.receiving())).status().raw())
                        .isEqualTo("ReceivingFiles"));
    }

    private static Rule days() {
        return Rule.that("An import can take longer than the idle week")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    harbour.plan(migration, ImportPlan.lasting(Duration.ofDays(21)));
                    harbour.post(migration, "launch");
                    harbour.advanceHours(20 * 24);
                    assertThat(harbour.word(migration)).isEqualTo("ImportInProgress");
                });
    }
}
