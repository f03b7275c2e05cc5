package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

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

    @AutoClose private final Caller caller = Caller.atAStandstill();

    private final UUID database = caller.database(Cloud.AWS);

    @Test
    void cleansUpAndCloses() {
        Migration migration = caller.receivingFiles(database);

        Caller.Reply cleaned = migration.post("cleanup");
        caller.advance(Caller.AFTER_LAG);

        assertThat(cleaned.status()).isEqualTo(200);
        assertThat(migration.status()).isEqualTo("CleaningUpFiles");
        caller.advance(Timings.usual().cleanUp());
        assertThat(migration.status()).isEqualTo("Closed");
    }

    @Test
    void revokesTheCredentialsByACleanup() {
        Migration migration = caller.receivingFiles(database);

        Caller.Reply cleaned = migration.post("cleanup");

        assertThat(cleaned.json().at("/uploadCredentials/keys").isNull()).isTrue();
    }

    @Test
    void touchesOnlyItsOwnMigration() {
        Migration other = caller.receivingFiles(database);
        Migration migration = caller.receivingFiles(database);
        String before = other.get().body();

        migration.post("cleanup");

        assertThat(other.get().body()).isEqualTo(before);
    }

    @Test
    void refusesACleanupDuringTheImport() {
        Migration migration = caller.importing(database);

        Caller.Reply refused = migration.post("cleanup");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/errors/0/message").asString()).contains("ImportInProgress");
        assertThat(migration.status()).isEqualTo("ImportInProgress");
    }

    @Test
    void refusesACleanupAsSoonAsTheLaunchWasTaken() {
        Migration migration = caller.receivingFiles(database);
        migration.post("launch");

        assertThat(migration.post("cleanup").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cleanup", "cleanup?option.cleanupTime=2027-01-01T00:00:00Z", "launch", "pause", "abort"})
    void leavesAClosedMigrationClosed(String action) {
        Migration migration = caller.receivingFiles(database);
        migration.post("cleanup");
        caller.advance(Duration.ofHours(1));

        assertThat(migration.post(action).status()).isEqualTo(409);
        assertThat(migration.status()).isEqualTo("Closed");
    }

    @Test
    void cleansUpByItselfAfterAWeekOfIdleness() {
        Migration migration = caller.migration(database);

        caller.advance(WEEK.minusSeconds(1).plus(Timings.usual().lag()));
        assertThat(migration.status()).isEqualTo("ReceivingFiles");
        caller.advance(Duration.ofSeconds(1));

        assertThat(migration.status()).isEqualTo("CleaningUpFiles");
    }

    @Test
    void doesNotRestartTheIdleTimerByLookingOrByRenewingCredentials() {
        Migration migration = caller.migration(database);
        Instant due = migration.expectedCleanup();

        caller.advance(Duration.ofDays(3));
        migration.get();

        assertThat(migration.expectedCleanup()).isEqualTo(due);
    }

    @Test
    void restartsTheIdleTimerByALaunch() {
        Migration migration = caller.receivingFiles(database);
        caller.advance(Duration.ofDays(3));

        migration.post("launch");

        assertThat(migration.expectedCleanup()).isEqualTo(now().plus(WEEK));
    }

    @Test
    void countsTheIdleWeekFromTheEndOfTheImport() {
        Migration migration = caller.receivingFiles(database);
        migration.plan(ImportPlan.lasting(Duration.ofDays(9)));
        migration.post("launch");
        Instant end = now().plus(Timings.usual().start()).plus(Duration.ofDays(9));

        caller.advance(Duration.ofDays(10));

        assertThat(migration.status()).isEqualTo("MigrationDone");
        assertThat(migration.expectedCleanup()).isEqualTo(end.plus(WEEK));
    }

    @Test
    void countsAPausedMigrationAsIdle() {
        Migration migration = caller.importing(database);
        migration.post("pause");

        caller.advance(WEEK.plus(Timings.usual().drain()).plus(Caller.AFTER_LAG));

        assertThat(migration.status()).isEqualTo("CleaningUpFiles");
    }

    @Test
    void schedulesACleanupForTheTimeAskedFor() {
        Migration migration = caller.receivingFiles(database);
        Instant time = Instant.parse("2026-12-31T14:30:00Z");

        Caller.Reply scheduled = migration.scheduleCleanup(time);

        assertThat(scheduled.status()).isEqualTo(200);
        assertThat(scheduled.text("expectedCleanupTime")).isEqualTo("2026-12-31T14:30:00Z");
        caller.advance(Duration.between(now(), time).minusSeconds(1));
        assertThat(migration.status()).isEqualTo("ReceivingFiles");
        caller.advance(Timings.usual().lag().plusSeconds(1));
        assertThat(migration.status()).isEqualTo("CleaningUpFiles");
    }

    @Test
    void readsATimeWithoutSecondsAsTheDocumentationsExampleHasIt() {
        Caller.Reply scheduled = caller.receivingFiles(database).post("cleanup?option.cleanupTime=2027-03-31T14:30Z");

        assertThat(scheduled.text("expectedCleanupTime")).isEqualTo("2027-03-31T14:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "tomorrow", "2027-03-31", "2027-03-31T14:30:00", "2027-03-31T14:30:00%2B01:00",
                "2027-02-30T14:30:00Z", "1806416400", "2027-03-31T14:30:00.5Z"
            })
    void refusesATimeInAnotherForm(String time) {
        Migration migration = caller.receivingFiles(database);

        Caller.Reply refused = migration.post("cleanup?option.cleanupTime=" + time);

        assertThat(refused.status()).isEqualTo(400);
        caller.advance(Caller.AFTER_LAG);
        assertThat(migration.status()).isEqualTo("ReceivingFiles");
    }

    @Test
    void cleansUpAtOnceWhenTheTimeLiesInThePast() {
        Migration migration = caller.receivingFiles(database);

        migration.scheduleCleanup(now().minusSeconds(60));
        caller.advance(Caller.AFTER_LAG);

        assertThat(migration.status()).isEqualTo("CleaningUpFiles");
    }

    @Test
    void refusesAPastTimeDuringTheImport() {
        Migration migration = caller.importing(database);

        assertThat(migration.scheduleCleanup(now().minusSeconds(60)).status()).isEqualTo(409);
    }

    @Test
    void doesNotResetAScheduledCleanupByALaunch() {
        Migration migration = caller.receivingFiles(database);
        Instant time = now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
        migration.scheduleCleanup(time);

        migration.post("launch");

        assertThat(migration.expectedCleanup()).isEqualTo(time);
    }

    @Test
    void doesNotResetAScheduledCleanupByTheEndOfTheImport() {
        Migration migration = caller.importing(database);
        Instant time = now().plus(Duration.ofDays(5));
        migration.scheduleCleanup(time);

        caller.advance(Duration.ofDays(4));

        assertThat(migration.status()).isEqualTo("MigrationDone");
        assertThat(migration.expectedCleanup()).isEqualTo(time);
    }

    @Test
    void canBeScheduledMoreThanOnce() {
        Migration migration = caller.importing(database);
        migration.scheduleCleanup(now().plus(Duration.ofDays(5)));

        Instant later = now().plus(Duration.ofDays(9));
        migration.scheduleCleanup(later);

        assertThat(migration.expectedCleanup()).isEqualTo(later);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void startsACleanupThatFellDueDuringTheImportTheMomentThatEnds(boolean fails) {
        ImportPlan plan = ImportPlan.lasting(Duration.ofDays(2));
        Migration migration = caller.receivingFiles(database);
        migration.plan(fails ? plan.failing(0.99, "Schema mismatch", false) : plan);
        migration.post("launch");
        migration.scheduleCleanup(now().plus(Duration.ofDays(1)));

        caller.advance(Duration.ofDays(1).plusHours(12));
        assertThat(migration.status()).isEqualTo("ImportInProgress");
        caller.advance(Duration.ofDays(1));

        assertThat(migration.status()).isEqualTo("Closed");
        assertThat(migration.post("launch").status()).isEqualTo(409);
    }

    @Test
    void startsADueCleanupWhenTheImportIsPaused() {
        Migration migration = caller.importing(database);
        migration.scheduleCleanup(now().plus(Duration.ofHours(1)));
        migration.post("pause");

        caller.advance(Duration.ofHours(1).plus(Caller.AFTER_LAG));

        assertThat(migration.status()).isEqualTo("CleaningUpFiles");
    }

    private Instant now() {
        return caller.simulator().clock().instant();
    }
}
