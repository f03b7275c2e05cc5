package dev.longshore.model.lifecycle;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.known;
import static dev.longshore.model.ModelSamples.minutes;
import static dev.longshore.model.ModelSamples.seen;
import static dev.longshore.model.ModelSamples.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Phase;
import dev.longshore.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointOfNoReturnTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "Importing metadata", "importing SSTable metadata: 3 of 40", "Importing the SSTables metadata",
        "Imported metadata",
        "Metadata imported", "metadata import running", "Metadata import is in progress", "Metadata import done",
        "Re-enabling compaction", "Reenabling compactions", "Re-enabled compaction",
        "Paused. Importing SSTable metadata: 96 %"
    })
    void isPassedWhereTheTextSaysSo(String text) {
        assertThat(PointOfNoReturn.isNamed(status(Phase.IMPORT_IN_PROGRESS), Progress.of(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "Importing", "Importing 3 of 40 subsets", "Disabling compaction", "metadata", "Reading metadata",
        "waiting for importing metadata", "Can be aborted until importing metadata",
        "before metadata import is running",
        "next: importing metadata", "metadata import pending", "importing metadatabase", "not importing metadata",
        "abort works until metadata import"
    })
    void isNotPassedWhereTheTextSaysAnythingElse(String text) {
        assertThat(PointOfNoReturn.isNamed(status(Phase.IMPORT_IN_PROGRESS), Progress.of(text))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"STARTING", "IMPORT_IN_PROGRESS", "PAUSED"})
    void isNotPassedWhereNoImportIs(Phase phase) {
        assertThat(PointOfNoReturn.isNamed(status(phase), Progress.of("Importing metadata"))).isFalse();
    }

    @Test
    void isNotKnownToBePassedWithoutAText() {
        assertThat(PointOfNoReturn.isPassed(null)).isFalse();
        assertThat(PointOfNoReturn.isPassed(known(seen(NOON, Phase.IMPORT_IN_PROGRESS)))).isFalse();
        assertThat(PointOfNoReturn.isNamed(status(Phase.IMPORT_IN_PROGRESS), null)).isFalse();
    }

    @Test
    void isPassedWhenTheTextCameAfterTheStatusWord() {
        assertThat(PointOfNoReturn.isPassed(known(
                seen(NOON, Phase.IMPORT_IN_PROGRESS),
                seen(minutes(9), Phase.IMPORT_IN_PROGRESS, "Importing metadata"),
                seen(minutes(12), Phase.IMPORT_IN_PROGRESS))))
                .isTrue();
    }
}
