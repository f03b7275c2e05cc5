package dev.longshore.registerfile;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
import dev.longshore.usertext.CleanText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The migrations that a text from a user lists. A register file, as the table is copied or saved: JSON objects, or rows
 * below one that names the columns, as CSV, apart by tabs, or as a table of Markdown. {@code databaseId} and
 * {@code migrationId} are needed, {@code name} and {@code tags} are taken over, and whatever else is there is left. Or any
 * other text with IDs: addresses, calls, status answers, variables. One entry that cannot be read does not keep the others
 * from being read, and only a pair of UUIDs is an entry.
 *
 * @param entries in the order of the text, each migration once
 * @param problems a fact for each thing that could not be read; nothing that looks like a token is in them
 */
public record RegisterFile(List<RegisterEntry> entries, List<Fact> problems) {
    /** A file lists no more than this many. */
    public static final int MOST_ENTRIES = 10_000;
    private static final int MOST_CHARACTERS = 8 << 20;

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

    /**
     * What {@code text} lists, in whatever form; no entries where it is any other text. It is read as it is first, and
     * then without what cannot be seen, and with plain quotation marks.
     */
    public static RegisterFile in(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return new RegisterFile(List.of(), List.of(Fact.of(FileFact.TOO_LARGE, MOST_CHARACTERS >> 20)));
        }
        var asItIs = listed(text);
        if (!asItIs.entries().isEmpty() && asItIs.problems().isEmpty()) {
            return asItIs;
        }
        var clean = CleanText.of(text);
        var plain = CleanText.withPlainSigns(clean);
        var best = Stream.of(clean, plain).distinct().filter(each -> !each.equals(text)).map(RegisterFile::listed)
                .reduce(asItIs, (one, other) -> other.isBetterThan(one) ? other : one);
        return best.entries().isEmpty() ? best.with(new FreeTextReader(plain).read()) : best;
    }

    private static RegisterFile listed(String text) {
        var reader = new JsonRegisterReader(text);
        var json = reader.read();
        if (!json.entries().isEmpty()) {
            // Other forms may stand around it; in a whole one, IDs in a name are a name.
            return reader.isWholeText()
                    ? json
                    : json.with(new FreeTextReader(CleanText.withPlainSigns(CleanText.of(text))).read());
        }
        var table = new TableRegisterReader(text).read();
        return table.entries().isEmpty() && table.problems().isEmpty() ? json : table;
    }

    private boolean isBetterThan(RegisterFile other) {
        return entries.size() > other.entries.size()
                || (entries.size() == other.entries.size() && problems.size() < other.problems.size());
    }

    /** Nothing but brackets made it look like a list. */
    private boolean isNoList() {
        return problems.stream().allMatch(each -> each.kind() == FileFact.INVALID_JSON);
    }

    /** What a list does not say, other forms may; what is said twice has the name and the tags of the list. */
    private RegisterFile with(RegisterFile inAnyForm) {
        if (entries.isEmpty() && (problems.isEmpty() || (!inAnyForm.entries.isEmpty() && isNoList()))) {
            return inAnyForm;
        }
        var known = entries.stream().map(RegisterEntry::ref).collect(Collectors.toSet());
        var others = inAnyForm.entries.stream().filter(each -> !known.contains(each.ref()));
        return new RegisterFile(Stream.concat(entries.stream(), others).limit(MOST_ENTRIES).toList(), problems);
    }
}
