package dev.longshore.upload;

import dev.longshore.upload.FileList.ListedFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Nodes and tables: what should be in the upload directory, and what is. Pure; made by one thread, then immutable.
 *
 * @param cells one for each table on each node of which anything is known, by node, then by table
 * @param nodesNotMeasured nodes that are to be uploaded and of which it is not known what they have
 */
public record UploadLedger(List<LedgerCell> cells, List<String> nodesNotMeasured) {
    public UploadLedger {
        cells = List.copyOf(cells);
        nodesNotMeasured = List.copyOf(nodesNotMeasured);
    }

    /** What is wrong with a table of a node. */
    public enum LedgerFinding {
        /** Nothing of it has arrived. */
        MISSING,
        /** Files or parts of files have not arrived. */
        SHORT,
        /** More has arrived than the node has: another upload, or a table made anew. */
        SURPLUS,
        /** A component of an SSTable has arrived without another that it needs. */
        INCOMPLETE_SSTABLE,
        /** The table is also uploaded to another migration. */
        IN_ANOTHER_MIGRATION
    }

    /**
     * How many files, of how many bytes.
     *
     * @param files how many, or -1 where only a sum of bytes is known
     */
    public record FileCount(long files, long bytes) {}

    /**
     * A table of a node.
     *
     * @param table keyspace and table, with a dot between them
     * @param expected what the node has, or null where that is not known
     * @param found what has arrived, or null where nothing has
     * @param findings what is wrong with it
     */
    public record LedgerCell(
            String node, String table, @Nullable FileCount expected, @Nullable FileCount found,
            LedgerFindings findings) {

        /** True where what the node has is known, and has arrived. */
        public boolean isComplete() {
            return expected != null && findings.kinds().isEmpty();
        }
    }

    /**
     * What is wrong, and a file that shows it.
     *
     * @param example the path of a file, or blank
     */
    public record LedgerFindings(Set<LedgerFinding> kinds, String example) {
        public LedgerFindings {
            kinds = Set.copyOf(kinds);
        }
    }

    private record TableOnNode(String node, String table) implements Comparable<TableOnNode> {
        @Override
        public int compareTo(TableOnNode other) {
            var byNode = node.compareTo(other.node);
            return byNode != 0 ? byNode : table.compareTo(other.table);
        }
    }

    /**
     * Compares.
     *
     * @param nodes the names of all nodes that are to be uploaded
     */
    public static UploadLedger of(Collection<String> nodes, List<ListedFile> expected, List<ListedFile> found) {
        var here = byCell(expected);
        var there = byCell(found);
        var keys = new TreeSet<>(here.keySet());
        keys.addAll(there.keySet());
        var cells = new ArrayList<LedgerCell>(keys.size());
        for (var key : keys) {
            cells.add(cell(key, here.get(key), there.get(key)));
        }
        var measured = new TreeSet<String>();
        here.keySet().forEach(each -> measured.add(each.node()));
        return new UploadLedger(cells, nodes.stream().filter(each -> !measured.contains(each)).toList());
    }

    private static Map<TableOnNode, TableFiles> byCell(List<ListedFile> files) {
        var cells = new HashMap<TableOnNode, TableFiles>();
        for (var file : files) {
            cells.computeIfAbsent(new TableOnNode(file.node(), file.table()), _ -> new TableFiles()).add(file);
        }
        return cells;
    }

    private static LedgerCell cell(TableOnNode key, @Nullable TableFiles expected, @Nullable TableFiles found) {
        return new LedgerCell(
                key.node(), key.table(), expected == null ? null : expected.count(),
                found == null ? null : found.count(), new TableComparison(expected, found).findings());
    }

    /** True where it is known what every node has, and all of it has arrived, and nothing else. */
    public boolean isComplete() {
        return !cells.isEmpty() && nodesNotMeasured.isEmpty() && cells.stream().allMatch(LedgerCell::isComplete);
    }

    /** How many bytes the nodes have. */
    public long expectedBytes() {
        return cells.stream().map(LedgerCell::expected).mapToLong(UploadLedger::bytes).sum();
    }

    /** How many bytes have arrived. */
    public long foundBytes() {
        return cells.stream().map(LedgerCell::found).mapToLong(UploadLedger::bytes).sum();
    }

    private static long bytes(@Nullable FileCount count) {
        return count == null ? 0 : count.bytes();
    }

    /** The tables of this upload. */
    public Set<String> tables() {
        var tables = new TreeSet<String>();
        cells.forEach(each -> tables.add(each.table()));
        return tables;
    }

    /** The same, with a finding for each table that is one of {@code tables}, which another migration uploads. */
    public UploadLedger besideTables(Set<String> tables) {
        return new UploadLedger(
                cells.stream().map(each -> tables.contains(each.table()) ? inAnotherMigration(each) : each).toList(),
                nodesNotMeasured);
    }

    private static LedgerCell inAnotherMigration(LedgerCell cell) {
        var kinds = EnumSet.of(LedgerFinding.IN_ANOTHER_MIGRATION);
        kinds.addAll(cell.findings().kinds());
        return new LedgerCell(
                cell.node(), cell.table(), cell.expected(), cell.found(),
                new LedgerFindings(kinds, cell.findings().example()));
    }

    /** How many cells have each finding; those that none has are left out. */
    public Map<LedgerFinding, Long> findings() {
        var counts = new TreeMap<LedgerFinding, Long>();
        cells.forEach(cell -> cell.findings().kinds().forEach(kind -> counts.merge(kind, 1L, Long::sum)));
        return counts;
    }
}
