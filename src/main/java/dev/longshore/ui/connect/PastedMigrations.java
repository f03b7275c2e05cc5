package dev.longshore.ui.connect;

import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Redaction;
import dev.longshore.model.fact.Fact;
import dev.longshore.registerfile.RegisterFile;
import dev.longshore.registerfile.RegisterFile.RegisterEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds migrations in what a person pastes: IDs, an API URL, a curl command, a status answer, a register file, or many lines of them,
 * also with quotes and line breaks within. Nothing else of the text is kept: it may hold a token. Pure.
 *
 * @param found in the order of the text, each once
 * @param notUnderstood lines that name no migration; nothing that looks like a token is in them
 * @param problems what is wrong with a register file
 */
record PastedMigrations(List<RegisterEntry> found, List<String> notUnderstood, List<Fact> problems) {
    private static final String ID = "([A-Za-z0-9._~-]{1,128})";
    private static final String UUID = "([0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})";
    private static final Pattern IN_A_URL = Pattern
            .compile("/databases/" + ID + "(?:/datacenters/[^/\\s]+)?/migrations/" + ID);
    private static final Pattern BROKEN_URL = Pattern.compile(
            "/databases/" + UUID + "(?:/datacenters/[^/\\s]+)?/migrations/" + UUID);
    private static final Pattern DATABASE_FIELD = Pattern.compile("[\"']dbID[\"']\\s*:\\s*[\"']" + ID + "[\"']");
    private static final Pattern MIGRATION_FIELD = Pattern
            .compile("[\"']migrationID[\"']\\s*:\\s*[\"']" + ID + "[\"']");
    private static final Pattern WITH_A_SLASH = Pattern.compile("^[\"']?" + ID + "/" + ID + "[\"']?$");
    private static final Pattern SIDE_BY_SIDE = Pattern
            .compile("^[\"']?" + UUID + "[\"']?[\\s,;:]+[\"']?" + UUID + "[\"']?$");
    private static final int SHOWN_AT_MOST = 80;

    PastedMigrations {
        found = List.copyOf(found);
        notUnderstood = List.copyOf(notUnderstood);
        problems = List.copyOf(problems);
    }

    static PastedMigrations in(String text) {
        var registered = RegisterFile.in(text);
        if (!registered.entries().isEmpty()) {
            return new PastedMigrations(registered.entries(), List.of(), registered.problems());
        }
        var any = inAnyForm(text);
        return any.found().isEmpty() && !registered.problems().isEmpty()
                ? new PastedMigrations(List.of(), List.of(), registered.problems())
                : any;
    }

    private static PastedMigrations of(Collection<MigrationRef> found, List<String> notUnderstood) {
        return new PastedMigrations(
                found.stream().map(ref -> new RegisterEntry(ref, "", List.of())).toList(), notUnderstood, List.of());
    }

    private static PastedMigrations inAnyForm(String text) {
        var plain = text.replace("\\\"", "\"").replaceAll("\\\\\\r?\\n\\s*", "");
        var whole = inWhole(plain);
        return whole.isEmpty() ? byLine(plain) : of(whole, List.of());
    }

    /** In addresses and answers, wherever they break; lines of plain IDs may stand between them. */
    private static Set<MigrationRef> inWhole(String text) {
        var found = new LinkedHashSet<MigrationRef>();
        BROKEN_URL.matcher(text.replaceAll("[\\s\"']", "")).results().forEach(match -> add(found, match));
        var whole = found.stream().map(MigrationRef::toString).collect(Collectors.toCollection(TreeSet::new));
        IN_A_URL.matcher(text).results()
                .filter(match -> !isCutOff(match.group(1) + "/" + match.group(2), whole))
                .forEach(match -> add(found, match));
        found.addAll(inAnswers(text));
        if (!found.isEmpty()) {
            var known = found.stream().map(MigrationRef::migration).collect(Collectors.toSet());
            text.lines().map(String::strip).flatMap(PastedMigrations::inLine)
                    .filter(ref -> !known.contains(ref.migration()))
                    .forEach(found::add);
        }
        return found;
    }

    /** True for the part before a line break of an address that is found as a whole. */
    private static boolean isCutOff(String ref, NavigableSet<String> whole) {
        var next = whole.higher(ref);
        return next != null && next.startsWith(ref);
    }

    /** A status answer names both IDs once; which comes first is nobody's promise. */
    private static List<MigrationRef> inAnswers(String text) {
        var databases = values(DATABASE_FIELD, text);
        var migrations = values(MIGRATION_FIELD, text);
        var found = new ArrayList<MigrationRef>();
        if (databases.size() == migrations.size()) {
            for (int i = 0; i < databases.size(); i++) {
                add(found, databases.get(i), migrations.get(i));
            }
        }
        return found;
    }

    private static List<String> values(Pattern field, String text) {
        return field.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static PastedMigrations byLine(String text) {
        var found = new LinkedHashSet<MigrationRef>();
        var strange = new ArrayList<String>();
        for (var line : text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            var here = inLine(line).toList();
            found.addAll(here);
            if (here.isEmpty()) {
                strange.add(shown(line));
            }
        }
        return of(found, strange);
    }

    private static Stream<MigrationRef> inLine(String line) {
        var found = new ArrayList<MigrationRef>();
        Stream.of(WITH_A_SLASH, SIDE_BY_SIDE)
                .flatMap(form -> form.matcher(line).results())
                .forEach(match -> add(found, match));
        return found.stream();
    }

    private static void add(Collection<MigrationRef> found, MatchResult match) {
        add(found, match.group(1), match.group(2));
    }

    private static void add(Collection<MigrationRef> found, String database, String migration) {
        try {
            found.add(new MigrationRef(new DatabaseId(database), new MigrationId(migration)));
        } catch (IllegalArgumentException _) {
            // "." and ".." match the pattern and are no IDs.
        }
    }

    private static String shown(String line) {
        var safe = Redaction.of(line);
        return safe.length() > SHOWN_AT_MOST ? safe.substring(0, SHOWN_AT_MOST) + "…" : safe;
    }
}
