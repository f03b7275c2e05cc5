package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

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
class EstateTest {

    @AutoClose private final Caller caller = Caller.of(SimulatorOptions.standingStill().estate(true));

    private final List<EstateMigration> estate = caller.simulator().estate();

    @Test
    void hasADozenMigrationsOverFourDatabasesInThreeClouds() {
        assertThat(estate).hasSize(12);
        assertThat(estate.stream().map(EstateMigration::databaseId).distinct()).hasSize(4);
        assertThat(caller.get("/v2/databases").json().valueStream())
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
        try (Caller demonstration = Caller.of(
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

        caller.advance(Duration.between(now(), cleanup).plusHours(1));
        assertThat(status("sensor readings").path("status").asString()).isEqualTo("ImportInProgress");
        caller.advance(Duration.ofDays(6));

        assertThat(status("sensor readings").path("status").asString()).isEqualTo("Closed");
    }

    @Test
    void hasAnImportThatWillFail() {
        caller.advance(Duration.ofDays(4));

        assertThat(status("customer profiles").path("status").asString()).isEqualTo("MigrationFailed");
        assertThat(status("customer profiles").path("progressInfo").asString()).contains("Corrupt SSTable");
    }

    @Test
    void goesOnByItself() {
        String before = status("orders").path("progressInfo").asString();

        caller.advance(Duration.ofHours(5));

        assertThat(before).isEqualTo("Imported 2,995 of 4,816 SSTable subsets (62 %)");
        assertThat(status("orders").path("progressInfo").asString())
                .isEqualTo("Imported 3,107 of 4,816 SSTable subsets (64 %)");
    }

    @Test
    void stillMovesAfterAWeek() {
        caller.advance(Duration.ofDays(7));

        assertThat(statuses().values()).contains("ImportInProgress", "MigrationDone");
    }

    @Test
    void wasSeenFromItsBeginningOn() {
        var looks = caller.simulator().past().looks();

        assertThat(estate).allSatisfy(migration -> {
            var seen = looks.stream().filter(each -> each.migrationId().equals(migration.migrationId())).toList();
            assertThat(seen.getFirst().status()).isEqualTo("Initializing");
            assertThat(seen.stream().map(EstatePast.Look::at)).isSorted();
            assertThat(seen.getLast().at()).isEqualTo(now());
            assertThat(seen.getLast().status()).isEqualTo(status(migration.name()).path("status").asString());
            assertThat(seen.getLast().progressInfo())
                    .isEqualTo(status(migration.name()).path("progressInfo").asString());
        });
    }

    @Test
    void isTheSameForTheSameSeed() {
        try (Caller twin = Caller.of(SimulatorOptions.standingStill().estate(true))) {
            assertThat(twin.simulator().estate()).isEqualTo(estate);
            assertThat(twin.simulator().fullToken()).isEqualTo(caller.simulator().fullToken());
        }
    }

    @Test
    void isAnotherForAnotherSeed() {
        try (Caller other = Caller.of(SimulatorOptions.standingStill().estate(true).seed(2))) {
            assertThat(other.simulator().estate()).doesNotContainAnyElementsOf(estate);
        }
    }

    private Instant now() {
        return caller.simulator().clock().instant();
    }

    private JsonNode status(String name) {
        EstateMigration found = estate.stream()
                .filter(migration -> migration.name().equals(name))
                .findFirst()
                .orElseThrow();
        return caller.get(path(found)).json();
    }

    private Map<String, String> statuses() {
        return statuses(caller);
    }

    private static Map<String, String> statuses(Caller caller) {
        return caller.simulator().estate().stream()
                .collect(Collectors.toMap(
                        EstateMigration::name, migration -> caller.get(path(migration)).text("status")));
    }

    private static String path(EstateMigration migration) {
        return "/v2/databases/" + migration.databaseId() + "/migrations/" + migration.migrationId();
    }
}
