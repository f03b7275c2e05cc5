package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.sample.SampleHistory;
import dev.longshore.simulator.sample.SampleMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The organisation a demonstration begins with. */
class SampleOrganisationTest {

    @AutoClose private final SimulatorClient client = SimulatorClient
            .of(SimulatorOptions.standingStill().sampleOrganisation(true));

    private final List<SampleMigration> sampleMigrations = client.simulator().sampleMigrations();

    @Test
    void hasADozenMigrationsOverFourDatabasesInThreeClouds() {
        assertThat(sampleMigrations).hasSize(12);
        assertThat(sampleMigrations.stream().map(SampleMigration::databaseId).distinct()).hasSize(4);
        assertThat(client.get("/v2/databases").json().valueStream())
                .extracting(database -> database.at("/info/cloudProvider").asString())
                .contains("AWS", "GCP", "AZURE");
    }

    @Test
    void showsEveryPhase() {
        assertThat(statuses().values())
                .contains(
                        "Initializing",
                        "ReceivingFiles",
                        "ImportInProgress",
                        "Paused",
                        "MigrationDone",
                        "MigrationFailed",
                        "Aborted",
                        "CleaningUpFiles",
                        "Closed");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 60, 600, 1_000, 50_000})
    void showsEveryPhaseAtAnySpeedOfADemonstration(double speed) {
        try (SimulatorClient demonstration = SimulatorClient.of(
                SimulatorOptions.demonstration(speed).speed(0).start(Instant.parse("2026-11-21T18:00:00Z")))) {
            assertThat(statuses(demonstration)).isEqualTo(statuses());
        }
    }

    @Test
    void hasCredentialsThatAreAboutToExpire() {
        Instant expiry = Instant.parse(status("order archive")
                .at("/uploadCredentials/credentialExpiration")
                .asString());

        assertThat(Duration.between(now(), expiry)).isBetween(Duration.ZERO, Duration.ofMinutes(10));
    }

    @Test
    void hasAnImportThatCollidesWithItsCleanup() {
        Instant cleanup = Instant.parse(status("sensor readings").path("expectedCleanupTime").asString());

        client.advance(Duration.between(now(), cleanup).plusHours(1));
        assertThat(status("sensor readings").path("status").asString()).isEqualTo("ImportInProgress");
        client.advance(Duration.ofDays(6));

        assertThat(status("sensor readings").path("status").asString()).isEqualTo("Closed");
    }

    @Test
    void hasAnImportThatWillFail() {
        client.advance(Duration.ofDays(4));

        assertThat(status("customer profiles").path("status").asString()).isEqualTo("MigrationFailed");
        assertThat(status("customer profiles").path("progressInfo").asString()).contains("Corrupt SSTable");
    }

    @Test
    void goesOnByItself() {
        String before = status("orders").path("progressInfo").asString();

        client.advance(Duration.ofHours(5));

        assertThat(before).isEqualTo("Imported 2,995 of 4,816 SSTable subsets (62 %)");
        assertThat(status("orders").path("progressInfo").asString())
                .isEqualTo("Imported 3,107 of 4,816 SSTable subsets (64 %)");
    }

    @Test
    void stillMovesAfterAWeek() {
        client.advance(Duration.ofDays(7));

        assertThat(statuses().values()).contains("ImportInProgress", "MigrationDone");
    }

    @Test
    void wasSeenFromItsBeginningOn() {
        var looks = client.simulator().sampleHistory().statuses();

        assertThat(sampleMigrations).allSatisfy(migration -> {
            var seen = looks.stream().filter(each -> each.migrationId().equals(migration.migrationId())).toList();
            assertThat(seen.getFirst().status()).isEqualTo("Initializing");
            assertThat(seen.stream().map(SampleHistory.PastStatus::at)).isSorted();
            assertThat(seen.getLast().at()).isEqualTo(now());
            assertThat(seen.getLast().status()).isEqualTo(status(migration.name()).path("status").asString());
            assertThat(seen.getLast().progressInfo())
                    .isEqualTo(status(migration.name()).path("progressInfo").asString());
        });
    }

    @Test
    void isTheSameForTheSameSeed() {
        try (SimulatorClient twin = SimulatorClient.of(SimulatorOptions.standingStill().sampleOrganisation(true))) {
            assertThat(twin.simulator().sampleMigrations()).isEqualTo(sampleMigrations);
            assertThat(twin.simulator().fullToken()).isEqualTo(client.simulator().fullToken());
        }
    }

    @Test
    void isAnotherForAnotherSeed() {
        try (SimulatorClient other = SimulatorClient
                .of(SimulatorOptions.standingStill().sampleOrganisation(true).seed(2))) {
            assertThat(other.simulator().sampleMigrations()).doesNotContainAnyElementsOf(sampleMigrations);
        }
    }

    private Instant now() {
        return client.simulator().clock().instant();
    }

    private JsonNode status(String name) {
        SampleMigration found = sampleMigrations.stream()
                .filter(migration -> migration.name().equals(name))
                .findFirst()
                .orElseThrow();
        return client.get(path(found)).json();
    }

    private Map<String, String> statuses() {
        return statuses(client);
    }

    private static Map<String, String> statuses(SimulatorClient client) {
        return client.simulator().sampleMigrations().stream()
                .collect(Collectors.toMap(
                        SampleMigration::name, migration -> client.get(path(migration)).text("status")));
    }

    private static String path(SampleMigration migration) {
        return "/v2/databases/" + migration.databaseId() + "/migrations/" + migration.migrationId();
    }
}
