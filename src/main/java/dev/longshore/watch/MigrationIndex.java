package dev.longshore.watch;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
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
    /** Only migrations of this connection are in it; null for all. */
    private final @Nullable ConnectionId connection;

    private MigrationIndex(List<WatchedMigration> migrations, List<WatchedMigration> all,
            Map<MigrationKey, Integer> positions, @Nullable ConnectionId connection) {
        this.migrations = migrations;
        this.all = all;
        this.positions = positions;
        this.connection = connection;
    }

    /** An index of {@code migrations}. Takes its time with thousands: not for the FX thread. */
    public static MigrationIndex of(List<WatchedMigration> migrations) {
        var positions = HashMap.<MigrationKey, Integer>newHashMap(migrations.size());
        IntStream.range(0, migrations.size()).forEach(i -> positions.putIfAbsent(migrations.get(i).key(), i));
        return ofAll(List.copyOf(migrations), positions);
    }

    private static MigrationIndex ofAll(List<WatchedMigration> all, Map<MigrationKey, Integer> positions) {
        return new MigrationIndex(all, all, positions, null);
    }

    /**
     * An index of {@code next}, which takes over the positions of this one where the same migrations stand in the same
     * order, as nearly always.
     */
    public MigrationIndex update(List<WatchedMigration> next) {
        return hasKeysOf(next) ? ofAll(List.copyOf(next), positions) : of(next);
    }

    private boolean hasKeysOf(List<WatchedMigration> next) {
        return next.size() == all.size() && IntStream.range(0, next.size())
                .allMatch(i -> next.get(i).isUnchangedSince(all.get(i)) || next.get(i).key().equals(all.get(i).key()));
    }

    /** Only the migrations of one connection; they are found by the same positions. */
    MigrationIndex ofConnection(ConnectionId chosen) {
        return new MigrationIndex(
                migrations.stream().filter(each -> each.key().connection().equals(chosen)).toList(), all, positions,
                chosen);
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
}
