package dev.longshore.registerfile;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
import dev.longshore.registerfile.RegisterFile.RegisterEntry;
import dev.longshore.support.UuidText;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste, in whatever form, names a migration or nothing. */
class FreeTextReaderTest {
    private static final String DB = "0b9d3c1e-6a57-4c1c-8f52-7b1c0a6f2e34";
    private static final String MIGRATION = "5f0c7a52-0c66-4a0e-9d4e-2f4f4b6f9d11";
    private static final MigrationRef REF = MigrationRef.parse(DB + "/" + MIGRATION);
    private static final String ADDRESS = "https://api.astra.datastax.com/v2/databases/" + DB + "/migrations/"
            + MIGRATION;
    private static final String ANSWER = """
            {
              "migrationID": "%s",
              "dbID": "%s",
              "status": "Initializing",
              "uploadCredentials": {"keys": null, "hint": "x"},
              "progressInfo": ""
            }
            """.formatted(MIGRATION, DB);

    @ParameterizedTest
    @ValueSource(
            strings = {
                DB + "/" + MIGRATION,
                "  \"" + DB + "/" + MIGRATION + "\"  ",
                DB + " " + MIGRATION,
                DB + ",\t" + MIGRATION,
                "1. " + DB + " \u2013 " + MIGRATION,
                "12) " + DB + " \u2192 " + MIGRATION,
                "longshore://migration/" + DB + "/" + MIGRATION,
                "[orders](" + ADDRESS + ")",
                "https://example.org/?next=https%3A%2F%2Fapi.astra.datastax.com%2Fv2%2Fdatabases%2F" + DB
                        + "%2Fmigrations%2F" + MIGRATION,
                "<databaseId>" + DB + "</databaseId><migrationId>" + MIGRATION + "</migrationId>",
                "{'migrationID': '" + MIGRATION + "', 'dbID': '" + DB + "', 'uploadCredentials': None}",
                "- " + DB + " | " + MIGRATION + " |",
                ADDRESS,
                ADDRESS + "/launch?x=1",
                "https://api.astra.datastax.com/v2/databases/" + DB + "/datacenters/" + DB + "-1/migrations/"
                        + MIGRATION,
                "curl -X GET \"" + ADDRESS + "\" -H 'Authorization: Bearer AstraCS:abc' | jq .",
                "curl -X POST \\\n  'https://api.astra.datastax.com/v2/databases/" + DB + "/migrations/\\\n  "
                        + MIGRATION
                        + "/pause' \\\n  --header \"Authorization: Bearer $token\"",
                "curl `\n  https://api.astra.datastax.com/v2/databases/" + DB + "/migrations/`\r\n  " + MIGRATION,
                "https://api.astra.datastax.com/v2/databases/" + DB + "/migra\n  tions/" + MIGRATION,
                "https://api.astra.datastax.com/v2/databases/" + DB
                        + "/migrations/5f0c7a52-0c66-\n  4a0e-9d4e-2f4f4b6f9d11",
                "> https://api.astra.datastax.com/v2/databases/" + DB + "/migra\n> > tions/" + MIGRATION,
                "https://api.astra.datastax.com/v2/databases/0b9d3c1e-6a57-4c1c-=\r\n8f52-7b1c0a6f2e34/migrations/"
                        + MIGRATION,
                "\"{\\\\\\\"migrationID\\\\\\\":\\\\\\\"" + MIGRATION + "\\\\\\\",\\\\\\\"dbID\\\\\\\":\\\\\\\"" + DB
                        + "\\\\\\\"}\"",
                "{\"migrationID\": \"" + MIGRATION + "\", \"dbID\": \"" + DB + "\", \"status\": \"ReceivingFiles\"}",
                "{\n  \"dbID\" :\n \"" + DB + "\",\n  \"progressInfo\": \"\",\n  \"migrationID\"\n: \"" + MIGRATION
                        + "\"\n}",
                "'{\\\"migrationID\\\":\\\"" + MIGRATION + "\\\",\\\"dbID\\\":\\\"" + DB + "\\\"}'"
            })
    void findsTheMigration(String pasted) {
        assertOnlyRef(pasted);
    }

