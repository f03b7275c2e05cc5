package dev.longshore.watch;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Migrations in the order of the list, each found by its key without a search. Immutable. */
public final class MigrationIndex {
    private final List<WatchedMigration> migrations;
    private final List<WatchedMigration> all;
    private final Map<MigrationKey, Integer> positions;
    /** By migration the positions of the attempts that were made in its place. */
    private final Map<MigrationKey, List<Integer>> laterAttempts;
    /** Only migrations of this connection are in it; null for all. */
    private final @Nullable ConnectionId connection;

    private MigrationIndex(List<WatchedMigration> migrations, List<WatchedMigration> all,
            Map<MigrationKey, Integer> positions, Map<MigrationKey, List<Integer>> laterAttempts,
            @Nullable ConnectionId connection) {
        this.migrations = migrations;
        this.all = all;
        this.positions = positions;
        this.laterAttempts = laterAttempts;
        this.connection = connection;
    }

    /** An index of {@code migrations}. Takes its time with thousands: not for the FX thread. */
    public static MigrationIndex of(List<WatchedMigration> migrations) {
        var positions = HashMap.<MigrationKey, Integer>newHashMap(migrations.size());
        var laterAttempts = new HashMap<MigrationKey, List<Integer>>();
        IntStream.range(0, migrations.size()).forEach(i -> {
            positions.putIfAbsent(migrations.get(i).key(), i);
            migrations.get(i).earlierAttempts().forEach(
                    before -> laterAttempts.computeIfAbsent(before, _ -> new ArrayList<>()).add(i));
        });
        return ofAll(List.copyOf(migrations), positions, laterAttempts);
    }

    private static MigrationIndex ofAll(List<WatchedMigration> all, Map<MigrationKey, Integer> positions,
            Map<MigrationKey, List<Integer>> laterAttempts) {
        return new MigrationIndex(all, all, positions, laterAttempts, null);
    }

    /**
     * An index of {@code next}, which takes over the positions of this one where the same migrations stand in the same
     * order, as nearly always.
     */
    public MigrationIndex update(List<WatchedMigration> next) {
        return hasKeysOf(next) ? ofAll(List.copyOf(next), positions, laterAttempts) : of(next);
    }

    private boolean hasKeysOf(List<WatchedMigration> next) {
        return next.size() == all.size() && IntStream.range(0, next.size())
                .allMatch(i -> next.get(i).isUnchangedSince(all.get(i)) || isSame(next.get(i), all.get(i)));
    }

    /** Whether one is found in the same way as the other. */
    private static boolean isSame(WatchedMigration one, WatchedMigration other) {
        return one.key().equals(other.key()) && one.earlierAttempts().equals(other.earlierAttempts());
    }

    /** Only the migrations of one connection; they are found by the same positions. */
    MigrationIndex ofConnection(ConnectionId chosen) {
        return new MigrationIndex(
                migrations.stream().filter(each -> each.key().connection().equals(chosen)).toList(), all, positions,
                laterAttempts, chosen);
    }

    /** In the order of the list. */
    public List<WatchedMigration> migrations() {
        return migrations;
    }

    /** The migration with that key, if it is in the index. */
    public Optional<WatchedMigration> find(MigrationKey key) {
        return connection == null || connection.equals(key.connection())
                ? Optional.ofNullable(positions.get(key)).map(all::get)
                : Optional.empty();
    }

    /** The migrations that were made in the place of that one, directly or not, in the order of the list. */
    public List<WatchedMigration> laterAttempts(MigrationKey key) {
        return laterAttempts.getOrDefault(key, List.of()).stream().map(all::get)
                .filter(each -> connection == null || connection.equals(each.key().connection())).toList();
    }
}
