package dev.longshore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @ParameterizedTest
    @ValueSource(strings = {"0b9d3c1e-6a57-4c1c-8f52-7b1c0a6f2e34", "a", "A.b_c~d-9", "..."})
    void takesWhatCanStandInAPath(String id) {
        assertThat(new DatabaseId(id)).hasToString(id);
        assertThat(new MigrationId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a b", "a?b", "a%20b", "ä", "a\n"})
    void refusesWhatCannotStandInAPath(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseId(id))
                .withMessage("\"" + id + "\" cannot be a database ID.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MigrationId(id))
                .withMessage("\"" + id + "\" cannot be a migration ID.");
    }

    @Test
    void aUuidIsTheSameIdInUpperCase() {
        var uuid = "0B9D3C1E-6a57-4C1C-8F52-7B1C0A6F2E34";

        assertThat(new DatabaseId(uuid)).isEqualTo(new DatabaseId(uuid.toLowerCase(Locale.ROOT)))
                .hasToString(uuid.toLowerCase(Locale.ROOT));
        assertThat(new MigrationId(uuid)).isEqualTo(new MigrationId(uuid.toUpperCase(Locale.ROOT)));
        assertThat(new MigrationId("M-1")).isNotEqualTo(new MigrationId("m-1"));
    }

    @Test
    void onlyTwoDifferentUuidsAreIdsAsTheServiceMakesThem() {
        var database = "0b9d3c1e-6a57-4c1c-8f52-7b1c0a6f2e34";

        assertThat(MigrationRef.parse(database + "/5f0c7a52-0c66-4a0e-9d4e-2f4f4b6f9d11").hasServiceIds()).isTrue();
        assertThat(MigrationRef.parse(database + "/" + database).hasServiceIds()).isFalse();
        assertThat(MigrationRef.parse(database + "/initialize").hasServiceIds()).isFalse();
        assertThat(MigrationRef.parse("N/A").hasServiceIds()).isFalse();
    }

    @Test
    void refusesAnIdThatIsLongerThanAnyServiceMakesThem() {
        assertThat(new DatabaseId("a".repeat(128)).value()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> new DatabaseId("a".repeat(129)));
        assertThatIllegalArgumentException().isThrownBy(() -> new MigrationId("a".repeat(129)));
    }

    @Test
    void sortsByText() {
        assertThat(new DatabaseId("a")).isLessThan(new DatabaseId("b"));
        assertThat(new MigrationId("b")).isGreaterThan(new MigrationId("a"));
    }

    @Test
    void readsTheFormOfTheWatchArgument() {
        var ref = MigrationRef.parse(" db-1/mig-2 ");

        assertThat(ref).isEqualTo(new MigrationRef(new DatabaseId("db-1"), new MigrationId("mig-2")))
                .hasToString("db-1/mig-2");
        assertThat(new MigrationKey(new ConnectionId("prod"), ref)).hasToString("prod:db-1/mig-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db-1", "db-1/mig-2/", "/db-1/mig-2"})
    void refusesAnyOtherFormOfTheWatchArgument(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationRef.parse(text))
                .withMessage("\"" + text + "\" does not name a migration: write DATABASE-ID/MIGRATION-ID.");
    }

    @Test
    void refusesABlankConnectionId() {
        assertThat(new ConnectionId("prod")).hasToString("prod");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConnectionId(" "))
                .withMessage("A connection ID cannot be blank.");
    }

    @ParameterizedTest
    @CsvSource({"AWS, AWS", "aws, AWS", "' Gcp ', GCP", "azure, AZURE", "'', UNKNOWN", "OCI, UNKNOWN"})
    void knowsTheThreeClouds(String word, CloudProvider cloud) {
        assertThat(CloudProvider.of(word)).isEqualTo(cloud);
    }

    @Test
    void labelsADatabaseByItsNameOrElseItsId() {
        assertThat(database("orders").label()).isEqualTo("orders");
        assertThat(database(" ").label()).isEqualTo("db-1");
    }

    private static Database database(String name) {
        return new Database(new DatabaseId("db-1"), name, "", CloudProvider.AWS, "", "ACTIVE", List.of());
    }
}
