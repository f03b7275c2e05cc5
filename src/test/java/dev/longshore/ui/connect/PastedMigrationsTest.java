package dev.longshore.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationRef;
import dev.longshore.registerfile.RegisterFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedMigrationsTest {
    private static final String DB = "0b9d3c1e-6a57-4c1c-8f52-7b1c0a6f2e34";
    private static final String MIGRATION = "5f0c7a52-0c66-4a0e-9d4e-2f4f4b6f9d11";
    private static final MigrationRef REF = MigrationRef.parse(DB + "/" + MIGRATION);

    @ParameterizedTest
    @ValueSource(
            strings = {
                DB + "/" + MIGRATION,
                "  \"" + DB + "/" + MIGRATION + "\"  ",
                DB + " " + MIGRATION,
                DB + ",\t" + MIGRATION,
                "https://api.astra.datastax.com/v2/databases/" + DB + "/migrations/" + MIGRATION,
                "https://api.astra.datastax.com/v2/databases/" + DB + "/migrations/" + MIGRATION + "/launch?x=1",
                "https://api.astra.datastax.com/v2/databases/" + DB + "/datacenters/" + DB + "-1/migrations/"
                        + MIGRATION,
                "curl -X GET \"https://api.astra.datastax.com/v2/databases/" + DB + "/migrations/" + MIGRATION
                        + "\" -H 'Authorization: Bearer AstraCS:abc' | jq .",
                "curl -X POST \\\n  'https://api.astra.datastax.com/v2/databases/" + DB + "/migrations/\\\n  "
                        + MIGRATION
                        + "/pause' \\\n  --header \"Authorization: Bearer $token\"",
                "https://api.astra.datastax.com/v2/databases/" + DB + "/migra\n  tions/" + MIGRATION,
                "https://api.astra.datastax.com/v2/databases/" + DB
                        + "/migrations/5f0c7a52-0c66-\n  4a0e-9d4e-2f4f4b6f9d11",
                "{\"migrationID\": \"" + MIGRATION + "\", \"dbID\": \"" + DB + "\", \"status\": \"ReceivingFiles\"}",
                "{\n  \"dbID\" :\n \"" + DB + "\",\n  \"progressInfo\": \"\",\n  \"migrationID\"\n: \"" + MIGRATION
                        + "\"\n}",
                "'{\\\"migrationID\\\":\\\"" + MIGRATION + "\\\",\\\"dbID\\\":\\\"" + DB + "\\\"}'"
            })
    void findsTheMigration(String pasted) {
        assertThat(PastedMigrations.in(pasted)).isEqualTo(
                new PastedMigrations(List.of(new RegisterFile.RegisterEntry(REF, "", List.of())), List.of(),
                        List.of()));
    }

    @Test
    void findsSeveralLinesEachOnce() {
        var pasted = PastedMigrations.in("db-a/m-1\n\ndb-a/m-2\ndb-a/m-1\n");

        assertThat(pasted.found()).extracting(each -> each.ref().toString()).containsExactly("db-a/m-1", "db-a/m-2");
    }

    @Test
    void findsAnswersAndAddressesAndIdsTogether() {
        var pasted = PastedMigrations.in("https://x/v2/databases/db-a/migrations/m-1\ndb-b/m-2\n");

        assertThat(pasted.found()).extracting(each -> each.ref().toString()).containsExactly("db-a/m-1", "db-b/m-2");
    }

    @Test
    void findsAnIdThatAnotherBeginsWith() {
        var pasted = PastedMigrations
                .in("https://x/v2/databases/db-a/migrations/m-12\nhttps://x/v2/databases/db-a/migrations/m-1\n");

        assertThat(pasted.found()).extracting(each -> each.ref().toString())
                .containsExactly("db-a/m-12", "db-a/m-1");
    }

    @Test
    void findsEveryAnswerOfAList() {
        var pasted = PastedMigrations.in(
                "[{\"migrationID\":\"m-1\",\"dbID\":\"db-a\"},{\"dbID\":\"db-b\",\"migrationID\":\"m-2\"}]");

        assertThat(pasted.found()).extracting(each -> each.ref().toString()).containsExactly("db-a/m-1", "db-b/m-2");
    }

    @Test
    void namesTheLinesItDoesNotUnderstand() {
        var pasted = PastedMigrations.in("db-a/m-1\nwhat is this\n");

        assertThat(pasted.found()).hasSize(1);
        assertThat(pasted.notUnderstood()).containsExactly("what is this");
    }

    @Test
    void neverRepeatsAToken() {
        var pasted = PastedMigrations.in("Authorization: Bearer AstraCS:verySecret:abc");

        assertThat(pasted.notUnderstood()).containsExactly("Authorization: Bearer •••");
    }

    @Test
    void takesDotsForNoIds() {
        assertThat(PastedMigrations.in("../..").found()).isEmpty();
    }
}
