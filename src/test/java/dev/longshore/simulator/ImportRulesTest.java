package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 3, 4, 5 and 10: the steps of the import, pause and resume, abort, and how long it all takes. */
class ImportRulesTest {

    private static final ImportPlan HUNDRED_HOURS = ImportPlan.lasting(Duration.ofHours(100));

    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    private final UUID database = client.database(SimulatedCloud.AWS);

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
        TestMigration migration = launched();

        client.advance(Duration.ofHours(hours));

        assertThat(migration.get().text("progressInfo")).isEqualTo(progressInfo);
    }

    @Test
    void stopsTheWholeImportWhenAStepFails() {
        TestMigration migration = client.receivingFiles(database);
        migration.plan(HUNDRED_HOURS.failing(0.03, "SSTable validation failed", true));
        migration.post("launch");

        client.advance(Duration.ofHours(4));

        assertThat(migration.status()).isEqualTo("MigrationFailed");
    }

    @Test
    void letsRunningJobsEndBeforeItIsPaused() {
        TestMigration migration = launched();
        client.advance(Duration.ofHours(10));

        SimulatorClient.SimulatorResponse paused = migration.post("pause");
        client.advance(ServiceTimings.usual().drain().minusSeconds(1));

        assertThat(paused.status()).isEqualTo(200);
        assertThat(phase(migration)).isEqualTo("IMPORTING");
        client.advance(Duration.ofSeconds(1));
        assertThat(phase(migration)).isEqualTo("PAUSED");
    }

    @Test
    void keepsItsProgressWhilePaused() {
        TestMigration migration = paused();
        String progress = migration.get().text("progressInfo");

        client.advance(Duration.ofHours(30));

        assertThat(progress).startsWith("Paused. Imported 1").contains("(10 %)");
        assertThat(migration.get().text("progressInfo")).isEqualTo(progress);
    }

    @Test
    void resumesFromWhereItWasPaused() {
        TestMigration migration = paused();
        client.advance(Duration.ofHours(30));

        migration.post("resume");
        client.advance(Duration.ofHours(10));

        assertThat(migration.status()).isEqualTo("ImportInProgress");
        assertThat(migration.get().text("progressInfo")).contains("(20 %)");
    }

    @Test
    void resumesWithoutAnyEffectWhereNothingIsPaused() {
        TestMigration receiving = client.receivingFiles(database);
        String before = receiving.get().body();

        SimulatorClient.SimulatorResponse resumed = receiving.post("resume");

        assertThat(resumed.status()).isEqualTo(200);
        assertThat(receiving.get().body()).isEqualTo(before);
    }

    @Test
    void pausesAllTheSameWhenItIsResumedBeforeItWasPaused() {
        TestMigration migration = launched();
        client.advance(Duration.ofHours(10));
        migration.post("pause");

        migration.post("resume");
        client.advance(ServiceTimings.usual().drain().plus(SimulatorClient.AFTER_LAG));

        assertThat(migration.status()).isEqualTo("Paused");
    }

    @Test
    void pausesNothingOutsideOfTheImport() {
        assertThat(client.receivingFiles(database).post("pause").status()).isEqualTo(409);
    }

    @Test
    void pausesAnImportThatHasBeenLaunchedAndDoesNotRunYet() {
        TestMigration migration = client.receivingFiles(database);
        migration.post("launch");

        assertThat(migration.post("pause").status()).isEqualTo(200);
        client.advance(ServiceTimings.usual().drain().plus(SimulatorClient.AFTER_LAG));
        assertThat(migration.status()).isEqualTo("Paused");
    }

    @Test
    void isDoneAndNotPausedWhenTheImportEndsWhileItsJobsEnd() {
        TestMigration migration = launched();
        client.advance(Duration.ofHours(100).minusMinutes(1));

        migration.post("pause");
        client.advance(Duration.ofHours(1));

        assertThat(migration.status()).isEqualTo("MigrationDone");
    }

    @Test
    void removesAllProgressByAnAbort() {
        TestMigration migration = launched();
        client.advance(Duration.ofHours(40));

        SimulatorClient.SimulatorResponse aborted = migration.post("abort");
        client.advance(SimulatorClient.AFTER_LAG);

        assertThat(aborted.status()).isEqualTo(200);
        assertThat(migration.status()).isEqualTo("Aborted");
        assertThat(migration.get().text("progressInfo")).doesNotContain("%");
    }

    @Test
    void abortsUntilTheMetadataImportBegins() {
        TestMigration migration = launched();

        client.advance(Duration.ofHours(90).minusSeconds(1));

        assertThat(migration.post("abort").status()).isEqualTo(200);
    }

    @Test
    void abortsNothingOnceMetadataIsImported() {
        TestMigration migration = launched();
        client.advance(Duration.ofHours(90));

        SimulatorClient.SimulatorResponse refused = migration.post("abort");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/errors/0/message").asString()).contains("metadata");
        client.advance(Duration.ofHours(11));
        assertThat(migration.status()).isEqualTo("MigrationDone");
    }

    @Test
    void abortsBeforeTheLaunchToo() {
        TestMigration migration = client.receivingFiles(database);

        assertThat(migration.post("abort").status()).isEqualTo(200);
        assertThat(migration.get().json().at("/uploadCredentials/keys").isNull())
                .isTrue();
    }

    @Test
    void hasNothingToAbortInAMigrationThatIsDone() {
        TestMigration migration = launched();
        client.advance(Duration.ofHours(101));

        assertThat(migration.post("abort").status()).isEqualTo(409);
    }

    @Test
    void importsForLongerThanTheIdleWeekWithoutBeingCleanedUp() {
        TestMigration migration = client.receivingFiles(database);
        migration.plan(ImportPlan.lasting(Duration.ofDays(16)));
        migration.post("launch");

        client.advance(Duration.ofDays(15));

        assertThat(migration.status()).isEqualTo("ImportInProgress");
    }

    /** An import of a hundred hours that runs from now on. */
    private TestMigration launched() {
        TestMigration migration = client.receivingFiles(database);
        migration.plan(HUNDRED_HOURS);
        migration.post("launch");
        client.advance(ServiceTimings.usual().start());
        return migration;
    }

    private TestMigration paused() {
        TestMigration migration = launched();
        client.advance(Duration.ofHours(10));
        migration.post("pause");
        client.advance(ServiceTimings.usual().drain().plus(SimulatorClient.AFTER_LAG));
        return migration;
    }

    private String phase(TestMigration migration) {
        return client.get("/simulator/migrations").json().valueStream()
                .filter(one -> one.path("migrationID").asString().equals(migration.id().toString()))
                .findFirst()
                .orElseThrow()
                .path("phase")
                .asString();
    }
}
