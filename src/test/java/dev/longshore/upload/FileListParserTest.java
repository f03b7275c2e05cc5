package dev.longshore.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.upload.FileList.ListedFile;
import dev.longshore.upload.FileList.SizeKind;
import dev.longshore.upload.FileListParser.DiskUsageUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileListParserTest {
    private static final String ID = "-8c1a5e90d1b111eda1eb0242ac120002";
    private static final String BELOW = "shop/orders" + ID + "/snapshots/migrate/";

    @Test
    void readsWhatAwsLists() {
        var list = FileListParser.found("""
                2026-11-26 10:00:00       1234 m-1/sstables/n1/%1$snb-1-big-Data.db
                2026-11-26 10:00:00          0 m-1/sstables/n1/%1$smanifest.json
                2026-11-26 10:00:00    1.2 KiB m-1/sstables/n2/%1$snb-1-big-Data.db
                2026-11-26 10:00:00   12 Bytes m-1/sstables/n2/%1$s.by name/nb-1-big-Data.db

                Total Objects: 4
                   Total Size: 2.5 KiB
                """.formatted(BELOW), "");

        assertThat(list.unread()).isZero();
        assertThat(list.files()).extracting(ListedFile::node).containsExactly("n1", "n1", "n2", "n2");
        assertThat(list.files()).extracting(ListedFile::table).containsOnly("shop.orders");
        assertThat(list.files()).extracting(ListedFile::bytes).containsExactly(1234L, 0L, 1228L, 12L);
        assertThat(list.files().get(2).margin()).isEqualTo(103);
        assertThat(list.files().getFirst().file()).isEqualTo("orders" + ID + "/snapshots/migrate/nb-1-big-Data.db");
    }

    @Test
    void readsWhatGsutilLists() {
        var list = FileListParser.found("""
                gs://b/m-1/n1/%1$s:
                      1234  2026-11-26T10:00:00Z  gs://b/m-1/n1/%1$snb-1-big-Data.db
                   1.2 GiB  2026-11-26T10:00:00Z  gs://b/m-1/n1/%1$snb-1-big-Index.db
                TOTAL: 2 objects, 1288491100 bytes (1.2 GiB)
                """.formatted(BELOW), "");

        assertThat(list.unread()).isZero();
        assertThat(list.files()).extracting(ListedFile::node).containsOnly("n1");
        assertThat(list.files()).extracting(ListedFile::bytes).containsExactly(1234L, 1_288_490_188L);
    }

    @Test
    void readsWhatAzcopyLists() {
        var list = FileListParser.found("""
                INFO: n1/%1$snb-1-big-Data.db;  Content Length: 1234
                INFO: n1/%1$snb-1-big-Data.db; Content Length: 1234
                n1/%1$sa; B: c;d.db; LastModifiedTime: 2026-11-26 10:00:00 +0000 GMT; Content Length: 12.00 B
                File count: 2
                Total file size: 1.22 KiB
                """.formatted(BELOW), "");

        assertThat(list.files()).extracting(ListedFile::bytes).contains(1234L, 12L);
        assertThat(list.files()).extracting(ListedFile::node).containsOnly("n1");
    }

    @Test
    void takesTheNodeOfAHeadingWhereThePathHasNone() {
        var list = FileListParser.found("""
                # node: n7
                INFO: %1$snb-1-big-Data.db; Content Length: 1
                # node: n8
                INFO: %1$snb-1-big-Data.db; Content Length: 2
                """.formatted(BELOW), "");

        assertThat(list.files()).extracting(ListedFile::node).containsExactly("n7", "n8");
    }

    @Test
    void readsWhatFindPrints() {
        var list = FileListParser.expected("""
                # node: n1
                1234 /var/lib/cassandra/data/%1$snb-1-big-Data.db
                7\t./%1$s.by_name/nb-1-big-Index.db
                """.formatted(BELOW), "other", DiskUsageUnit.BYTES);

        assertThat(list.unread()).isZero();
        assertThat(list.files()).extracting(ListedFile::node).containsOnly("n1");
        assertThat(list.files()).extracting(each -> each.size().kind()).containsOnly(SizeKind.FILE);
        assertThat(list.files()).extracting(ListedFile::margin).containsOnly(0L);
    }

    @Test
    void takesDirectoriesOfDuAsSums() {
        var list = FileListParser.expected("""
                4096\t/data/%1$s.by_name
                31457280\t/data/shop/orders/snapshots/migrate
                """.formatted(BELOW), "n1", DiskUsageUnit.BYTES);

        assertThat(list.unread()).isZero();
        assertThat(list.files()).singleElement().satisfies(sum -> {
            assertThat(sum.bytes()).isEqualTo(31_457_280);
            assertThat(sum.size().kind()).isEqualTo(SizeKind.SUM);
            assertThat(sum.node()).isEqualTo("n1");
        });
    }

    @ParameterizedTest
    @CsvSource({"30720, KIBIBYTES, 31457280", "31457280, BYTES, 31457280", "30M, BYTES, 31457280",
        "30M, KIBIBYTES, 31457280",
        "1.5G, BYTES, 1610612736", "1000B, BYTES, 1000"})
    void readsTheUnitsOfDu(String size, DiskUsageUnit unit, long bytes) {
        var list = FileListParser.expected(size + "\t/data/shop/orders/snapshots/migrate", "n1", unit);

        assertThat(list.files()).extracting(ListedFile::bytes).containsExactly(bytes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30720, 4, 0              | KIBIBYTES
            31457280, 20480          | KIBIBYTES
            31457281, 20480          | BYTES
            1021, 30721              | KIBIBYTES
            """)
    void sumsOfDuWithoutALetterAreBytesOnlyWhereTheyCannotBeKib(String sizes, DiskUsageUnit unit) {
        var list = FileListParser.expected(sums(sizes, ""), "n1");

        assertThat(list.assumedUnit()).contains(unit);
        assertThat(list.files()).hasSize(sizes.split(",").length);
        assertThat(list).isEqualTo(new FileList(FileListParser.expected(sums(sizes, ""), "n1", unit).files(),
                List.of(), 0, Optional.of(unit)));
    }

    @Test
    void filesOfDuWithoutALetterAreToldByTheTabFromThoseOfFind() {
        assertThat(FileListParser.expected("8\t/data/" + BELOW + "a-Data.db", "n1").assumedUnit())
                .contains(DiskUsageUnit.KIBIBYTES);
        assertThat(FileListParser.expected("8 /data/" + BELOW + "a-Data.db", "n1").assumedUnit()).isEmpty();
    }

    @Test
    void sizesThatAllHaveALetterLeaveNothingToAssume() {
        assertThat(FileListParser.expected(sums("30720, 4", "K"), "n1").assumedUnit()).isEmpty();
        assertThat(FileListParser.expected("4\t/data/elsewhere", "n1").assumedUnit()).isEmpty();
    }

    /** Of a table each. */
    private static String sums(String sizes, String letter) {
        var all = sizes.split(", ", -1);
        return IntStream.range(0, all.length)
                .mapToObj(each -> all[each] + letter + "\t/data/shop/t" + each + "/snapshots/migrate")
                .collect(Collectors.joining("\n"));
    }

    @Test
    void tellsTheLinesThatItCouldNotRead() {
        var list = FileListParser.found("""
                2026-11-26 10:00:00 1234 m-1/n1/%1$snb-1-big-Data.db
                An error occurred (ExpiredToken)
                gs://b/m-1/n1/%1$snb-1-big-Data.db
                2026-11-26 10:00:00 1234 m-1/n1/elsewhere.txt
                2026-11-26 10:00:00 99999999999999999999 m-1/n1/%1$sa.db
                2026-11-26 10:00:00 1234 snapshots/migrate/a.db
                """.formatted(BELOW), "");

        assertThat(list.unreadLines()).containsExactly(2, 3, 4, 5, 6);
        assertThat(list.files()).hasSize(1);
    }

    @Test
    void tellsTheNumbersOfTheFirstUnreadLinesOnly() {
        var list = FileListParser.found("what\r\n".repeat(50_000), "");

        assertThat(list.unreadLines()).hasSize(FileList.MOST_UNREAD).startsWith(1, 2);
        assertThat(list.unread()).isEqualTo(50_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# node: n1\n", "n1: 6 directories of snapshot migrate, 0 failed\n"})
    void readsNothingWhereThereIsNothing(String text) {
        assertThat(FileListParser.found(text, "")).isEqualTo(new FileList(List.of(), List.of(), 0, Optional.empty()));
    }

    @Test
    void keepsATableWithoutAnId() {
        var list = FileListParser.found("2026-11-26 10:00:00 1 m/n1/shop/orders/snapshots/s/a.db", "");

        assertThat(list.files()).extracting(ListedFile::table).containsExactly("shop.orders");
    }
}
