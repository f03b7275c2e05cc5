package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 3, 4, 5 and 10: the steps of the import, pause and resume, abort, and how long it all takes. */
class ImportRulesTest {

    private static final ImportPlan HUNDRED_HOURS = ImportPlan.lasting(Duration.ofHours(100));

    @AutoClose private final Caller caller = Caller.atAStandstill();

    private final UUID database = caller.database(Cloud.AWS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    1   | Discovering uploaded SSTables
                    3   | Validating SSTable subsets
                    34  | Imported 409 of 1,204 SSTable subsets (34 %)
                    89  | Imported 1,071 of 1,204 SSTable subsets (89 %)
                    93  | Importing SSTable metadata: Imported 1,119 of 1,204 SSTable subsets (93 %)
                    99  | Re-enabling compactions
                    101 | All SSTable subsets are imported
                    """)
    void goesThroughTheStepsOfAnImport(int hours, String progressInfo) {
        Migration migration = launched();

        caller.advance(Duration.ofHours(hours));

        assertThat(migration.get().text("progressInfo")).isEqualTo(progressInfo);
    }

    @Test
    void stopsTheWholeImportWhenAStepFails() {
        Migration migration = caller.receivingFiles(database);
        migration.plan(HUNDRED_HOURS.failing(0.03, "SSTable validation failed", true));
        migration.post("launch");

        caller.advance(Duration.ofHours(4));

        assertThat(migration.status()).isEqualTo("MigrationFailed");
    }

    @Test
    void letsRunningJobsEndBeforeItIsPaused() {
        Migration migration = launched();
        caller.advance(Duration.ofHours(10));

        Caller.Reply paused = migration.post("pause");
        caller.advance(Timings.usual().drain().minusSeconds(1));

        assertThat(paused.status()).isEqualTo(200);
        assertThat(phase(migration)).isEqualTo("IMPORTING");
        caller.advance(Duration.ofSeconds(1));
        assertThat(phase(migration)).isEqualTo("PAUSED");
    }

    @Test
    void keepsItsProgressWhilePaused() {
        Migration migration = paused();
        String progress = migration.get().text("progressInfo");

        caller.advance(Duration.ofHours(30));

        assertThat(progress).startsWith("Paused. Imported 1").contains("(10 %)");
        assertThat(migration.get().text("progressInfo")).isEqualTo(progress);
    }

    @Test
    void resumesFromWhereItWasPaused() {
        Migration migration = paused();
        caller.advance(Duration.ofHours(30));

        migration.post("resume");
        caller.advance(Duration.ofHours(10));

        assertThat(migration.status()).isEqualTo("ImportInProgress");
        assertThat(migration.get().text("progressInfo")).contains("(20 %)");
    }

    @Test
    void resumesWithoutAnyEffectWhereNothingIsPaused() {
        Migration receiving = caller.receivingFiles(database);
        String before = receiving.get().body();

        Caller.Reply resumed = receiving.post("resume");

        assertThat(resumed.status()).isEqualTo(200);
        assertThat(receiving.get().body()).isEqualTo(before);
    }

    @Test
    void pausesAllTheSameWhenItIsResumedBeforeItWasPaused() {
        Migration migration = launched();
        caller.advance(Duration.ofHours(10));
        migration.post("pause");

        migration.post("resume");
        caller.advance(Timings.usual().drain().plus(Caller.AFTER_LAG));

        assertThat(migration.status()).isEqualTo("Paused");
    }

    @Test
    void pausesNothingOutsideOfTheImport() {
        assertThat(caller.receivingFiles(database).post("pause").status()).isEqualTo(409);
    }

    @Test
    void pausesAnImportThatHasBeenLaunchedAndDoesNotRunYet() {
        Migration migration = caller.receivingFiles(database);
        migration.post("launch");

        assertThat(migration.post("pause").status()).isEqualTo(200);
        caller.advance(Timings.usual().drain().plus(Caller.AFTER_LAG));
        assertThat(migration.status()).isEqualTo("Paused");
    }

    @Test
    void isDoneAndNotPausedWhenTheImportEndsWhileItsJobsEnd() {
        Migration migration = launched();
        caller.advance(Duration.ofHours(100).minusMinutes(1));

        migration.post("pause");
        caller.advance(Duration.ofHours(1));

        assertThat(migration.status()).isEqualTo("MigrationDone");
    }

    @Test
    void removesAllProgressByAnAbort() {
        Migration migration = launched();
        caller.advance(Duration.ofHours(40));

        Caller.Reply aborted = migration.post("abort");
        caller.advance(Caller.AFTER_LAG);

        assertThat(aborted.status()).isEqualTo(200);
        assertThat(migration.status()).isEqualTo("Aborted");
        assertThat(migration.get().text("progressInfo")).doesNotContain("%");
    }

    @Test
    void abortsUntilTheMetadataImportBegins() {
        Migration migration = launched();

        caller.advance(Duration.ofHours(90).minusSeconds(1));

        assertThat(migration.post("abort").status()).isEqualTo(200);
    }

    @Test
    void abortsNothingOnceMetadataIsImported() {
        Migration migration = launched();
        caller.advance(Duration.ofHours(90));

        Caller.Reply refused = migration.post("abort");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/errors/0/message").asString()).contains("metadata");
        caller.advance(Duration.ofHours(11));
        assertThat(migration.status()).isEqualTo("MigrationDone");
    }

    @Test
    void abortsBeforeTheLaunchToo() {
        Migration migration = caller.receivingFiles(database);

        assertThat(migration.post("abort").status()).isEqualTo(200);
        assertThat(migration.get().json().at("/uploadCredentials/keys").isNull())
                .isTrue();
    }

    @Test
    void hasNothingToAbortInAMigrationThatIsDone() {
        Migration migration = launched();
        caller.advance(Duration.ofHours(101));

        assertThat(migration.post("abort").status()).isEqualTo(409);
    }

    @Test
    void importsForLongerThanTheIdleWeekWithoutBeingCleanedUp() {
        Migration migration = caller.receivingFiles(database);
        migration.plan(ImportPlan.lasting(Duration.ofDays(16)));
        migration.post("launch");

        caller.advance(Duration.ofDays(15));

        assertThat(migration.status()).isEqualTo("ImportInProgress");
    }

    /** An import of a hundred hours that runs from now on. */
    private Migration launched() {
        Migration migration = caller.receivingFiles(database);
        migration.plan(HUNDRED_HOURS);
        migration.post("launch");
        caller.advance(Timings.usual().start());
        return migration;
    }

    private Migration paused() {
        Migration migration = launched();
        caller.advance(Duration.ofHours(10));
        migration.post("pause");
        caller.advance(Timings.usual().drain().plus(Caller.AFTER_LAG));
        return migration;
    }

    private String phase(Migration migration) {
        return caller.get("/simulator/migrations").json().valueStream()
                .filter(one -> one.path("migrationID").asString().equals(migration.id().toString()))
                .findFirst()
                .orElseThrow()
                .path("phase")
                .asString();
    }
}
