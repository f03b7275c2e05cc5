package dev.longshore.upload;

import dev.longshore.upload.FileList.ListedFile;
import dev.longshore.upload.UploadLedger.LedgerFinding;
import dev.longshore.upload.UploadLedger.LedgerFindings;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between what a node has of a table and what has arrived of it. */
final class TableComparison {
    private static final String DATA = "-Data.db";

    private final Set<LedgerFinding> kinds = EnumSet.noneOf(LedgerFinding.class);
    private final @Nullable TableFiles expected;
    private final @Nullable TableFiles found;
    private String example = "";

    TableComparison(@Nullable TableFiles expected, @Nullable TableFiles found) {
        this.expected = expected;
        this.found = found;
    }

    LedgerFindings findings() {
        if (found == null) {
            kinds.add(LedgerFinding.MISSING);
        } else {
            if (expected == null) {
                kinds.add(LedgerFinding.SURPLUS);
            } else if (expected.isSum()) {
                compareSums(expected, found);
            } else {
                compareFiles(expected.files(), found.files());
            }
            found.files().keySet().forEach(each -> checkComponents(each, found.files()));
        }
        return new LedgerFindings(kinds, example);
    }

    private void compareSums(TableFiles here, TableFiles there) {
        var margin = here.margin() + there.margin()
                + (here.isOfBlocks() ? FileListParser.BLOCK * there.files().size() : 0);
        if (there.bytes() + margin < here.bytes()) {
            kinds.add(LedgerFinding.SHORT);
        } else if (there.bytes() > here.bytes() + margin) {
            kinds.add(LedgerFinding.SURPLUS);
        }
    }

    private void compareFiles(Map<String, ListedFile> here, Map<String, ListedFile> there) {
        for (var file : here.values()) {
            var arrived = there.get(file.file());
            if (arrived == null || arrived.bytes() + arrived.margin() + file.margin() < file.bytes()) {
                report(LedgerFinding.SHORT, file.file());
            } else if (arrived.bytes() > file.bytes() + arrived.margin() + file.margin()) {
                report(LedgerFinding.SURPLUS, file.file());
            }
        }
        for (var path : there.keySet()) {
            if (!here.containsKey(path)) {
                report(LedgerFinding.SURPLUS, path);
            }
        }
    }

    /** Data needs its index; the trie format of DSE and HCD has partitions and rows instead. An index needs its data. */
    private void checkComponents(String path, Map<String, ListedFile> there) {
        if (path.endsWith(DATA)) {
            var sstable = path.substring(0, path.length() - DATA.length());
            var hasIndex = there.containsKey(sstable + "-Index.db")
                    || (there.containsKey(sstable + "-Partitions.db") && there.containsKey(sstable + "-Rows.db"));
            if (!hasIndex) {
                report(LedgerFinding.INCOMPLETE_SSTABLE, path);
            }
        } else if (path.endsWith("-Index.db") || path.endsWith("-Partitions.db")) {
            if (!there.containsKey(path.substring(0, path.lastIndexOf('-')) + DATA)) {
                report(LedgerFinding.INCOMPLETE_SSTABLE, path);
            }
        }
    }

    /** The first in the order of names, so that the same lists show the same file. */
    private void report(LedgerFinding kind, String path) {
        kinds.add(kind);
        if (example.isEmpty() || path.compareTo(example) < 0) {
            example = path;
        }
    }
}
