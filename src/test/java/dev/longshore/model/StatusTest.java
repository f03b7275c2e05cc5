package dev.longshore.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            Initializing,     INITIALIZING
            INITIALIZING,     INITIALIZING
            ReceivingFiles,   RECEIVING_FILES
            READY,            RECEIVING_FILES
            STARTING,         STARTING
            ImportInProgress, IMPORT_IN_PROGRESS
            IN_PROGRESS,      IMPORT_IN_PROGRESS
            MigrationDone,    MIGRATION_DONE
            DONE,             MIGRATION_DONE
            ERROR,            FAILED
            CleaningUpFiles,  CLEANING_UP_FILES
            Closed,           CLOSED
            Paused,           PAUSED
            pausing,          PAUSED
            IMPORT_PAUSED,    PAUSED
            Aborted,          ABORTED
            ABORTING,         ABORTED
            ImportFailed,     FAILED
            FAILURE,          FAILED
            InternalError,    FAILED
            """)
    void knowsTheWordsOfBothVocabulariesAndGuessesThreeKinds(String word, Phase phase) {
        assertThat(Status.of(word)).isEqualTo(new Status.KnownStatus(phase, word));
        assertThat(Status.of(word).phase()).contains(phase);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Done", "ready", "CLOSED", "ReceivingFile", "importinprogress", "Starting",
        "Rebalancing", " DONE"})
    void mapsNoWordToANearOne(String word) {
        assertThat(Status.of(word)).isEqualTo(new Status.UnknownStatus(word));
        assertThat(Status.of(word).phase()).isEmpty();
    }

    @Test
    void isAPhaseOnlyWhenTheWordIsKnownToMeanIt() {
        assertThat(Status.of("DONE").is(Phase.MIGRATION_DONE)).isTrue();
        assertThat(Status.of("DONE").is(Phase.PAUSED)).isFalse();
        assertThat(Status.of("Done").is(Phase.MIGRATION_DONE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void isClosingAndSealedAndBusyInTheRightPhases(Phase phase) {
        var afterLaunch = phase.compareTo(Phase.STARTING) >= 0 && phase.compareTo(Phase.ABORTED) <= 0;

        assertThat(phase.isSealed()).isEqualTo(afterLaunch);
        assertThat(phase.occupiesTheDatabase()).isEqualTo(afterLaunch && phase.compareTo(Phase.PAUSED) <= 0);
        assertThat(phase.isClosing()).isEqualTo(phase.compareTo(Phase.ABORTED) > 0);
        assertThat(phase.hasFilesToLose())
                .isEqualTo(phase.compareTo(Phase.ABORTED) <= 0 && phase != Phase.MIGRATION_DONE);
    }
}
