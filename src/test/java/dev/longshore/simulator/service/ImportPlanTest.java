package dev.longshore.simulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an import goes and how it speaks of its progress. */
class ImportPlanTest {

    private static final ImportPlan PLAN = ImportPlan.lasting(Duration.ofHours(100));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    COUNT_AND_PERCENT | Imported 409 of 1,204 SSTable subsets (34 %)
                    FRACTION          | 409/1204 subsets imported
                    PERCENT           | Import is 34.0% complete
                    WORDS             | Converting SSTables
                    """)
    void speaksOfProgressInSeveralForms(ProgressWording wording, String text) {
        assertThat(PLAN.worded(wording).progressInfo(Duration.ofHours(34))).isEqualTo(text);
    }

    @Test
    void namesTheMetadataImport() {
        assertThat(PLAN.worded(ProgressWording.WORDS).progressInfo(Duration.ofHours(92)))
                .isEqualTo("Importing SSTable metadata");
    }

    @Test
    void endsItsWorkWhereItFails() {
        assertThat(PLAN.failing(0.4, "Schema mismatch", false).workUntilEnd()).isEqualTo(Duration.ofHours(40));
    }
}
