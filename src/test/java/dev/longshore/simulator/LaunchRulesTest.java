package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Rules 2 and 9: what a launch takes, what it revokes, and what a relaunch can mend. */
class LaunchRulesTest {

    private static final ImportPlan DAY = ImportPlan.lasting(Duration.ofDays(1));

    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    private final UUID database = client.database(SimulatedCloud.AWS);

    @Test
    void takesAMigrationThatReceivesFilesToTheImport() {
        TestMigration migration = client.receivingFiles(database);

        SimulatorClient.SimulatorResponse launched = migration.post("launch");
        client.advance(ServiceTimings.usual().start().plus(SimulatorClient.AFTER_LAG));

        assertThat(launched.status()).isEqualTo(200);
        assertThat(migration.status()).isEqualTo("ImportInProgress");
    }

    @Test
    void revokesAllAccessToTheDirectoryAtOnce() {
        TestMigration migration = client.receivingFiles(database);
        assertThat(migration.get().json().at("/uploadCredentials/keys").isObject())
                .isTrue();

        SimulatorClient.SimulatorResponse launched = migration.post("launch");

        assertThat(launched.json().at("/uploadCredentials/keys").isNull()).isTrue();
        assertThat(launched.text("uploadBucketDir")).endsWith("/sstables/");
    }

    @Test
    void doesNotGiveAccessBackWhenTheImportEnds() {
        TestMigration migration = client.importing(database);

        client.advance(Duration.ofDays(3));

        assertThat(migration.status()).isEqualTo("MigrationDone");
        assertThat(migration.get().json().at("/uploadCredentials/keys").isNull())
                .isTrue();
    }

    @Test
    void refusesALaunchWhileTheMigrationInitializes() {
        assertThat(client.migration(database).post("launch").status()).isEqualTo(409);
    }

    @Test
    void refusesASecondLaunchAlthoughTheStatusDoesNotShowTheFirstYet() {
        TestMigration migration = client.receivingFiles(database);
        migration.post("launch");

        SimulatorClient.SimulatorResponse second = migration.post("launch");

        assertThat(second.status()).isEqualTo(409);
        assertThat(migration.status()).isEqualTo("ReceivingFiles");
    }

    @Test
    void takesOneImportPerDatabaseAtATime() {
        TestMigration waiting = client.receivingFiles(database);
        TestMigration importing = client.importing(database);

        SimulatorClient.SimulatorResponse refused = waiting.post("launch");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/errors/0/message").asString()).contains(importing.id().toString());
    }

    @Test
    void keepsTheDatabaseTakenWhileItsImportIsPaused() {
        TestMigration waiting = client.receivingFiles(database);
        TestMigration paused = client.importing(database);
        paused.post("pause");
        client.advance(ServiceTimings.usual().drain().plus(SimulatorClient.AFTER_LAG));

        assertThat(paused.status()).isEqualTo("Paused");
        assertThat(waiting.post("launch").status()).isEqualTo(409);
    }

    @Test
    void takesTheNextImportWhenTheOneBeforeHasFinished() {
        TestMigration waiting = client.receivingFiles(database);
        TestMigration first = client.importing(database);

        client.advance(Duration.ofDays(3));

        assertThat(first.status()).isEqualTo("MigrationDone");
        assertThat(waiting.post("launch").status()).isEqualTo(200);
    }

    @Test
    void letsTwoDatabasesImportAtOnce() {
        client.importing(database);
        TestMigration other = client.importing(client.database(SimulatedCloud.GCP));

        assertThat(other.status()).isEqualTo("ImportInProgress");
    }

    @Test
    void tellsTheReasonOfAFailure() {
        TestMigration migration = failed(DAY.failing(0.5, "Schema mismatch in orders.items", false));

        assertThat(migration.status()).isEqualTo("MigrationFailed");
        assertThat(migration.get().text("progressInfo")).isEqualTo("Schema mismatch in orders.items");
    }

    @Test
    void relaunchesOverTheSameFilesWhenTheCauseLayOutsideOfThem() {
        TestMigration migration = failed(DAY.failing(0.5, "Schema mismatch", false));

        assertThat(migration.post("launch").status()).isEqualTo(200);
        client.advance(Duration.ofDays(2));

        assertThat(migration.status()).isEqualTo("MigrationDone");
    }

    @Test
    void failsAgainWhenTheCauseLiesInTheFiles() {
        TestMigration migration = failed(DAY.failing(0.5, "Corrupt SSTable", true));

        migration.post("launch");
        client.advance(Duration.ofDays(2));

        assertThat(migration.status()).isEqualTo("MigrationFailed");
    }

    @Test
    void beginsARelaunchFromTheStart() {
        TestMigration migration = failed(DAY.failing(0.5, "Schema mismatch", false));

        migration.post("launch");
        client.advance(ServiceTimings.usual().start().plus(Duration.ofHours(6)));

        assertThat(migration.get().text("progressInfo")).contains("(25 %)");
    }

    @Test
    void launchesNothingThatWasAborted() {
        TestMigration migration = client.receivingFiles(database);
        migration.post("abort");

        assertThat(migration.post("launch").status()).isEqualTo(409);
    }

    private TestMigration failed(ImportPlan plan) {
        TestMigration migration = client.receivingFiles(database);
        migration.plan(plan);
        migration.post("launch");
        client.advance(Duration.ofDays(1));
        return migration;
    }
}
