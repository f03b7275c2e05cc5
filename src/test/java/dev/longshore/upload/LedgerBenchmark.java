package dev.longshore.upload;

import dev.longshore.bench.Measurement;
import dev.longshore.upload.FileListParser.DiskUsageUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reading and comparing two lists of 100,000 files: what nodes have, and what has arrived. */
public final class LedgerBenchmark {
    private static final int FILES = 100_000;
    private static final double LIMIT = 1_000;

    private LedgerBenchmark() {}

    /** Measures. */
    public static List<Measurement> run() {
        var expected = lines(path -> "1234 /var/lib/cassandra/data" + path.replaceFirst("^/n\\d+", ""));
        var found = lines(path -> "2026-11-26 10:00:00       1234 m-1/sstables" + path);
        var read = Measurement.milliseconds(() -> FileListParser.found(found, ""));
        var ours = Measurement.milliseconds(() -> UploadLedger.of(
                List.of(), FileListParser.expected(expected, "n1", DiskUsageUnit.BYTES).files(),
                FileListParser.found(found, "").files()));
        return List
                .of(new Measurement("ledger of 2 lists of 100,000 files / one of them read", ours, read, "ms", LIMIT));
    }

    /** Of 20 nodes with 250 tables of five SSTables, four components each. */
    private static String lines(UnaryOperator<String> line) {
        return IntStream.range(0, FILES)
                .mapToObj(nth -> line.apply("/n%d/shop/table%d-%032x/snapshots/migrate/nb-%d-big-%s.db".formatted(
                        nth / 5_000, nth / 20 % 250, nth / 20 % 250, nth / 4 % 5,
                        List.of("Data", "Index", "Statistics", "Filter").get(nth % 4))))
                .collect(Collectors.joining("\n"));
    }
}
