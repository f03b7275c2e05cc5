package dev.longshore.ui.migrations;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.advice.RiskRank.Level;
import dev.longshore.ui.fx.ListChanges;
import dev.longshore.watch.WatchedMigration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row for each migration, in the order of the list: a row stays the same object as long as its migration is on the
 * list, and its cells follow it at once. Which rows are shown, and in which order, is {@link IncrementalSorter}'s matter.
 */
final class MigrationRows {
    private List<MigrationRow> rows = List.of();
    private final Map<MigrationKey, MigrationRow> byKey = new HashMap<>();
    private final Set<MigrationRow> changed = new HashSet<>();
    private List<WatchedMigration> shown = List.of();
    private boolean haveTagsChanged;
    private final RowFacts rowFacts;
    /** How many of each connection are how urgent: counted as they change, since there may be thousands. */
    private final Map<ConnectionId, Map<Level, Integer>> levels = new HashMap<>();
    private final TreeSet<MigrationRow> atRisk = new TreeSet<>(Comparator.comparing(MigrationRow::rank)
            .thenComparing(row -> row.key().toString()));

    /** No rows yet; {@code reader} works out what is kept with each. */
    MigrationRows(RowFacts rowFacts) {
        this.rowFacts = rowFacts;
    }

    /**
     * Shows these migrations.
     *
     * @return true if some have come or gone
     */
    boolean show(List<WatchedMigration> migrations) {
        var places = ListChanges.indexes(
                shown, migrations, WatchedMigration::key, WatchedMigration::isUnchangedSince);
        shown = migrations;
        places.ifPresentOrElse(
                changedPlaces -> changedPlaces.forEach(i -> show(rows.get(i), migrations.get(i))), this::showOthers);
        return places.isEmpty();
    }

    private void showOthers() {
        haveTagsChanged = true;
        removeMissing();
        rows = shown.stream().map(this::update).toList();
        IntStream.range(0, rows.size()).forEach(place -> rows.get(place).setListIndex(place));
    }

    private void removeMissing() {
        var present = shown.stream().map(WatchedMigration::key).collect(Collectors.toSet());
        rows.stream().filter(row -> !present.contains(row.key())).forEach(this::forget);
    }

    private void forget(MigrationRow row) {
        discount(row);
        changed.remove(row);
        byKey.remove(row.key());
    }

    private MigrationRow update(WatchedMigration migration) {
        var row = byKey.get(migration.key());
        if (row == null) {
            return add(migration);
        }
        if (!migration.isUnchangedSince(row.migration())) {
            show(row, migration);
        }
        return row;
    }

    private MigrationRow add(WatchedMigration migration) {
        var row = new MigrationRow(migration, rowFacts);
        byKey.put(row.key(), row);
        count(row);
        changed.add(row);
        return row;
    }

    private void count(MigrationRow row) {
        levels.computeIfAbsent(row.key().connection(), _ -> new EnumMap<>(Level.class))
                .merge(row.rank().level(), 1, Integer::sum);
        if (row.rank().level() == Level.AT_RISK) {
            atRisk.add(row);
        }
    }

    private void discount(MigrationRow row) {
        levels.computeIfAbsent(row.key().connection(), _ -> new EnumMap<>(Level.class))
                .merge(row.rank().level(), -1, Integer::sum);
        atRisk.remove(row);
    }

    private void show(MigrationRow row, WatchedMigration next) {
        haveTagsChanged |= !next.tags().equals(row.migration().tags());
        discount(row);
        row.show(next);
        count(row);
        changed.add(row);
    }

    /** Works out anew what is kept with these rows, because time has passed. */
    void refresh(int from, int to) {
        rows.subList(from, to).forEach(row -> show(row, row.migration()));
    }

    /** Those that have come or changed since this was asked last. */
    Set<MigrationRow> takeChanged() {
        var taken = Set.copyOf(changed);
        changed.clear();
        return taken;
    }

    /** Whether any of them may have other tags than when this was asked last. */
    boolean takeTagsChanged() {
        var taken = haveTagsChanged;
        haveTagsChanged = false;
        return taken;
    }

    /** How many are of that level; of all connections unless one is given. */
    int count(Level level, Optional<ConnectionId> connection) {
        return ofConnection(connection).mapToInt(each -> each.getOrDefault(level, 0)).sum();
    }

    /** How many there are; of all connections unless one is given. */
    int size(Optional<ConnectionId> connection) {
        return ofConnection(connection).flatMap(each -> each.values().stream()).mapToInt(Integer::intValue).sum();
    }

    private Stream<Map<Level, Integer>> ofConnection(Optional<ConnectionId> connection) {
        return connection.isEmpty() ? levels.values().stream() : connection.map(levels::get).stream();
    }

    /** The one whose data is lost first. */
    Optional<MigrationRow> nextLoss(Optional<ConnectionId> connection) {
        return atRisk.stream().filter(row -> connection.filter(id -> !id.equals(row.key().connection())).isEmpty())
                .findFirst();
    }

    /** In the order of the list. */
    List<MigrationRow> all() {
        return rows;
    }

    boolean contains(MigrationRow row) {
        return byKey.containsKey(row.key());
    }

    @Nullable
    MigrationRow row(MigrationKey key) {
        return byKey.get(key);
    }

    int size() {
        return rows.size();
    }
}
