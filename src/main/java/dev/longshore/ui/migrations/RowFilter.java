package dev.longshore.ui.migrations;

import dev.longshore.ui.text.CommandText;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The quick filter: keeps the rows in whose columns every typed word occurs somewhere. Pure. */
record RowFilter(List<String> words, Instant now, MigrationText text, CommandText commands)
        implements
            Predicate<MigrationRow> {

    static RowFilter of(String typed, Instant now, MigrationText text, CommandText commands) {
        var words = Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isBlank()).toList();
        return new RowFilter(words, now, text, commands);
    }

    @Override
    public boolean test(MigrationRow row) {
        return words.isEmpty() || containsAll(row.migration());
    }

    private boolean containsAll(WatchedMigration migration) {
        var columns = columns(migration).map(each -> each.toLowerCase(Locale.ROOT)).toList();
        return words.stream().allMatch(word -> columns.stream().anyMatch(column -> column.contains(word)));
    }

    private Stream<String> columns(WatchedMigration migration) {
        return Stream.of(
                migration.name(), text.database(migration), text.place(migration), status(migration),
                text.progressText(migration), text.eta(migration, now),
                text.deadline(migration, now), text.deadlineCause(migration), text.observed(migration, now),
                migration.connection().name(), commands.news(migration.latest()), text.problem(migration),
                migration.key().ref().toString());
    }

    private static String status(WatchedMigration migration) {
        var known = migration.lastKnown();
        return known == null ? "" : known.status().raw();
    }
}
