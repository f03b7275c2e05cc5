package dev.longshore.upload;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.UploadFact;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is uploaded from every node.
 *
 * @param snapshot the name given to {@code nodetool snapshot -t}
 * @param dataDirectory the nodes' data directory, absolute, without a slash at its end
 * @param tables keyspaces, and tables as {@code keyspace.table}; none means all that have the snapshot
 */
public record SnapshotSource(String snapshot, String dataDirectory, List<String> tables) {
    /** Where packages of Cassandra and DSE put the data. */
    public static final String USUAL_DATA_DIRECTORY = "/var/lib/cassandra/data";

    private static final Pattern TABLE = Pattern.compile("\\w+(?:\\.\\w+)?");

    public SnapshotSource {
        tables = List.copyOf(tables);
        if (snapshot.isBlank()) {
            throw new FactException(Fact.of(UploadFact.SNAPSHOT_MISSING));
        }
        if (!NameRules.isDirectory(snapshot) || snapshot.startsWith("-")) {
            throw NameRules.refused(UploadFact.SNAPSHOT_UNUSABLE, snapshot);
        }
        if (!dataDirectory.startsWith("/") || !NameRules.isPath(dataDirectory.substring(1))) {
            throw NameRules.refused(UploadFact.DATA_UNUSABLE, dataDirectory);
        }
        for (var table : tables) {
            if (!TABLE.matcher(table).matches()) {
                throw NameRules.refused(UploadFact.TABLE_UNUSABLE, table);
            }
        }
    }

    /**
     * The source as a user types it.
     *
     * @param dataDirectory the usual one where it is blank
     * @param tables with commas or blanks between them
     * @throws FactException when a part of it cannot be used
     */
    public static SnapshotSource of(String snapshot, String dataDirectory, String tables) {
        var typed = dataDirectory.strip();
        var directory = typed.length() > 1 && typed.endsWith("/") && !typed.endsWith("//")
                ? typed.substring(0, typed.length() - 1)
                : typed;
        return new SnapshotSource(
                snapshot.strip(), directory.isEmpty() ? USUAL_DATA_DIRECTORY : directory,
                Arrays.stream(tables.split("[\\s,]+")).filter(each -> !each.isEmpty()).distinct().toList());
    }
}
