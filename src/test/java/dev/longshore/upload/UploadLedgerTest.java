package dev.longshore.upload;

import static dev.longshore.upload.UploadLedger.LedgerFinding.INCOMPLETE_SSTABLE;
import static dev.longshore.upload.UploadLedger.LedgerFinding.IN_ANOTHER_MIGRATION;
import static dev.longshore.upload.UploadLedger.LedgerFinding.MISSING;
import static dev.longshore.upload.UploadLedger.LedgerFinding.SHORT;
import static dev.longshore.upload.UploadLedger.LedgerFinding.SURPLUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.upload.FileListParser.DiskUsageUnit;
import dev.longshore.upload.UploadLedger.LedgerFinding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadLedgerTest {
    private static final List<String> SET = List.of("nb-1-big-Data.db", "nb-1-big-Index.db", "manifest.json");

    @Test
    void isCompleteWhereEverythingHasArrived() {
        var ledger = ledger(expected("n1", SET, 100), found("n1", SET, 100));

        assertThat(ledger.isComplete()).isTrue();
        assertThat(ledger.expectedBytes()).isEqualTo(300);
        assertThat(ledger.foundBytes()).isEqualTo(300);
        assertThat(ledger.findings()).isEmpty();
    }

    @Test
    void aListThatWasKeptSaysTheSameAsBefore() {
        var files = FileListParser.expected(expected("n1", SET, 100), "", DiskUsageUnit.BYTES).files();

        assertThat(FileListText.read("n1", FileListText.write(files))).containsExactlyElementsOf(files);
        assertThat(FileListText.read("n1", "what\nis\tthis\t?\t\t")).isEmpty();
    }

    @Test
    void isNotCompleteWhereNothingIsKnown() {
        assertThat(ledger("", "").isComplete()).isFalse();
        assertThat(UploadLedger.of(List.of("n1"), List.of(), List.of()).nodesNotMeasured()).containsExactly("n1");
    }

    @Test
    void isNotCompleteWhileANodeIsNotMeasured() {
        var here = FileListParser.expected(expected("n1", SET, 100), "", DiskUsageUnit.BYTES).files();
        var there = FileListParser.found(found("n1", SET, 100), "").files();

        var ledger = UploadLedger.of(List.of("n1", "n2"), here, there);

        assertThat(ledger.nodesNotMeasured()).containsExactly("n2");
        assertThat(ledger.isComplete()).isFalse();
    }

    @Test
    void findsATableOfWhichNothingHasArrived() {
        assertThat(findings(expected("n1", SET, 100), "")).containsOnly(MISSING);
        assertThat(findings(expected("n1", SET, 100), found("n2", SET, 100))).containsExactlyInAnyOrder(MISSING,
                SURPLUS);
    }

    @Test
    void findsAFileThatHasNotArrived() {
        var ledger = ledger(expected("n1", SET, 100), found("n1", SET.subList(0, 2), 100));

        assertThat(ledger.findings()).containsOnlyKeys(SHORT);
        assertThat(ledger.cells().getFirst().findings().example()).endsWith("/manifest.json");
    }

    @Test
    void findsAFileThatIsCutOff() {
        assertThat(findings(expected("n1", SET, 100), found("n1", SET, 99))).containsOnly(SHORT);
    }

    @Test
    void findsWhatTheNodeDoesNotHave() {
        assertThat(findings(expected("n1", SET, 100), found("n1", SET, 101))).containsOnly(SURPLUS);
        assertThat(findings(expected("n1", SET.subList(0, 2), 100), found("n1", SET, 100))).containsOnly(SURPLUS);
        assertThat(findings("", found("n1", SET, 100))).containsOnly(SURPLUS);
    }

    @Test
    void findsAnotherSnapshotAsShortAndSurplus() {
        assertThat(findings(expected("n1", SET, 100), found("n1", SET, 100).replace("/migrate/", "/migrate-old/")))
                .containsExactlyInAnyOrder(SHORT, SURPLUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb-1-big-Data.db", "nb-1-big-Index.db", "da-3-bti-Data.db",
        "da-3-bti-Data.db da-3-bti-Rows.db",
        "da-3-bti-Partitions.db da-3-bti-Rows.db", ".by_name/nb-1-big-Data.db nb-1-big-Index.db nb-1-big-Data.db"})
    void findsAComponentWithoutTheOneThatItNeeds(String files) {
        var names = List.of(files.split(" "));

        assertThat(findings(expected("n1", names, 1), found("n1", names, 1))).containsOnly(INCOMPLETE_SSTABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nb-1-big-Data.db nb-1-big-Index.db", "da-3-bti-Data.db da-3-bti-Rows.db da-3-bti-Partitions.db",
                "manifest.json schema.cql", ".by_name/nb-1-big-Data.db .by_name/nb-1-big-Index.db"})
    void takesTheFormatsOfSstablesAsTheyAre(String files) {
        var names = List.of(files.split(" "));

        assertThat(findings(expected("n1", names, 1), found("n1", names, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            300   | BYTES     | -
            4396  | BYTES     | -
            90000 | BYTES     | SHORT
            200   | BYTES     | -
            12    | KIBIBYTES | -
            16    | KIBIBYTES | -
            200   | KIBIBYTES | SHORT
            12K   | BYTES     | -
            1.2M  | BYTES     | SHORT
            """)
    void comparesASumOfDuWithinWhatItCountsBesides(String sum, DiskUsageUnit unit, LedgerFinding finding) {
        var here = FileListParser.expected(sum + "\t/d/shop/orders-1/snapshots/migrate", "n1", unit).files();
        var there = FileListParser.found(found("n1", SET, 100), "").files();

        assertThat(UploadLedger.of(List.of(), here, there).findings().keySet())
                .isEqualTo(finding == null ? Set.of() : Set.of(finding));
    }

    @Test
    void findsMoreThanASum() {
        var here = FileListParser.expected("300\t/d/shop/orders-1/snapshots/migrate", "n1", DiskUsageUnit.BYTES)
                .files();
        var there = FileListParser.found(found("n1", SET, 100_000), "").files();

        assertThat(UploadLedger.of(List.of(), here, there).findings()).containsOnlyKeys(SURPLUS);
    }

    @Test
    void countsNothingTwiceWhereFilesAndSumsAreListed() {
        var ledger = ledger(
                expected("n1", SET, 100) + "4396\t/var/lib/cassandra/data/shop/orders-1/snapshots/migrate\n"
                        + expected("n1", SET, 100),
                found("n1", SET, 100) + found("n1", SET, 100));

        assertThat(ledger.isComplete()).isTrue();
        assertThat(ledger.expectedBytes()).isEqualTo(300);
    }

    @Test
    void warnsOfATableInTwoMigrations() {
        var ledger = ledger(expected("n1", SET, 100), found("n1", SET, 100));

        assertThat(ledger.tables()).containsExactly("shop.orders-1");
        assertThat(ledger.besideTables(Set.of("shop.orders-1")).findings()).containsOnlyKeys(IN_ANOTHER_MIGRATION);
        assertThat(ledger.besideTables(Set.of("shop.others")).isComplete()).isTrue();
    }

    @Test
    void isTheSameInWhateverOrderLinesCome() {
        var here = expected("n2", SET, 100) + expected("n1", SET, 100);
        var there = found("n1", SET.subList(0, 1), 99) + found("n2", SET, 100);

        assertThat(ledger(reversed(here), reversed(there))).isEqualTo(UploadLedgerTest.ledger(
                expected("n1", SET, 100) + expected("n2", SET, 100), there));
    }

    /** Lines of files in the other order, below their headings. */
    private static String reversed(String text) {
        return Stream.of(text.split("(?=# node)")).map(part -> {
            var lines = part.lines().toList();
            var heading = lines.getFirst().startsWith("#") ? 1 : 0;
            return Stream
                    .concat(lines.subList(0, heading).stream(),
                            lines.subList(heading, lines.size()).reversed().stream())
                    .collect(Collectors.joining("\n", "", "\n"));
        }).collect(Collectors.joining());
    }

    private static Set<LedgerFinding> findings(String expected, String found) {
        return ledger(expected, found).findings().keySet();
    }

    private static UploadLedger ledger(String expected, String found) {
        return UploadLedger.of(
                List.of(), FileListParser.expected(expected, "", DiskUsageUnit.BYTES).files(),
                FileListParser.found(found, "").files());
    }

    private static String expected(String node, List<String> files, int bytes) {
        return files.stream()
                .map(each -> bytes + " /var/lib/cassandra/data/shop/orders-1/snapshots/migrate/" + each + "\n")
                .collect(Collectors.joining("", "# node: " + node + "\n", ""));
    }

    private static String found(String node, List<String> files, int bytes) {
        return files.stream()
                .map(each -> "2026-11-26 10:00:00 " + bytes + " m-1/" + node + "/shop/orders-1/snapshots/migrate/"
                        + each + "\n")
                .collect(Collectors.joining());
    }
}
