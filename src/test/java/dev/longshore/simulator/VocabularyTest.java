package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two vocabularies of status words. */
class VocabularyTest {

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
    void hasAWordForEachPhase(Phase phase, String documented, String openApi) {
        assertThat(Vocabulary.DOCUMENTATION.word(phase)).isEqualTo(documented);
        assertThat(Vocabulary.OPENAPI.word(phase)).isEqualTo(openApi);
    }

    @Test
    void tellsThatAnImportStartsInTheOpenApiWordsOnly() {
        assertThat(statusWhileStarting(Vocabulary.OPENAPI)).isEqualTo("STARTING");
        assertThat(statusWhileStarting(Vocabulary.DOCUMENTATION)).isEqualTo("ReceivingFiles");
    }

    @Test
    void tellsAFailureUntilTheRelaunchedImportRuns() {
        try (Caller caller = caller(Vocabulary.DOCUMENTATION)) {
            Migration migration = caller.receivingFiles(caller.database(Cloud.AWS));
            migration.plan(ImportPlan.lasting(Duration.ofDays(1)).failing(0.5, "Schema mismatch", false));
            migration.post("launch");
            caller.advance(Duration.ofDays(1));

            assertThat(migration.post("launch").text("status")).isEqualTo("MigrationFailed");
        }
    }

    private static String statusWhileStarting(Vocabulary vocabulary) {
        try (Caller caller = caller(vocabulary)) {
            Migration migration = caller.receivingFiles(caller.database(Cloud.AWS));
            return migration.post("launch").text("status");
        }
    }

    private static Caller caller(Vocabulary vocabulary) {
        return Caller.of(SimulatorOptions.standingStill()
                .vocabulary(vocabulary)
                .timings(Timings.usual().withLag(Duration.ZERO)));
    }
}