    @Test
    void aWordOfThePathIsNoId() {
        var call = "$ curl -s -X POST -H \"Authorization: Bearer ${token}\" https://api.astra.datastax.com/v2/databases/"
                + DB + "/migrations/initialize | jq .\n";

        assertOnlyRef(call + ANSWER);
        assertThat(RegisterFile.in(call).entries()).isEmpty();
        assertThat(say(RegisterFile.in(call).problems()))
                .startsWith("line 1: initialize names no migration yet; its answer does: $ curl");
        assertThat(RegisterFile.in(call.replace("initialize", "INITIALIZE")).entries()).isEmpty();
        for (var word : List.of("launch", "status", "null", "{migrationID}", "$MIGRATION_ID", "MIGRATION-ID")) {
            assertThat(RegisterFile.in(call.replace("initialize", word)).entries()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ". Thanks!", ",", ");", ">", "…", "?", "'s", "\u3002", ":", "\u00bb"})
    void theEndOfASentenceBelongsToNoId(String end) {
        assertOnlyRef("Please keep an eye on " + ADDRESS + end);
        assertOnlyRef("Please keep an eye on (" + DB + "/" + MIGRATION + end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrations\nN/A\nand/or", "24/7", "12/31/2026", "application/json", "n/a n/a", "m-1/m-2",
        DB, DB + "/", "/" + MIGRATION, DB + "/" + DB, DB + "/" + MIGRATION + "0", DB + "-1/" + MIGRATION,
        "00000000-0000-0000-0000-000000000000/" + MIGRATION, DB + "/00000000-0000-0000-0000-000000000000",
        "see/" + DB + "/"
                + MIGRATION + "/x",
        "orders " + DB + " or " + MIGRATION,
        "[migrations](http://x) \u2026.", "{\"dbID\": \"" + DB + "\"}",
        "{\"migrationID\": \"N/A\", \"dbID\": \"N/A\"}", "databaseId,migrationId\nN/A,N/A\nand,or\n"})
    void tooLittleEvidenceMakesNoRow(String pasted) {
        var file = RegisterFile.in(pasted);

        assertThat(file.entries()).isEmpty();
        assertThat(file.problems()).isNotEmpty();
    }

    @Test
    void idsAreTheSameInUpperCase() {
        assertOnlyRef(DB + "/" + MIGRATION + "\n" + (DB + "/" + MIGRATION).toUpperCase(Locale.ROOT));
        assertOnlyRef(ANSWER + DB.toUpperCase(Locale.ROOT) + " " + MIGRATION);
        assertOnlyRef("databaseId,migrationId\n" + (DB + "," + MIGRATION + "\n").toUpperCase(Locale.ROOT));
        assertThat(MigrationRef.parse(DB.toUpperCase(Locale.ROOT) + "/" + MIGRATION)).isEqualTo(REF);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\u001b[1;39m{\n  \u001b[0m\u001b[34;1m\"migrationID\"\u001b[0m\u001b[1;39m:\u001b[0m \u001b[0;32m\"%M\"\u001b[0m"
                + "\u001b[1;39m,\n  \u001b[0m\u001b[34;1m\"dbID\"\u001b[0m\u001b[1;39m:\u001b[0m \u001b[0;32m\"%D\"\u001b[0m}",
        "[1;39m{\n  [0m[34;1m\"migrationID\"[0m[1;39m:[0m [0;32m\"%M\"[0m[1;39m,\n  [0m[34;1m\"dbID\"[0m[1;39m:[0m [0;32m\"%D\"[0m}",
        "^[[1m\"dbID\"^[[0m: ^[[32m\"%D\"^[[0m, ^[[1m\"migrationID\"^[[0m: ^[[32m\"%M\"^[[0m",
        "\u001b]8;;https://x\u0007%D/%M\u001b]8;;\u0007", "\u001b[32m%D\u001b[0m/\u001b[32m%M\u001b[m",
        "{ \u201cmigrationID\u201d: \u201c%M\u201d, \u201cdbID\u201d: \u201c%D\u201d }",
        "{ \u2018migrationID\u2019: \u00ab%M\u00bb, \u2018dbID\u2019: \u201e%D\u201c }",
        "\u200b%D/%M\u200b", "\ufeff%D\u2060/\u200d%M", "\u202a%D\u202c/\u2066%M\u2069", "\u00a0%D\u00a0\u202f%M\u3000",
        "\u00ad%D/%M", "\uff44\uff42\uff29\uff24\uff1a%D\nmigrationID\uff1a%M", "%D/%M\rwhatever/x",
        "[38;5;10m\"dbID\"[39m: [38;5;11m\"%D\"[39m, [38;5;10m\"migrationID\"[39m: [38;5;11m\"%M\"[39m",
        "\\e[32m%D\\e[0m/\\e[32m%M\\e[0m", "\\033[32m%D\\033[0m/%M", "\\x1b[1m%D\\x1b[0m/%M",
        "\\u001b[1m%D\\u001b[0m/%M",
        "ESC[32m%DESC[0m/%M", "<ESC>[32m%D<ESC>[m/%M", "d\bdb\bbI\bID\bD: %D\nmigrationID: %M",
        "\u001bP1$r0m\u001b\\%D/%M", "\u001b[200~%D/%M\u001b[201~",
        "{\u300cmigrationID\u300d:\u300c%M\u300d,\u300cdbID\u300d:\u300c%D\u300d}",
        "{`migrationID`: `%M`, `dbID`: `%D`}",
        "{\u00a0\"dbID\":\u00a0\"%D\",\u2028\"migrationID\":\u00a0\"%M\"}"
    })
    void whatIsNotSeenKeepsNothingFromBeingUnderstood(String pasted) {
        var text = pasted.replace("%D", DB).replace("%M", MIGRATION);

        assertThat(RegisterFile.in(text).entries()).extracting(RegisterEntry::ref).containsExactly(REF);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ASTRA_DB_ID=\"%D\"\nASTRA_DB_REGION=\"us-east1\"\nMIGRATION_ID=\"%M\"\n",
        "export dbID=%D\nexport migrationID=%M", "set DB_ID=%D\r\nset MIGRATION_ID=%M\r\n",
        "$env:DB_ID = '%D'\n$env:MIGRATION_ID = '%M'",
        "migrationID=%M; dbID=%D", "database_id: %D\nmigration_id: %M", "--database-id %D --migration-id %M",
        "Database ID: %D\nMigration ID: %M", "declare -x DATABASE_ID=\"%D\"\ndeclare -x SIDELOADER_MIGRATION=\"%M\"",
        "dbID=%D\nmigrationID=%M\ncurl https://x/v2/databases/$dbID/migrations/$migrationID"
    })
    void variablesAreReadByTheirNames(String pasted) {
        assertOnlyRef(pasted.replace("%D", DB).replace("%M", MIGRATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{&quot;migrationID&quot;:&quot;%M&quot;,&quot;dbID&quot;:&quot;%D&quot;}",
        "{&#34;migrationID&#34;:&#34;%M&#34;,&#x22;dbID&#x22;:&#x22;%D&#x22;}", "%D&#x2F;%M", "%D&nbsp;%M",
        "%D/%M<br/>",
        "<tr><td>%D</td><td class=\"x\">%M</td></tr>",
        "%7B%22migrationID%22%3A%22%M%22%2C%22dbID%22%3A%22%D%22%7D", "https://x/?dbID%3D%D%26migrationID%3D%M",
        "https://x/?u=https%253A%252F%252Fapi%252Fv2%252Fdatabases%252F%D%252Fmigrations%252F%M",
        "{\\x22migrationID\\x22:\\x22%M\\x22,\\x22dbID\\x22:\\x22%D\\x22}",
        "{\\u0022migrationID\\u0022:\\u0022%M\\u0022,\\u0022dbID\\u0022:\\u0022%D\\u0022}",
        "dbID=3D%D\nmigrationID=3D%M\n", "{%D}/{%M}", "urn:uuid:%D urn:uuid:%M",
        "-[ RECORD 1 ]+---\ndatabase_id  | %D\nmigration_id | %M",
        "{\"dbID\":\"urn:uuid:%D\",\"migrationID\":\"{%M}\"}"})
    void idsAreFoundWhereAnotherProgramWroteTheirSignsInCode(String pasted) {
        assertThat(RegisterFile.in(filled(pasted)).entries()).extracting(RegisterEntry::ref).containsExactly(REF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=20", "=2D", "=3d", "=3D", "%2D", "&dbID=20"})
    void theBeginningOfAnIdIsNoSignInCode(String before) {
        var database = before.replaceFirst(".*[=%]", "") + "9d3c1e-6a57-4c1c-8f52-7b1c0a6f2e34";
        var pasted = "dbID=" + database + "\nmigrationID=" + MIGRATION;

        assertThat(RegisterFile.in(pasted).entries()).extracting(each -> each.ref().database().value())
                .containsExactly(database.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "=\n", "\\\n  ", "\n> ", "\r\n "})
    void anIdThatIsBrokenOverTwoLinesIsOneId(String wrap) {
        var database = DB.substring(0, 20) + wrap + DB.substring(20);
        var migration = MIGRATION.substring(0, 30) + wrap + MIGRATION.substring(30);

        assertOnlyRef(database + "/" + migration);
        assertOnlyRef(DB + "/" + wrap + MIGRATION);
        assertOnlyRef("export dbID=" + database + "\nexport migrationID=" + migration);
        assertOnlyRef("longshore://migration/" + DB + "/" + migration);
        assertThat(
                RegisterFile.in("{\"migrationID\": \"" + migration + "\", \"dbID\": \"" + database + "\"}").entries())
                .extracting(RegisterEntry::ref).containsExactly(REF);
    }

    @Test
    void linesAfterABrokenIdKeepTheirNumbers() {
        var file = RegisterFile.in(DB + "/" + MIGRATION.substring(0, 30) + "\n" + MIGRATION.substring(30)
                + "\nwhat is this\n");

        assertThat(file.entries()).hasSize(1);
        assertThat(file.problems()).containsExactly(Fact.of(FileFact.LINE_NOT_UNDERSTOOD, "3", "what is this"));
    }

    @Test
    void aLineThatIsNotUnderstoodIsQuotedAsItStands() {
        assertThat(RegisterFile.in("see%20this &amp; that").problems())
                .containsExactly(Fact.of(FileFact.LINE_NOT_UNDERSTOOD, "1", "see%20this &amp; that"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "env:\n- name: DB_ID\n  value: %D\n- name: MIGRATION_ID\n  value: \"%M\"\n", "DB=%D\nMIG=%M",
        "set -x dbID %D\nset -x migrationID %M", "setenv dbID %D\nsetenv migrationID %M",
        "setx DB_ID \"%D\"\nsetx MIGRATION_ID \"%M\"", "set \"DB_ID=%D\"\nset \"MIGRATION_ID=%M\"",
        "ENV DB_ID %D\nENV MIGRATION_ID %M", "docker run -e DB_ID=%D -e MIGRATION_ID=%M x",
        "os.environ[\"DB_ID\"] = \"%D\"\nos.environ['MIGRATION_ID'] = '%M'",
        "os.Setenv(\"DB_ID\", \"%D\")\nos.Setenv(\"MIGRATION_ID\", \"%M\")",
        "MigrationStatus(migration_id='%M', db_id='%D')", "{MigrationID:%M DbID:%D Status:Initializing}",
        "sideloader.database.id=%D\nsideloader.migration.id=%M"})
    void variablesOfOtherShellsAndProgramsAreReadByTheirNames(String pasted) {
        assertOnlyRef(filled(pasted));
    }

    private static String filled(String pasted) {
        return pasted.replace("%D", DB).replace("%M", MIGRATION);
    }

    @Test
    void variablesOfSeveralMigrationsArePairedOnlyWhereThatIsClear() {
        assertThat(in("dbID=db-a\nORDERS_MIGRATION_ID=m-1\nBILLING_MIGRATION_ID=m-2\n"))
                .isEqualTo(refs("db-a/m-1", "db-a/m-2"));
        assertThat(in("dbID=db-a\nmigrationID=m-1\ndbID=db-b\nmigrationID=m-2\n"))
                .isEqualTo(refs("db-a/m-1", "db-b/m-2"));
        assertThat(in("dbID=db-a\ndbID=db-b\nmigrationID=m-1\n")).isEmpty();
        assertThat(in("orgId=db-a\nmigrationID=m-1\n")).isEmpty();
    }

    @Test
    void findsSeveralLinesEachOnce() {
        assertThat(in("db-a/m-1\n\ndb-a/m-2\ndb-a/m-1\n")).isEqualTo(refs("db-a/m-1", "db-a/m-2"));
    }

    @Test
    void findsAnswersAndAddressesAndIdsTogether() {
        assertThat(in("https://x/v2/databases/db-a/migrations/m-1\ndb-b/m-2\n"))
                .isEqualTo(refs("db-a/m-1", "db-b/m-2"));
        assertThat(in(
                "{\"migrationID\": \"m-1\", \"dbID\": \"db-a\"}\n$ curl x\n{\"migrationID\": \"m-2\", \"dbID\": \"db-b\"}\n"))
                .isEqualTo(refs("db-a/m-1", "db-b/m-2"));
        assertThat(in("{\"databaseId\": \"db-a\", \"migrationId\": \"m-1\"}\nand db-b/m-2\n"))
                .isEqualTo(refs("db-a/m-1", "db-b/m-2"));
    }

    @Test
    void findsEveryAnswerOfAList() {
        assertThat(in("[{\"migrationID\":\"m-1\",\"dbID\":\"db-a\"},{\"dbID\":\"db-b\",\"migrationID\":\"m-2\"}]"))
                .isEqualTo(refs("db-a/m-1", "db-b/m-2"));
        assertThat(in("{dbID: 'db-a', migrations: [{migrationID: 'm-1'}, {migrationID: 'm-2'}]}"))
                .isEqualTo(refs("db-a/m-1", "db-a/m-2"));
    }

    @Test
    void anAnswerWithoutItsDatabaseIsFoundByTheAddress() {
        assertOnlyRef("$ curl " + ADDRESS + "\n{\"migrationID\": \"" + MIGRATION + "\", \"status\": \"Paused\"}");
    }

    @Test
    void anAnswerWithoutItsDatabaseIsFoundByTheAddressOfTheCallThatMadeIt() {
        var call = "curl -X POST https://api.astra.datastax.com/v2/databases/" + DB + "/migrations/initialize\n";

        assertOnlyRef(call + "{\"migrationID\": \"" + MIGRATION + "\", \"status\": \"INITIALIZING\"}");
        assertOnlyRef("GET /v2/databases/" + DB + "\nmigrationID=" + MIGRATION);
        assertThat(RegisterFile.in(call + call.replace(DB, MIGRATION) + "{\"migrationID\": \"" + DB + "\"}").entries())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2010", "\u2011", "\u2012", "\u2013", "\u2043", "\u2212", "\uff0d"})
    void theHyphensOfAWordProcessorAreThoseOfAnId(String hyphen) {
        assertOnlyRef((DB + "/" + MIGRATION).replace("-", hyphen));
        assertOnlyRef("databaseId,migrationId\n" + (DB + "," + MIGRATION).replace("-", hyphen));
        assertOnlyRef(ANSWER.replace(MIGRATION, MIGRATION.replace("-", hyphen)));
    }

    @Test
    void namesTheLinesItDoesNotUnderstand() {
        var file = RegisterFile.in(UuidText.of("db-a/m-1\n\nwhat is this\n---\nand m-3?\n"));

        assertThat(file.entries()).hasSize(1);
        assertThat(file.problems()).containsExactly(
                Fact.of(FileFact.LINE_NOT_UNDERSTOOD, "3", "what is this"),
                Fact.of(FileFact.LINE_NOT_UNDERSTOOD, "5", UuidText.of("and m-3?")));
    }

    @Test
    void besidesAnAddressItNamesTheLinesWithOtherIds() {
        assertThat(RegisterFile.in(UuidText.of("see https://x/v2/databases/db-a/migrations/m-1\nthanks\nalso m-2\n"))
                .problems())
                .containsExactly(Fact.of(FileFact.LINE_NOT_UNDERSTOOD, "3", UuidText.of("also m-2")));
    }

    @Test
    void namesOnlySoManyLines() {
        assertThat(RegisterFile.in("x y\n".repeat(3_000)).problems()).hasSize(1_001)
                .last().isEqualTo(Fact.of(FileFact.MORE_LINES, 2_000));
        assertThat(RegisterFile.in("x".repeat(9 << 20)).problems()).containsExactly(Fact.of(FileFact.TOO_LARGE, 8));
    }

    @Test
    void neverRepeatsAToken() {
        assertThat(RegisterFile.in("Authorization: Bearer AstraCS:verySecret:abc").problems())
                .containsExactly(Fact.of(FileFact.LINE_NOT_UNDERSTOOD, "1", "Authorization: Bearer •••"));
    }

    @Property
    void garbageNeverMakesARow(@ForAll("garbage") String text) {
        assertThat(RegisterFile.in(text).entries()).isEmpty();
    }

    @Property
    void aPairIsFoundAmongAnyGarbageOfOtherLines(@ForAll("garbage") String before, @ForAll("garbage") String after) {
        assertThat(RegisterFile.in(before + "\n" + DB + "/" + MIGRATION + "\n" + after).entries())
                .extracting(RegisterEntry::ref).containsExactly(REF);
    }

    @Provide
    Arbitrary<String> garbage() {
        var pieces = Arbitraries.of("databases/", "/migrations/", "initialize", "dbID", "migrationID", "=", ": ", "\"",
                "N/A", "...",
                "databaseId", "migrationId", ",", "0b9d3c1e-6a57-4c1c", "24/7", " ", "\t", "\u001b[0m", "\u200b",
                "\u201c", "'", "ü");
        return pieces.list().ofMaxSize(12).map(each -> String.join("", each));
    }

    private static void assertOnlyRef(String pasted) {
        assertThat(RegisterFile.in(pasted))
                .isEqualTo(new RegisterFile(List.of(new RegisterEntry(REF, "", List.of())), List.of()));
    }

    private static List<String> in(String text) {
        return RegisterFile.in(UuidText.of(text)).entries().stream().map(each -> each.ref().toString()).toList();
    }

    private static List<String> refs(String... refs) {
        return List.of(refs).stream().map(UuidText::of).toList();
    }
}
