package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 1: Initialize leads to Initializing, then to ReceivingFiles. */
class InitializeRulesTest {

    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    private final UUID database = client.database(SimulatedCloud.AWS);

    @Test
    void answersInitializeAtOnceWithAnIdAndInitializing() {
        SimulatorClient.SimulatorResponse response = client
                .post("/v2/databases/" + database + "/migrations/initialize");

        assertThat(response.status()).isEqualTo(200);
        assertThat(UUID.fromString(response.text("migrationID")).version()).isEqualTo(4);
        assertThat(response.text("dbID")).isEqualTo(database.toString());
        assertThat(response.text("status")).isEqualTo("Initializing");
    }

    @Test
    void hasNeitherDirectoryNorKeysRightAfterInitialize() {
        SimulatorClient.SimulatorResponse response = client.migration(database).get();

        assertThat(response.text("uploadBucketDir")).isEmpty();
        assertThat(response.text("progressInfo")).isEmpty();
        assertThat(response.json().at("/uploadCredentials/keys").isNull()).isTrue();
        assertThat(response.json().at("/uploadCredentials/credentialExpiration").isNull())
                .isTrue();
    }

    @Test
    void receivesFilesAfterSomeMinutes() {
        TestMigration migration = client.migration(database);

        client.advance(ServiceTimings.usual().initialize().plus(SimulatorClient.AFTER_LAG));

        assertThat(migration.status()).isEqualTo("ReceivingFiles");
        assertThat(migration.get().text("uploadBucketDir"))
                .isEqualTo("s3://ds-mig-" + database + "/" + migration.id() + "/sstables/");
    }

    @Test
    void letsSeveralMigrationsOfADatabaseReceiveFilesAtOnce() {
        TestMigration first = client.receivingFiles(database);
        TestMigration second = client.receivingFiles(database);

        assertThat(first.status()).isEqualTo("ReceivingFiles");
        assertThat(second.status()).isEqualTo("ReceivingFiles");
        assertThat(first.get().text("uploadBucketDir"))
                .isNotEqualTo(second.get().text("uploadBucketDir"));
    }

    @Test
    void givesBackTheSettingsOfTheImport() {
        SimulatorClient.SimulatorResponse response = client.post(
                "/v2/databases/" + database + "/migrations/initialize?concurrency=8&targetSubsetSizeGB=12.5");

        assertThat(response.json().path("concurrency").asInt()).isEqualTo(8);
        assertThat(response.json().path("targetSubsetSizeGB").asDouble()).isEqualTo(12.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"concurrency=0", "concurrency=many", "targetSubsetSizeGB=0", "targetSubsetSizeGB=-1"})
    void refusesSettingsThatAreNoNumbersAboveZero(String setting) {
        SimulatorClient.SimulatorResponse response = client
                .post("/v2/databases/" + database + "/migrations/initialize?" + setting);

        assertThat(response.status()).isEqualTo(400);
    }

    @Test
    void initializesInTheDatabasesOwnRegion() {
        SimulatorClient.SimulatorResponse response = client.post(
                "/v2/databases/" + database + "/datacenters/" + database + "-1/migrations/initialize");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text("status")).isEqualTo("Initializing");
    }

    @Test
    void knowsNoRegionButTheDatabasesOwn() {
        SimulatorClient.SimulatorResponse response = client.post(
                "/v2/databases/" + database + "/datacenters/" + database + "-7/migrations/initialize");

        assertThat(response.status()).isEqualTo(404);
    }

    @Test
    void expectsTheCleanupAWeekAfterInitialize() {
        Instant now = client.simulator().clock().instant();

        assertThat(client.migration(database).expectedCleanup()).isEqualTo(now.plus(Duration.ofDays(7)));
    }
}
