package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 6, 7 and 8: the cleanup now, after an idle week, and at a time that was asked for. */
class CleanupRulesTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    private final UUID database = client.database(SimulatedCloud.AWS);

    @Test
    void cleansUpAndCloses() {
        TestMigration migration = client.receivingFiles(database);

        SimulatorClient.SimulatorResponse cleaned = migration.post("cleanup");
        client.advance(SimulatorClient.AFTER_LAG);

        assertThat(cleaned.status()).isEqualTo(200);
        assertThat(migration.status()).isEqualTo("CleaningUpFiles");
        client.advance(ServiceTimings.usual().cleanUp());
        assertThat(migration.status()).isEqualTo("Closed");
    }

    @Test
    void revokesTheCredentialsByACleanup() {
        TestMigration migration = client.receivingFiles(database);

        SimulatorClient.SimulatorResponse cleaned = migration.post("cleanup");

        assertThat(cleaned.json().at("/uploadCredentials/keys").isNull()).isTrue();
    }

    @Test
    void touchesOnlyItsOwnMigration() {
        TestMigration other = client.receivingFiles(database);
        TestMigration migration = client.receivingFiles(database);
        String before = other.get().body();

        migration.post("cleanup");

        assertThat(other.get().body()).isEqualTo(before);
    }

    @Test
    void refusesACleanupDuringTheImport() {
        TestMigration migration = client.importing(database);

        SimulatorClient.SimulatorResponse refused = migration.post("cleanup");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/errors/0/message").asString()).contains("ImportInProgress");
        assertThat(migration.status()).isEqualTo("ImportInProgress");
    }

    @Test
    void refusesACleanupAsSoonAsTheLaunchWasTaken() {
        TestMigration migration = client.receivingFiles(database);
        migration.post("launch");

        assertThat(migration.post("cleanup").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cleanup", "cleanup?option.cleanupTime=2027-01-01T00:00:00Z", "launch", "pause", "abort"})
    void leavesAClosedMigrationClosed(String action) {
        TestMigration migration = client.receivingFiles(database);
        migration.post("cleanup");
        client.advance(Duration.ofHours(1));

        assertThat(migration.post(action).status()).isEqualTo(409);
        assertThat(migration.status()).isEqualTo("Closed");
    }

    @Test
    void cleansUpByItselfAfterAWeekOfIdleness() {
        TestMigration migration = client.migration(database);

        client.advance(WEEK.minusSeconds(1).plus(ServiceTimings.usual().lag()));
        assertThat(migration.status()).isEqualTo("ReceivingFiles");
        client.advance(Duration.ofSeconds(1));

        assertThat(migration.status()).isEqualTo("CleaningUpFiles");
    }

    @Test
    void doesNotRestartTheIdleTimerByLookingOrByRenewingCredentials() {
        TestMigration migration = client.migration(database);
        Instant due = migration.expectedCleanup();

        client.advance(Duration.ofDays(3));
        migration.get();

        assertThat(migration.expectedCleanup()).isEqualTo(due);
    }

    @Test
    void restartsTheIdleTimerByALaunch() {
        TestMigration migration = client.receivingFiles(database);
        client.advance(Duration.ofDays(3));

        migration.post("launch");

        assertThat(migration.expectedCleanup()).isEqualTo(now().plus(WEEK));
    }

    @Test
    void countsTheIdleWeekFromTheEndOfTheImport() {
        TestMigration migration = client.receivingFiles(database);
        migration.plan(ImportPlan.lasting(Duration.ofDays(9)));
        migration.post("launch");
        Instant end = now().plus(ServiceTimings.usual().start()).plus(Duration.ofDays(9));

        client.advance(Duration.ofDays(10));

        assertThat(migration.status()).isEqualTo("MigrationDone");
        assertThat(migration.expectedCleanup()).isEqualTo(end.plus(WEEK));
    }

    @Test
    void countsAPausedMigrationAsIdle() {
        TestMigration migration = client.importing(database);
        migration.post("pause");

        client.advance(WEEK.plus(ServiceTimings.usual().drain()).plus(SimulatorClient.AFTER_LAG));

        assertThat(migration.status()).isEqualTo("CleaningUpFiles");
    }

    @Test
    void schedulesACleanupForTheTimeAskedFor() {
        TestMigration migration = client.receivingFiles(database);
        Instant time = Instant.parse("2026-12-31T14:30:00Z");

        SimulatorClient.SimulatorResponse scheduled = migration.scheduleCleanup(time);

        assertThat(scheduled.status()).isEqualTo(200);
        assertThat(scheduled.text("expectedCleanupTime")).isEqualTo("2026-12-31T14:30:00Z");
        client.advance(Duration.between(now(), time).minusSeconds(1));
        assertThat(migration.status()).isEqualTo("ReceivingFiles");
        client.advance(ServiceTimings.usual().lag().plusSeconds(1));
        assertThat(migration.status()).isEqualTo("CleaningUpFiles");
    }

    @Test
    void readsATimeWithoutSecondsAsTheDocumentationsExampleHasIt() {
        SimulatorClient.SimulatorResponse scheduled = client.receivingFiles(database)
                .post("cleanup?option.cleanupTime=2027-03-31T14:30Z");

        assertThat(scheduled.text("expectedCleanupTime")).isEqualTo("2027-03-31T14:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "tomorrow", "2027-03-31", "2027-03-31T14:30:00", "2027-03-31T14:30:00%2B01:00",
                "2027-02-30T14:30:00Z", "1806416400", "2027-03-31T14:30:00.5Z"
            })
    void refusesATimeInAnotherForm(String time) {
        TestMigration migration = client.receivingFiles(database);

        SimulatorClient.SimulatorResponse refused = migration.post("cleanup?option.cleanupTime=" + time);

        assertThat(refused.status()).isEqualTo(400);
        client.advance(SimulatorClient.AFTER_LAG);
        assertThat(migration.status()).isEqualTo("ReceivingFiles");
    }

    @Test
    void cleansUpAtOnceWhenTheTimeLiesInThePast() {
        TestMigration migration = client.receivingFiles(database);

        migration.scheduleCleanup(now().minusSeconds(60));
        client.advance(SimulatorClient.AFTER_LAG);

        assertThat(migration.status()).isEqualTo("CleaningUpFiles");
    }

    @Test
    void refusesAPastTimeDuringTheImport() {
        TestMigration migration = client.importing(database);

        assertThat(migration.scheduleCleanup(now().minusSeconds(60)).status()).isEqualTo(409);
    }

    @Test
    void doesNotResetAScheduledCleanupByALaunch() {
        TestMigration migration = client.receivingFiles(database);
        Instant time = now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
        migration.scheduleCleanup(time);

        migration.post("launch");

        assertThat(migration.expectedCleanup()).isEqualTo(time);
    }

    @Test
    void doesNotResetAScheduledCleanupByTheEndOfTheImport() {
        TestMigration migration = client.importing(database);
        Instant time = now().plus(Duration.ofDays(5));
        migration.scheduleCleanup(time);

        client.advance(Duration.ofDays(4));

        assertThat(migration.status()).isEqualTo("MigrationDone");
        assertThat(migration.expectedCleanup()).isEqualTo(time);
    }

    @Test
    void canBeScheduledMoreThanOnce() {
        TestMigration migration = client.importing(database);
        migration.scheduleCleanup(now().plus(Duration.ofDays(5)));

        Instant later = now().plus(Duration.ofDays(9));
        migration.scheduleCleanup(later);

        assertThat(migration.expectedCleanup()).isEqualTo(later);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void startsACleanupThatFellDueDuringTheImportTheMomentThatEnds(boolean fails) {
        ImportPlan plan = ImportPlan.lasting(Duration.ofDays(2));
        TestMigration migration = client.receivingFiles(database);
        migration.plan(fails ? plan.failing(0.99, "Schema mismatch", false) : plan);
        migration.post("launch");
        migration.scheduleCleanup(now().plus(Duration.ofDays(1)));

        client.advance(Duration.ofDays(1).plusHours(12));
        assertThat(migration.status()).isEqualTo("ImportInProgress");
        client.advance(Duration.ofDays(1));

        assertThat(migration.status()).isEqualTo("Closed");
        assertThat(migration.post("launch").status()).isEqualTo(409);
    }

    @Test
    void startsADueCleanupWhenTheImportIsPaused() {
        TestMigration migration = client.importing(database);
        migration.scheduleCleanup(now().plus(Duration.ofHours(1)));
        migration.post("pause");

        client.advance(Duration.ofHours(1).plus(SimulatorClient.AFTER_LAG));

        assertThat(migration.status()).isEqualTo("CleaningUpFiles");
    }

    private Instant now() {
        return client.simulator().clock().instant();
    }
}
