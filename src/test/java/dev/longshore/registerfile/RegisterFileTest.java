package dev.longshore.registerfile;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
import dev.longshore.registerfile.RegisterFile.RegisterEntry;
import dev.longshore.support.UuidText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterFileTest {
    private static final RegisterEntry ORDERS = entry("db-a/m-1", "orders", "eu", "night");
    private static final RegisterEntry BILLING = entry("db-b/m-2", "");
    private static final String ORDERS_JSON = """
            {"name": "orders", "databaseId": "db-a", "migrationId": "m-1", "tags": "eu, night"}""";

    @Test
    void readsJson() {
        var file = in("[\n  " + ORDERS_JSON + ",\n  {\"migrationId\": \"m-2\", \"databaseId\": \"db-b\"}]");

        assertThat(file).isEqualTo(new RegisterFile(List.of(ORDERS, BILLING), List.of()));
    }

    @Test
    void readsTagsAsAListOfWords() {
        assertThat(in("""
                [{"name": "orders", "databaseId": "db-a", "migrationId": "m-1", "tags": ["eu", "night", "eu", " "]}]
                """).entries()).containsExactly(ORDERS);
    }

    @Test
    void readsNamesWithEscapesAndBraces() {
        assertThat(in("""
                [{"name": "orders \\"b\\u00e4r\\" {x}\\n2", "databaseId": "db-a", "migrationId": "m-1"}]
                """).entries()).containsExactly(entry("db-a/m-1", "orders \"bär\" {x} 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Here is the list:\n```json\n[%s]\n```\n", "{\"migrations\": [[%s]], \"version\": 2}",
        "\uFEFF[%s]", "%s\n%<s\n", "[%s, 5, null, \"x\", [], {}]"})
    void findsEntriesWhereverTheyAre(String form) {
        var file = in(form.formatted(ORDERS_JSON));

        assertThat(file).isEqualTo(new RegisterFile(List.of(ORDERS), List.of()));
    }

    @Test
    void readsCsvWithQuotesAndLineEndsInThem() {
        var file = in("""
                name,databaseId,migrationId,tags
                "orders, ""new""
                of May",db-a,m-1,"eu, night"
                ,db-b,m-2,
                """.replace("\n", "\r\n"));

        assertThat(file).isEqualTo(new RegisterFile(
                List.of(entry("db-a/m-1", "orders, \"new\" of May", "eu", "night"), BILLING), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";", ","})
    void readsColumnsHoweverTheyAreApart(String separator) {
        var text = "name|databaseId|migrationId\n\norders [1] 12\" {|db-a|m-1\n".replace("|", separator);

        assertThat(in(text))
                .isEqualTo(new RegisterFile(List.of(entry("db-a/m-1", "orders [1] 12\" {")), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "sep=;\r\nname;databaseId;migrationId;tags\r\norders;db-a;m-1;eu, night\r\n",
        "\uFEFF\"sep=\t\"\nname\tdatabaseId\tmigrationId\ttags\norders\tdb-a\tm-1\teu,night\n",
        "Migrations of May\n\nname,databaseId,migrationId,tags\norders,db-a,m-1,\"eu,night\"\n",
        "Name,DatabaseID,MigrationID,Tags\norders,db-a,m-1,\"eu,night\"\n",
        "TAGS;\"Database ID\";migration_id;NAME\neu,night;db-a;m-1;orders\n",
        "name,dbID,migrationID,tags\norders,\"db-a\",' m-1 ',\"eu,night\"\n",
        "| name | databaseId | migrationId | tags |\n| --- | :-: | ---: | --- |\n| orders | db-a | m-1 | eu, night |\n",
        "The list:\n\nName | Database ID | Migration ID | Tags\n--- | --- | --- | ---\norders | `db-a` | `m-1` | eu, night\n\nBye\n",
        "[{\"Name\": \"orders\", \"DatabaseID\": \"db-a\", \"MIGRATIONID\": \"m-1\", \"tags\": \"eu,night\"}]",
        "[{\u201cname\u201d: \u201corders\u201d, \u201cdatabaseId\u201d:\u00a0\u201cdb-a\u201d, \u201cmigrationId\u201d:"
                + " \u201cm-1\u201d, \u201ctags\u201d: \u201ceu,night\u201d}]"
    })
    void theFirstLineNeedBeNoHeadingAndAHeadingHasNoExactSpelling(String text) {
        assertThat(in(text)).isEqualTo(new RegisterFile(List.of(ORDERS), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name,Database,Migration\norders,%s,%s\n", "NAME\tDB\tMigration\norders\t%s\t%s\n",
        "| Name | Database | Migration |\n|:---|:---:|---:|\n| orders | `%s` | `%s` |\n",
        "\uFEFFsep=;\r\nname;database;migration\r\norders;%s;%s\r\n"})
    void columnsOfDatabaseAndMigrationHoldIdsWhereNoOtherDoes(String text) {
        var database = "0b9d3c1e-6a57-4c1c-8f52-7b1c0a6f2e34";
        var migration = "5f0c7a52-0c66-4a0e-9d4e-2f4f4b6f9d11";

        assertThat(in(text.formatted(database, migration)).entries())
                .extracting(each -> each.ref().toString(), RegisterEntry::name)
                .containsExactly(tuple(database + "/" + migration, "orders"));
        assertThat(in(text.formatted("shop", "first")).entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        " name   | database_id | migration_id | tags\n--------+----+-----+---\n orders | db-a | m-1 | eu, night\n\n(1 rows)\n",
        "+---+---+---+---+\n| name | database_id | migration_id | tags |\n+---+---+---+---+\n| orders | db-a | m-1 | eu,night |\n+---+---+---+---+\n1 row in set\n",
        "+---+---+---+---+\n| name | dbID | migrationID | tags |\n+===+===+===+===+\n| orders | db-a | m-1 | eu,night |\n+---+---+---+---+\n",
        "| name | dbID | migrationID | tags |\n|------+---+---+---|\n| orders | db-a | m-1 | eu,night |\n",
        "\u250c\u2500\u252c\u2510\n\u2502 name \u2502 Database ID \u2502 Migration ID \u2502 Tags \u2502\n\u251c\u2500\u253c\u2524\n\u2502 orders \u2502 db-a \u2502 m-1 \u2502 eu,night \u2502\n\u2514\u2500\u2534\u2518\n",
        "||name||databaseId||migrationId||tags||\n|orders|db-a|m-1|eu,night|\n",
        "> | name | databaseId | migrationId | tags |\n> | --- | --- | --- | --- |\n> | orders | db-a | m-1 | eu,night |\n",
        "| **name** | **databaseId** | **migrationId** | tags |\n|---|---|---|---|\n| orders | **db-a** | [m-1](https://x/y) | eu,night |\n"})
    void tablesOfTerminalsAndPagesAreRead(String text) {
        assertThat(in(text)).isEqualTo(new RegisterFile(List.of(ORDERS), List.of()));
    }

    @Test
    void columnsOfATerminalBeginWhereTheirNamesDo() {
        var cell = "%-38s".formatted(UuidText.of("db-a"));
        var header = "NAME       DATABASE ID" + " ".repeat(28) + "MIGRATION_ID\n";

        assertThat(RegisterFile.in(header + "new orders " + cell + UuidText.of(" m-1") + "\n").entries())
                .containsExactly(entry("db-a/m-1", "new orders"));
        assertThat(RegisterFile.in(header + "----  ---- ----\n           " + cell + UuidText.of(" m-1") + "\n\n3 rows")
                .entries()).containsExactly(entry("db-a/m-1", ""));
        assertThat(RegisterFile.in(header + "orders     " + " ".repeat(39) + UuidText.of("m-1") + "\n").entries())
                .isEmpty();
    }

    @Test
    void anEmptyFirstCellWithoutABarBeforeItShiftsNoId() {
        assertThat(in(" name | dbID | migrationID\n-----+----+---\n      | db-a | m-1\n").entries())
                .containsExactly(entry("db-a/m-1", ""));
    }

    @Test
    void aListKeepsItsNamesWhateverStandsInThem() {
        var name = "\u201cA\u201d\u200d db-b/m-2 [0m";
        var file = in("[{\"name\": \"" + name + "\", \"databaseId\": \"db-a\", \"migrationId\": \"m-1\"}]");

        assertThat(file.entries()).containsExactly(entry("db-a/m-1", UuidText.of(name)));
    }

    @Test
    void takesAwayTheApostropheThatKeepsASpreadsheetFromCalculating() {
        assertThat(in("name,databaseId,migrationId\n'=orders,db-a,m-1\n'tis,db-b,m-2\n").entries())
                .extracting(RegisterEntry::name).containsExactly("=orders", "'tis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "see [1] and {2", "name,size\nx,1"})
    void findsNothingInAnyOtherText(String text) {
        assertThat(in(text).entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"databaseId\": \"db-b\"}|Entry 2 (line 1) is left out: it has no migrationId.",
        "{\"migrationId\": \"m-2\", \"databaseId\": null}|Entry 2 (line 1) is left out: it has no databaseId.",
        "{\"migrationId\": \"m 2\", \"databaseId\": \"db-b\"}|Entry 2 (line 1) is left out: its IDs are invalid (database"
                + " \"db-b\", migration \"m 2\").",
        "{\"migrationId\": 2, \"databaseId\": \"db-b\"}|Entry 2 (line 1) is left out: not text, or given twice: migrationId.",
        "{\"migrationId\": {\"a\": [1]}, \"databaseId\": [\"db-b\"]}|Entry 2 (line 1) is left out: not text, or given twice:"
                + " databaseId, migrationId.",
        "{\"migrationId\": \"m-2\", \"databaseId\": \"db-b\", \"migrationId\": \"m-3\"}|Entry 2 (line 1) is left out: not"
                + " text, or given twice: migrationId.",
        "{\"migrationId\": \"m-1\", \"databaseId\": \"db-a\", \"name\": \"other\"}|Entry 2 (line 1) repeats a migration;"
                + " the first entry counts."
    })
    void saysWhatIsWrongWithAnEntryAndReadsTheOthers(String bad, String sentence) {
        var file = in("[" + ORDERS_JSON + "," + bad + ",{\"migrationId\": \"m-9\", \"databaseId\": \"db-d\"}]");

        assertThat(file.entries()).containsExactly(ORDERS, entry("db-d/m-9", ""));
        assertThat(file.problems()).singleElement()
                .satisfies(each -> assertThat(say(each)).isEqualTo(UuidText.of(sentence)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"name\": {\"en\": \"x\"}|name", "\"name\": \"x\", \"name\": \"y\"|name", "\"tags\": [[\"x\"]]|tags"
    })
    void readsAnEntryWithoutWhatIsUnclear(String field, String name) {
        assertThat(in("[{\"databaseId\": \"db-b\", \"migrationId\": \"m-2\", " + field + "}]")).isEqualTo(
                new RegisterFile(List.of(BILLING),
                        List.of(Fact.of(FileFact.UNCLEAR_FIELD, Fact.of(FileFact.ENTRY, "1", "1"), name))));
    }

    @Test
    void takesANumberForAName() {
        assertThat(in("[{\"databaseId\": \"db-b\", \"migrationId\": \"m-2\", \"name\": 7}]").entries())
                .containsExactly(entry("db-b/m-2", "7"));
    }

    @Test
    void doesNotMindTheSameTwice() {
        assertThat(in("[" + ORDERS_JSON + "," + ORDERS_JSON + "]").problems()).isEmpty();
    }

    @Test
    void keepsWhatComesBeforeTheEndOfATruncatedText() {
        assertThat(in("[" + ORDERS_JSON + ",\n{\"databaseId\": \"db-b\", \"migrat")).isEqualTo(
                new RegisterFile(List.of(ORDERS),
                        List.of(Fact.of(FileFact.ENDS_TOO_EARLY))));
    }

    @Test
    void keepsWhatComesBeforeAMistake() {
        assertThat(in("[" + ORDERS_JSON + ",\n  oops]")).isEqualTo(new RegisterFile(List.of(ORDERS),
                List.of(Fact.of(FileFact.INVALID_JSON, "2", "3"))));
    }

    @Test
    void saysThatMoreEntriesFollowThanItCanRead() {
        assertThat(in(ORDERS_JSON + ",\n" + ORDERS_JSON)).isEqualTo(new RegisterFile(List.of(ORDERS),
                List.of(Fact.of(FileFact.INVALID_JSON, "1", "149"))));
    }

    @Test
    void doesNotFollowBracketsForEver() {
        assertThat(in("[" + ORDERS_JSON + "," + "[".repeat(1_000_000))).isEqualTo(
                new RegisterFile(List.of(ORDERS),
                        List.of(Fact.of(FileFact.TOO_DEEP))));
    }

    @Test
    void leavesOutTheRowInWhichATruncatedTextEnds() {
        assertThat(in("name,databaseId,migrationId,tags\norders,db-a,m-1,\"eu,night\"\n,db-b,m-2"))
                .isEqualTo(
                        new RegisterFile(List.of(ORDERS),
                                List.of(Fact.of(FileFact.ENDS_IN_ROW, "2"))));
    }

    @Test
    void saysThatAQuotationMarkIsNeverClosed() {
        assertThat(in("databaseId,migrationId,name\ndb-a,m-1,a\ndb-b,m-2,\"b\ndb-c,m-3,c\n").problems())
                .containsExactly(Fact.of(FileFact.ENDS_IN_ROW, "2"));
    }

    @Test
    void saysWhatIsWrongWithARow() {
        assertThat(say(in("databaseId,migrationId\ndb-a\n,m-2\n").problems())).isEqualTo(
                UuidText.of(
                        "Row 1 (line 2: db-a) is left out: it has no migrationId. Row 2 (line 3: ,m-2) is left out: it has no"
                                + " databaseId."));
    }

    @Test
    void readsTenThousandAndSaysThatThereAreMore() {
        var most = IntStream.rangeClosed(0, RegisterFile.MOST_ENTRIES + 1)
                .mapToObj(i -> "{\"databaseId\": \"db\", \"migrationId\": \"m-" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));

        var file = in(most);

        assertThat(file.entries()).hasSize(RegisterFile.MOST_ENTRIES);
        assertThat(file.problems())
                .containsExactly(Fact.of(FileFact.TOO_MANY, 10_000));
    }

    @Test
    void cutsOffNamesThatNobodyCouldRead() {
        var file = in(
                "[{\"databaseId\": \"db-d\", \"migrationId\": \"m-1\", \"name\": \"" + "n".repeat(5_000) + "\"}]");

        assertThat(file.entries().getFirst().name()).hasSizeLessThanOrEqualTo(200);
        assertThat(file.problems())
                .containsExactly(Fact.of(FileFact.CUT_OFF, Fact.of(FileFact.ENTRY, "1", "1"), 200));
    }

    @Test
    void neverRepeatsAToken() {
        var file = in("[{\"databaseId\": \"Bearer AstraCS:verySecret:abc\", \"migrationId\": \"m-1\"}]");

        assertThat(file.problems()).singleElement().asString().doesNotContain("verySecret");
    }

    private static RegisterFile in(String text) {
        return RegisterFile.in(UuidText.of(text));
    }

    private static RegisterEntry entry(String ref, String name, String... tags) {
        return new RegisterEntry(MigrationRef.parse(UuidText.of(ref)), name, List.of(tags));
    }
}
