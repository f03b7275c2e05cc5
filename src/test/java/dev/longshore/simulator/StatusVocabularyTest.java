package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.simulator.service.SimulatedPhase;
import dev.longshore.simulator.service.StatusVocabulary;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two vocabularies of status words. */
class StatusVocabularyTest {

    @ParameterizedTest
    @CsvSource({
        "INITIALIZING, Initializing, INITIALIZING",
        "RECEIVING_FILES, ReceivingFiles, READY",
        "IMPORTING, ImportInProgress, IN_PROGRESS",
        "DONE, MigrationDone, DONE",
        "FAILED, MigrationFailed, ERROR",
        "PAUSED, Paused, Paused",
        "ABORTED, Aborted, Aborted",
        "CLEANING_UP, CleaningUpFiles, CleaningUpFiles",
        "CLOSED, Closed, Closed"
    })
    void hasAWordForEachPhase(SimulatedPhase phase, String documented, String openApi) {
        assertThat(StatusVocabulary.DOCUMENTATION.word(phase)).isEqualTo(documented);
        assertThat(StatusVocabulary.OPENAPI.word(phase)).isEqualTo(openApi);
    }

    @Test
    void tellsThatAnImportStartsInTheOpenApiWordsOnly() {
        assertThat(statusWhileStarting(StatusVocabulary.OPENAPI)).isEqualTo("STARTING");
        assertThat(statusWhileStarting(StatusVocabulary.DOCUMENTATION)).isEqualTo("ReceivingFiles");
    }

    @Test
    void tellsAFailureUntilTheRelaunchedImportRuns() {
        try (SimulatorClient client = caller(StatusVocabulary.DOCUMENTATION)) {
            TestMigration migration = client.receivingFiles(client.database(SimulatedCloud.AWS));
            migration.plan(ImportPlan.lasting(Duration.ofDays(1)).failing(0.5, "Schema mismatch", false));
            migration.post("launch");
            client.advance(Duration.ofDays(1));

            assertThat(migration.post("launch").text("status")).isEqualTo("MigrationFailed");
        }
    }

    private static String statusWhileStarting(StatusVocabulary vocabulary) {
        try (SimulatorClient client = caller(vocabulary)) {
            TestMigration migration = client.receivingFiles(client.database(SimulatedCloud.AWS));
            return migration.post("launch").text("status");
        }
    }

    private static SimulatorClient caller(StatusVocabulary vocabulary) {
        return SimulatorClient.of(SimulatorOptions.standingStill()
                .vocabulary(vocabulary)
                .timings(ServiceTimings.usual().withLag(Duration.ZERO)));
    }
}
