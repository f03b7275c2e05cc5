package dev.longshore.registerfile;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import java.util.List;

/**
 * A register file, as the table is copied or saved: JSON objects, or rows below one that names the columns, as CSV, apart
 * by tabs, or as a table of Markdown. {@code databaseId} and {@code migrationId} are needed, {@code name} and {@code tags}
 * are taken over, and whatever else is there is left. One entry that cannot be read does not keep the others from being
 * read.
 *
 * @param entries in the order of the text, each migration once
 * @param problems a fact for each thing that could not be read; nothing that looks like a token is in them
 */
public record RegisterFile(List<RegisterEntry> entries, List<Fact> problems) {
    /** A file lists no more than this many. */
    public static final int MOST_ENTRIES = 10_000;

    public RegisterFile {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /**
     * What it says of a migration.
     *
     * @param ref which one
     * @param name the colleague's name for it; may be empty
     * @param tags the colleague's words for it
     */
    public record RegisterEntry(MigrationRef ref, String name, List<String> tags) {
        public RegisterEntry {
            tags = List.copyOf(tags);
        }
    }

    /** What {@code text} lists; no entries where it is any other text. */
    public static RegisterFile in(String text) {
        var json = new JsonRegisterReader(text).read();
        if (!json.entries().isEmpty()) {
            return json;
        }
        var table = new TableRegisterReader(text).read();
        return table.entries().isEmpty() && table.problems().isEmpty() ? json : table;
    }
}
