package dev.longshore.registerfile;

import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Redaction;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
import dev.longshore.registerfile.RegisterFile.RegisterEntry;
import dev.longshore.usertext.CleanText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gathers entries and what is wrong with them; the first of two entries for one migration counts. */
final class RegisterFileBuilder {
    static final String DATABASE = RegisterField.DATABASE_ID.title();
    static final String MIGRATION = RegisterField.MIGRATION_ID.title();
    static final String NAME = RegisterField.NAME.title();
    static final String TAGS = RegisterField.TAGS.title();
    private static final int LONGEST = 200;
    private static final int QUOTED = 80;
    private static final int MOST_PROBLEMS = 10_000;
    private static final Pattern AROUND_AN_ID = Pattern
            .compile("^(?i:urn:uuid:)|^=?[\\s\"'`<({*_]+(?i:urn:uuid:)?|[\\s\"'`>)},;.*_]+$");
    private static final Pattern LINKED = Pattern.compile("\\[([^\\[\\]]*)]\\([^()]*\\)");
    /** Controls, and what turns the direction of reading. */
    private static final Pattern UNREADABLE = Pattern
            .compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

    private final Map<MigrationRef, RegisterEntry> entries = new LinkedHashMap<>();
    private final List<Fact> problems = new ArrayList<>();
    private boolean full;

    /**
     * Takes an entry, or says why not. What names neither a database nor a migration is none.
     *
     * @param where which entry it is
     */
    void add(Fact where, Map<String, String> fields) {
        var database = id(fields.getOrDefault(DATABASE, ""));
        var migration = id(fields.getOrDefault(MIGRATION, ""));
        if (database.isEmpty() && migration.isEmpty()) {
            return;
        }
        ref(where, database, migration).ifPresent(ref -> put(where, new RegisterEntry(
                ref, cut(where, fields.getOrDefault(NAME, "")), tags(where, fields.getOrDefault(TAGS, "")))));
    }

    /** Takes a migration of which nothing else is said; the same one again says nothing new. */
    void add(MigrationRef ref) {
        var entry = new RegisterEntry(ref, "", List.of());
        if (!entries.containsKey(ref)) {
            put(entry);
        }
    }

    private Optional<MigrationRef> ref(Fact where, String database, String migration) {
        if (database.isEmpty() || migration.isEmpty()) {
            addProblem(FileFact.WITHOUT_ID, where, database.isEmpty() ? DATABASE : MIGRATION);
            return Optional.empty();
        }
        var ref = ref(database, migration);
        if (ref.isEmpty()) {
            addProblem(FileFact.INVALID_IDS, where, quoted(database), quoted(migration));
        }
        return ref;
    }

    private static Optional<MigrationRef> ref(String database, String migration) {
        try {
            return Optional.of(new MigrationRef(new DatabaseId(database), new MigrationId(migration)))
                    .filter(MigrationRef::hasServiceIds);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Without what a word processor or a shell puts around it. */
    private static String id(String text) {
        var plain = CleanText.withPlainSigns(CleanText.of(text)).strip();
        var linked = LINKED.matcher(plain);
        return AROUND_AN_ID.matcher(linked.matches() ? linked.group(1) : plain).replaceAll("");
    }

    /** The beginning of {@code text}; nothing that looks like a token is in it. */
    static String quoted(String text) {
        var safe = Redaction.of(text.length() > LONGEST * QUOTED ? text.substring(0, LONGEST * QUOTED) : text);
        return safe.length() > QUOTED ? safe.substring(0, QUOTED) + "…" : safe;
    }

    private void put(Fact where, RegisterEntry registerEntry) {
        var before = entries.get(registerEntry.ref());
        if (before != null) {
            if (!before.equals(registerEntry)) {
                addProblem(FileFact.LISTED_BEFORE, where);
            }
        } else {
            put(registerEntry);
        }
    }

    private void put(RegisterEntry registerEntry) {
        if (entries.size() < RegisterFile.MOST_ENTRIES) {
            entries.put(registerEntry.ref(), registerEntry);
        } else if (!full) {
            full = true;
            addProblem(FileFact.TOO_MANY, RegisterFile.MOST_ENTRIES);
        }
    }

    private List<String> tags(Fact where, String tags) {
        return Stream.of(tags.split(",")).map(String::strip).filter(each -> !each.isEmpty()).distinct()
                .map(each -> cut(where, each)).toList();
    }

    private String cut(Fact where, String text) {
        var plain = UNREADABLE.matcher(text).replaceAll(" ").strip();
        if (plain.length() <= LONGEST) {
            return plain;
        }
        addProblem(FileFact.CUT_OFF, where, LONGEST);
        return plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST - 1)));
    }

    void addProblem(FileFact kind, Object... figures) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(Fact.of(kind, figures));
        }
    }

    RegisterFile toFile() {
        return new RegisterFile(List.copyOf(entries.values()), problems);
    }
}
