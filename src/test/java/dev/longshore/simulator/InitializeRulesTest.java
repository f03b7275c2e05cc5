package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 1: Initialize leads to Initializing, then to ReceivingFiles. */
class InitializeRulesTest {

    @AutoClose private final Caller caller = Caller.atAStandstill();

    private final UUID database = caller.database(Cloud.AWS);

    @Test
    void answersInitializeAtOnceWithAnIdAndInitializing() {
        Caller.Reply reply = caller.post("/v2/databases/" + database + "/migrations/initialize");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(UUID.fromString(reply.text("migrationID")).version()).isEqualTo(4);
        assertThat(reply.text("dbID")).isEqualTo(database.toString());
        assertThat(reply.text("status")).isEqualTo("Initializing");
    }

    @Test
    void hasNeitherDirectoryNorKeysRightAfterInitialize() {
        Caller.Reply reply = caller.migration(database).get();

        assertThat(reply.text("uploadBucketDir")).isEmpty();
        assertThat(reply.text("progressInfo")).isEmpty();
        assertThat(reply.json().at("/uploadCredentials/keys").isNull()).isTrue();
        assertThat(reply.json().at("/uploadCredentials/credentialExpiration").isNull())
                .isTrue();
    }

    @Test
    void receivesFilesAfterSomeMinutes() {
        Migration migration = caller.migration(database);

        caller.advance(Timings.usual().initialize().plus(Caller.AFTER_LAG));

        assertThat(migration.status()).isEqualTo("ReceivingFiles");
        assertThat(migration.get().text("uploadBucketDir"))
                .isEqualTo("s3://ds-mig-" + database + "/" + migration.id() + "/sstables/");
    }

    @Test
    void letsSeveralMigrationsOfADatabaseReceiveFilesAtOnce() {
        Migration first = caller.receivingFiles(database);
        Migration second = caller.receivingFiles(database);

        assertThat(first.status()).isEqualTo("ReceivingFiles");
        assertThat(second.status()).isEqualTo("ReceivingFiles");
        assertThat(first.get().text("uploadBucketDir"))
                .isNotEqualTo(second.get().text("uploadBucketDir"));
    }

    @Test
    void givesBackTheSettingsOfTheImport() {
        Caller.Reply reply = caller.post(
                "/v2/databases/" + database + "/migrations/initialize?concurrency=8&targetSubsetSizeGB=12.5");

        assertThat(reply.json().path("concurrency").asInt()).isEqualTo(8);
        assertThat(reply.json().path("targetSubsetSizeGB").asDouble()).isEqualTo(12.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"concurrency=0", "concurrency=many", "targetSubsetSizeGB=0", "targetSubsetSizeGB=-1"})
    void refusesSettingsThatAreNoNumbersAboveZero(String setting) {
        Caller.Reply reply = caller.post("/v2/databases/" + database + "/migrations/initialize?" + setting);

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void initializesInTheDatabasesOwnRegion() {
        Caller.Reply reply = caller.post(
                "/v2/databases/" + database + "/datacenters/" + database + "-1/migrations/initialize");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("status")).isEqualTo("Initializing");
    }

    @Test
    void knowsNoRegionButTheDatabasesOwn() {
        Caller.Reply reply = caller.post(
                "/v2/databases/" + database + "/datacenters/" + database + "-7/migrations/initialize");

        assertThat(reply.status()).isEqualTo(404);
    }

    @Test
    void expectsTheCleanupAWeekAfterInitialize() {
        Instant now = caller.simulator().clock().instant();

        assertThat(caller.migration(database).expectedCleanup()).isEqualTo(now.plus(Duration.ofDays(7)));
    }
}
