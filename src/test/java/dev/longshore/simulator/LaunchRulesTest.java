package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Rules 2 and 9: what a launch takes, what it revokes, and what a relaunch can mend. */
class LaunchRulesTest {

    private static final ImportPlan DAY = ImportPlan.lasting(Duration.ofDays(1));

    @AutoClose private final Caller caller = Caller.atAStandstill();

    private final UUID database = caller.database(Cloud.AWS);

    @Test
    void takesAMigrationThatReceivesFilesToTheImport() {
        Migration migration = caller.receivingFiles(database);

        Caller.Reply launched = migration.post("launch");
        caller.advance(Timings.usual().start().plus(Caller.AFTER_LAG));

        assertThat(launched.status()).isEqualTo(200);
        assertThat(migration.status()).isEqualTo("ImportInProgress");
    }

    @Test
    void revokesAllAccessToTheDirectoryAtOnce() {
        Migration migration = caller.receivingFiles(database);
        assertThat(migration.get().json().at("/uploadCredentials/keys").isObject())
                .isTrue();

        Caller.Reply launched = migration.post("launch");

        assertThat(launched.json().at("/uploadCredentials/keys").isNull()).isTrue();
        assertThat(launched.text("uploadBucketDir")).endsWith("/sstables/");
    }

    @Test
    void doesNotGiveAccessBackWhenTheImportEnds() {
        Migration migration = caller.importing(database);

        caller.advance(Duration.ofDays(3));

        assertThat(migration.status()).isEqualTo("MigrationDone");
        assertThat(migration.get().json().at("/uploadCredentials/keys").isNull())
                .isTrue();
    }

    @Test
    void refusesALaunchWhileTheMigrationInitializes() {
        assertThat(caller.migration(database).post("launch").status()).isEqualTo(409);
    }

    @Test
    void refusesASecondLaunchAlthoughTheStatusDoesNotShowTheFirstYet() {
        Migration migration = caller.receivingFiles(database);
        migration.post("launch");

        Caller.Reply second = migration.post("launch");

        assertThat(second.status()).isEqualTo(409);
        assertThat(migration.status()).isEqualTo("ReceivingFiles");
    }

    @Test
    void takesOneImportPerDatabaseAtATime() {
        Migration waiting = caller.receivingFiles(database);
        Migration importing = caller.importing(database);

        Caller.Reply refused = waiting.post("launch");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/errors/0/message").asString()).contains(importing.id().toString());
    }

    @Test
    void keepsTheDatabaseTakenWhileItsImportIsPaused() {
        Migration waiting = caller.receivingFiles(database);
        Migration paused = caller.importing(database);
        paused.post("pause");
        caller.advance(Timings.usual().drain().plus(Caller.AFTER_LAG));

        assertThat(paused.status()).isEqualTo("Paused");
        assertThat(waiting.post("launch").status()).isEqualTo(409);
    }

    @Test
    void takesTheNextImportWhenTheOneBeforeHasFinished() {
        Migration waiting = caller.receivingFiles(database);
        Migration first = caller.importing(database);

        caller.advance(Duration.ofDays(3));

        assertThat(first.status()).isEqualTo("MigrationDone");
        assertThat(waiting.post("launch").status()).isEqualTo(200);
    }

    @Test
    void letsTwoDatabasesImportAtOnce() {
        caller.importing(database);
        Migration other = caller.importing(caller.database(Cloud.GCP));

        assertThat(other.status()).isEqualTo("ImportInProgress");
    }

    @Test
    void tellsTheReasonOfAFailure() {
        Migration migration = failed(DAY.failing(0.5, "Schema mismatch in orders.items", false));

        assertThat(migration.status()).isEqualTo("MigrationFailed");
        assertThat(migration.get().text("progressInfo")).isEqualTo("Schema mismatch in orders.items");
    }

    @Test
    void relaunchesOverTheSameFilesWhenTheCauseLayOutsideOfThem() {
        Migration migration = failed(DAY.failing(0.5, "Schema mismatch", false));

        assertThat(migration.post("launch").status()).isEqualTo(200);
        caller.advance(Duration.ofDays(2));

        assertThat(migration.status()).isEqualTo("MigrationDone");
    }

    @Test
    void failsAgainWhenTheCauseLiesInTheFiles() {
        Migration migration = failed(DAY.failing(0.5, "Corrupt SSTable", true));

        migration.post("launch");
        caller.advance(Duration.ofDays(2));

        assertThat(migration.status()).isEqualTo("MigrationFailed");
    }

    @Test
    void beginsARelaunchFromTheStart() {
        Migration migration = failed(DAY.failing(0.5, "Schema mismatch", false));

        migration.post("launch");
        caller.advance(Timings.usual().start().plus(Duration.ofHours(6)));

        assertThat(migration.get().text("progressInfo")).contains("(25 %)");
    }

    @Test
    void launchesNothingThatWasAborted() {
        Migration migration = caller.receivingFiles(database);
        migration.post("abort");

        assertThat(migration.post("launch").status()).isEqualTo(409);
    }

    private Migration failed(ImportPlan plan) {
        Migration migration = caller.receivingFiles(database);
        migration.plan(plan);
        migration.post("launch");
        caller.advance(Duration.ofDays(1));
        return migration;
    }
}
