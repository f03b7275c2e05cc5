package dev.longshore.registerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of IDs by what they are called: fields of an object, variables of a shell or a file of variables, options,
 * headings, and the database in an address, whose answer need not name it. Where it is not clear which belong together, there is no pair.
 */
final class NamedIds {
    private static final Pattern BRACE_OR_ID = Pattern.compile("[{}]|" + FreeTextReader.ID);
    /** What stands before a value: its name, and what sets it apart. */
    private static final Pattern NAME = Pattern.compile(
            "([A-Za-z_][A-Za-z0-9_.:-]*+(?: (?i:id|uuid))?)[\"'`\\])>]{0,9}\\s{0,20}(?:=>|[:=|]|(?<=[\"']),)?\\s{0,20}[\"'(\\[`<{]{0,9}$");
    /** A name and its value may be two fields: {@code - name: DB_ID}, and on the next line {@code value: …}. */
    private static final Pattern VALUE = Pattern
            .compile("[\"']?\\s{0,40},?\\s{0,40}[\"']?\\bvalue[\"']?\\s{0,9}[:=]\\s{0,9}(?=[\"']?$)");
    private static final Pattern PATH = Pattern.compile("/databases/$");
    private static final Pattern DATABASE = Pattern.compile(".*(?:database|db)(?:id|uuid)?");
    private static final Pattern MIGRATION = Pattern.compile(".*migration(?:id|uuid)?|.*mig(?:id|uuid)?");
    private static final int LONGEST_NAME = 100;
    private static final int DEEPEST = 100;

    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final String text;
    private final PairListener listener;

    /** Told each pair, and between which places of the text it stands. */
    interface PairListener {
        void found(String database, String migration, int from, int to);
    }

    /** An ID with a name. */
    private record NamedId(boolean isDatabase, String id, int from, int to) {}

    /** What is between two braces, or outside of all: the IDs in their order, and which there are. */
    private record Scope(int from, List<NamedId> ids, Set<String> databases, Set<String> migrations) {
        Scope(int from) {
            this(from, new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        void add(NamedId namedId) {
            ids.add(namedId);
            (namedId.isDatabase() ? databases : migrations).add(namedId.id().toLowerCase(Locale.ROOT));
        }
    }

    NamedIds(String text, PairListener listener) {
        this.text = text;
        this.listener = listener;
    }

    void read() {
        scopes.push(new Scope(0));
        BRACE_OR_ID.matcher(text).results().forEach(match -> {
            switch (match.group()) {
                case "{" -> open(match.start());
                case "}" -> close(match.end());
                default -> named(match.group(), match.start(), match.end()).ifPresent(scopes.getFirst()::add);
            }
        });
        while (scopes.size() > 1) {
            close(text.length());
        }
        pairOutside(scopes.getFirst());
    }

    private void open(int at) {
        if (scopes.size() < DEEPEST) {
            scopes.push(new Scope(at));
        }
    }

    private void close(int at) {
        if (scopes.size() > 1) {
            pairWithin(scopes.pop(), at);
        }
    }

    private Optional<NamedId> named(String id, int from, int to) {
        var beginning = text.substring(Math.max(0, from - LONGEST_NAME), from);
        if (PATH.matcher(beginning).find()) {
            return Optional.of(new NamedId(true, id, from, to));
        }
        var before = NAME.matcher(VALUE.matcher(beginning).replaceFirst("="));
        if (!before.find()) {
            return Optional.empty();
        }
        var name = before.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        var isMigration = MIGRATION.matcher(name).matches();
        return isMigration || DATABASE.matcher(name).matches()
                ? Optional.of(new NamedId(!isMigration, id, from, to))
                : Optional.empty();
    }

    /** An object names both; one that names its migration only belongs to the database of the object around it. */
    private void pairWithin(Scope scope, int to) {
        var migrations = scope.migrations();
        var databases = scope.databases();
        var database = databases.isEmpty() ? databaseAround() : databases.iterator().next();
        if (migrations.size() == 1 && databases.size() <= 1 && database != null) {
            listener.found(database, migrations.iterator().next(), scope.from(), to);
        }
    }

    private @Nullable String databaseAround() {
        return scopes.stream().filter(each -> each.databases().size() == 1).findFirst()
                .map(each -> each.databases().iterator().next()).orElse(null);
    }

    /** Variables follow each other: one database for all of them, or one after the other in pairs. */
    private void pairOutside(Scope scope) {
        var ids = scope.ids();
        if (scope.databases().size() == 1 && !scope.migrations().isEmpty()) {
            var database = scope.databases().iterator().next();
            var migration = scope.migrations().iterator().next();
            ids.forEach(each -> listener.found(
                    database, each.isDatabase() ? migration : each.id(), each.from(), each.to()));
        } else if (isInPairs(ids)) {
            for (var i = 0; i < ids.size(); i += 2) {
                pair(ids.get(i), ids.get(i + 1));
            }
        }
    }

    private void pair(NamedId one, NamedId other) {
        var database = one.isDatabase() ? one : other;
        var migration = one.isDatabase() ? other : one;
        listener.found(database.id(), migration.id(), one.from(), one.to());
        listener.found(database.id(), migration.id(), other.from(), other.to());
    }

    private static boolean isInPairs(List<NamedId> ids) {
        var isPaired = ids.size() % 2 == 0;
        for (var i = 0; isPaired && i < ids.size(); i += 2) {
            isPaired = ids.get(i).isDatabase() != ids.get(i + 1).isDatabase();
        }
        return isPaired;
    }
}
