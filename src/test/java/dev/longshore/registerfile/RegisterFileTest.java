package dev.longshore.registerfile;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
import dev.longshore.registerfile.RegisterFile.RegisterEntry;
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
        var file = RegisterFile
                .in("[\n  " + ORDERS_JSON + ",\n  {\"migrationId\": \"m-2\", \"databaseId\": \"db-b\"}]");

        assertThat(file).isEqualTo(new RegisterFile(List.of(ORDERS, BILLING), List.of()));
    }

    @Test
    void readsTagsAsAListOfWords() {
        assertThat(RegisterFile.in("""
                [{"name": "orders", "databaseId": "db-a", "migrationId": "m-1", "tags": ["eu", "night", "eu", " "]}]
                """).entries()).containsExactly(ORDERS);
    }

    @Test
    void readsNamesWithEscapesAndBraces() {
        assertThat(RegisterFile.in("""
                [{"name": "orders \\"b\\u00e4r\\" {x}\\n2", "databaseId": "db-a", "migrationId": "m-1"}]
                """).entries()).containsExactly(entry("db-a/m-1", "orders \"bär\" {x} 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Here is the list:\n```json\n[%s]\n```\n", "{\"migrations\": [[%s]], \"version\": 2}",
        "\uFEFF[%s]", "%s\n%<s\n", "[%s, 5, null, \"x\", [], {}]"})
    void findsEntriesWhereverTheyAre(String form) {
        var file = RegisterFile.in(form.formatted(ORDERS_JSON));

        assertThat(file).isEqualTo(new RegisterFile(List.of(ORDERS), List.of()));
    }

    @Test
    void readsCsvWithQuotesAndLineEndsInThem() {
        var file = RegisterFile.in("""
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

        assertThat(RegisterFile.in(text))
                .isEqualTo(new RegisterFile(List.of(entry("db-a/m-1", "orders [1] 12\" {")), List.of()));
    }

    @Test
    void takesAwayTheApostropheThatKeepsASpreadsheetFromCalculating() {
        assertThat(RegisterFile.in("name,databaseId,migrationId\n'=orders,db-a,m-1\n'tis,db-b,m-2\n").entries())
                .extracting(RegisterEntry::name).containsExactly("=orders", "'tis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "db-a/m-1", "see [1] and {2", "name,size\nx,1",
        "{\"dbID\": \"db-a\", \"migrationID\": \"m-1\"}"})
    void findsNothingInAnyOtherText(String text) {
        assertThat(RegisterFile.in(text).entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"databaseId\": \"db-b\"}|Entry 2 is left out: it has no migrationId.",
        "{\"migrationId\": \"m-2\", \"databaseId\": null}|Entry 2 is left out: it has no databaseId.",
        "{\"migrationId\": \"m 2\", \"databaseId\": \"db-b\"}|Entry 2 is left out: its IDs are invalid (database"
                + " \"db-b\", migration \"m 2\").",
        "{\"migrationId\": 2, \"databaseId\": \"db-b\"}|Entry 2 is left out: not text, or given twice: migrationId.",
        "{\"migrationId\": {\"a\": [1]}, \"databaseId\": [\"db-b\"]}|Entry 2 is left out: not text, or given twice:"
                + " databaseId, migrationId.",
        "{\"migrationId\": \"m-2\", \"databaseId\": \"db-b\", \"migrationId\": \"m-3\"}|Entry 2 is left out: not"
                + " text, or given twice: migrationId.",
        "{\"migrationId\": \"m-1\", \"databaseId\": \"db-a\", \"name\": \"other\"}|Entry 2 repeats a migration;"
                + " the first entry counts."
    })
    void saysWhatIsWrongWithAnEntryAndReadsTheOthers(String bad, String sentence) {
        var file = RegisterFile
                .in("[" + ORDERS_JSON + "," + bad + ",{\"migrationId\": \"m-9\", \"databaseId\": \"d\"}]");

        assertThat(file.entries()).containsExactly(ORDERS, entry("d/m-9", ""));
        assertThat(file.problems()).singleElement().satisfies(each -> assertThat(say(each)).isEqualTo(sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"name\": {\"en\": \"x\"}|name", "\"name\": \"x\", \"name\": \"y\"|name", "\"tags\": [[\"x\"]]|tags"
    })
    void readsAnEntryWithoutWhatIsUnclear(String field, String name) {
        assertThat(RegisterFile.in("[{\"databaseId\": \"db-b\", \"migrationId\": \"m-2\", " + field + "}]")).isEqualTo(
                new RegisterFile(List.of(BILLING),
                        List.of(Fact.of(FileFact.UNCLEAR_FIELD, Fact.of(FileFact.ENTRY, "1"), name))));
    }

    @Test
    void takesANumberForAName() {
        assertThat(RegisterFile.in("[{\"databaseId\": \"db-b\", \"migrationId\": \"m-2\", \"name\": 7}]").entries())
                .containsExactly(entry("db-b/m-2", "7"));
    }

    @Test
    void doesNotMindTheSameTwice() {
        assertThat(RegisterFile.in("[" + ORDERS_JSON + "," + ORDERS_JSON + "]").problems()).isEmpty();
    }

    @Test
    void keepsWhatComesBeforeTheEndOfATruncatedText() {
        assertThat(RegisterFile.in("[" + ORDERS_JSON + ",\n{\"databaseId\": \"db-b\", \"migrat")).isEqualTo(
                new RegisterFile(List.of(ORDERS),
                        List.of(Fact.of(FileFact.ENDS_TOO_EARLY))));
    }

    @Test
    void keepsWhatComesBeforeAMistake() {
        assertThat(RegisterFile.in("[" + ORDERS_JSON + ",\n  oops]")).isEqualTo(new RegisterFile(List.of(ORDERS),
                List.of(Fact.of(FileFact.INVALID_JSON, "2", "3"))));
    }

    @Test
    void saysThatMoreEntriesFollowThanItCanRead() {
        assertThat(RegisterFile.in(ORDERS_JSON + ",\n" + ORDERS_JSON)).isEqualTo(new RegisterFile(List.of(ORDERS),
                List.of(Fact.of(FileFact.INVALID_JSON, "1", "84"))));
    }

    @Test
    void doesNotFollowBracketsForEver() {
        assertThat(RegisterFile.in("[" + ORDERS_JSON + "," + "[".repeat(1_000_000))).isEqualTo(
                new RegisterFile(List.of(ORDERS),
                        List.of(Fact.of(FileFact.TOO_DEEP))));
    }

    @Test
    void leavesOutTheRowInWhichATruncatedTextEnds() {
        assertThat(RegisterFile.in("name,databaseId,migrationId,tags\norders,db-a,m-1,\"eu,night\"\n,db-b,m-2"))
                .isEqualTo(
                        new RegisterFile(List.of(ORDERS),
                                List.of(Fact.of(FileFact.ENDS_IN_ROW, "2"))));
    }

    @Test
    void saysThatAQuotationMarkIsNeverClosed() {
        assertThat(RegisterFile.in("databaseId,migrationId,name\ndb-a,m-1,a\ndb-b,m-2,\"b\ndb-c,m-3,c\n").problems())
                .containsExactly(Fact.of(FileFact.ENDS_IN_ROW, "2"));
    }

    @Test
    void saysWhatIsWrongWithARow() {
        assertThat(say(RegisterFile.in("databaseId,migrationId\ndb-a\n,m-2\n").problems())).isEqualTo(
                "Row 1 is left out: it has no migrationId. Row 2 is left out: it has no databaseId.");
    }

    @Test
    void readsTenThousandAndSaysThatThereAreMore() {
        var most = IntStream.rangeClosed(0, RegisterFile.MOST_ENTRIES + 1)
                .mapToObj(i -> "{\"databaseId\": \"db\", \"migrationId\": \"m-" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));

        var file = RegisterFile.in(most);

        assertThat(file.entries()).hasSize(RegisterFile.MOST_ENTRIES);
        assertThat(file.problems())
                .containsExactly(Fact.of(FileFact.TOO_MANY, 10_000));
    }

    @Test
    void cutsOffNamesThatNobodyCouldRead() {
        var file = RegisterFile.in(
                "[{\"databaseId\": \"d\", \"migrationId\": \"m\", \"name\": \"" + "n".repeat(5_000) + "\"}]");

        assertThat(file.entries().getFirst().name()).hasSizeLessThanOrEqualTo(200);
        assertThat(file.problems())
                .containsExactly(Fact.of(FileFact.CUT_OFF, Fact.of(FileFact.ENTRY, "1"), 200));
    }

    @Test
    void neverRepeatsAToken() {
        var file = RegisterFile.in("[{\"databaseId\": \"Bearer AstraCS:verySecret:abc\", \"migrationId\": \"m\"}]");

        assertThat(file.problems()).singleElement().asString().doesNotContain("verySecret");
    }

    private static RegisterEntry entry(String ref, String name, String... tags) {
        return new RegisterEntry(MigrationRef.parse(ref), name, List.of(tags));
    }
}
