package dev.longshore.model.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureCauseTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            Schema mismatch in billing.invoices: column 'vat_rate' is decimal, SCHEMA
            import failed: SCHEMA of table events differs,                    SCHEMA
            Unknown table shop.orders,                                        SCHEMA
            table shop.orders does not exist,                                 SCHEMA
            Corrupt SSTable in node2/customer_360/profiles,                   CORRUPT
            checksum of Data.db does not match,                               CORRUPT
            node3 is incomplete,                                              INCOMPLETE
            Missing component: Statistics.db,                                 INCOMPLETE
            Encrypted SSTables are not supported,                             ENCRYPTED
            'orders_by_day is a materialized view',                           MATERIALIZED_VIEW
            materialised views found,                                         MATERIALIZED_VIEW
            """)
    void isReadFromTheWordsOfTheMessage(String message, FailureCause cause) {
        assertThat(FailureCause.of(message)).isEqualTo(cause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "boom", "The import failed.", "schema mismatch or corrupt file", "12 of 20"})
    void isNotKnownWhereNothingOrSeveralThingsAreTold(String message) {
        assertThat(FailureCause.of(message)).isEqualTo(FailureCause.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"CORRUPT", "INCOMPLETE", "ENCRYPTED", "MATERIALIZED_VIEW"})
    void whatLiesInTheFilesNeedsANewMigration(FailureCause cause) {
        assertThat(cause.isInTheFiles()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEMA", "UNKNOWN"})
    void whatLiesElsewhereOrNobodyKnowsWhereDoesNot(FailureCause cause) {
        assertThat(cause.isInTheFiles()).isFalse();
    }
}
