package dev.longshore.watch;

import dev.longshore.model.Command;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.Initialization;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.launch.LaunchQueue;
import dev.longshore.model.userdate.FreezeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known at one moment; every panel of the window shows the same one. Immutable.
 *
 * @param version grows with each snapshot
 * @param at when it was made, by our clock, in UTC
 * @param connections every connection with its health, in the order they were made
 * @param index every migration on the list, in the order they were put there, found by its key
 * @param recentCommands newest first
 * @param unanswered what initialize was asked for and never answered, so that migrations may exist of which only the
 *     service knows; without what the user has dismissed, and only of connections that are there, newest first
 * @param troubles what is wrong with the journal (disk full, read-only, …); empty while all is kept
 * @param keptFreezes every freeze window, in the order they were made; those that were taken away among them
 * @param queues what users have set for the queues of databases; none for those of which nothing is set
 */
public record Snapshot(
        long version,
        Instant at,
        List<WatchedConnection> connections,
        MigrationIndex index,
        List<Command> recentCommands,
        List<Initialization> unanswered,
        List<Fact> troubles,
        List<FreezeWindow> keptFreezes,
        List<LaunchQueue> queues) {
    public Snapshot {
        queues = List.copyOf(queues);
        connections = List.copyOf(connections);
        recentCommands = List.copyOf(recentCommands);
        unanswered = List.copyOf(unanswered);
        troubles = List.copyOf(troubles);
        keptFreezes = List.copyOf(keptFreezes);
    }

    /** Without freeze windows and queues. */
    public Snapshot(long version, Instant at, List<WatchedConnection> connections, MigrationIndex index,
            List<Command> recentCommands, List<Initialization> unanswered, List<Fact> troubles) {
        this(version, at, connections, index, recentCommands, unanswered, troubles, List.of(), List.of());
    }

    /**
     * With an index made for it, and nothing unanswered. Takes its time with thousands of migrations: not for the FX
     * thread.
     */
    public Snapshot(long version, Instant at, List<WatchedConnection> connections, List<WatchedMigration> migrations,
            List<Command> recentCommands, List<Fact> troubles) {
        this(version, at, connections, MigrationIndex.of(migrations), recentCommands, List.of(), troubles);
    }

    /** The freeze windows in force, in the order they were made. */
    public List<FreezeWindow> freezes() {
        return keptFreezes.stream().filter(each -> !each.isRemoved()).toList();
    }

    /** Every migration on the list, in the order they were put there. */
    public List<WatchedMigration> migrations() {
        return index.migrations();
    }

    /** The migration with that key, if it is on the list. */
    public Optional<WatchedMigration> migration(MigrationKey key) {
        return index.find(key);
    }

    /** The connection with that ID, if there is one. */
    public Optional<WatchedConnection> connection(ConnectionId id) {
        return connections.stream().filter(each -> each.connection().id().equals(id)).findFirst();
    }

    /** What is set for the queue of a database. */
    public LaunchQueue queue(DatabaseKey databaseKey) {
        return LaunchQueue.find(queues, databaseKey);
    }

    /** The same, with what belongs to one connection only. */
    public Snapshot ofConnection(ConnectionId chosen) {
        return new Snapshot(
                version, at, connections, index.ofConnection(chosen),
                recentCommands.stream().filter(each -> each.key().connection().equals(chosen)).toList(),
                unanswered.stream().filter(each -> each.connection().equals(chosen)).toList(), troubles, keptFreezes,
                queues);
    }
}
