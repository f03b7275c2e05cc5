package dev.longshore.journal;

import dev.longshore.model.Command;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.fact.Fact;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tables of the file on one connection, and what concerns several of them. */
final class JournalTables {
    final Sql sql;
    final MigrationTable migrations;
    final ConnectionTable connections;
    final RegisterTable register;
    final DatabaseTable databases;
    final LastKnownTable lastKnown;
    final CommandTable commands;
    final WatchGapTable watchGaps;
    final InitializeTable initializes;
    final AlertTable alerts;
    final OutboxTable outbox;
    final RemarkTable remarks;
    final OwnDeadlineTable ownDeadlines;
    final FreezeWindowTable freezeWindows;
    final CalendarAddressTable calendarAddress;
    final LaunchQueueTable launchQueues;
    final FileListTable fileLists;
    final JournalPurge journalPurge;
    final ActivityTables activity;
    final ColleagueTables colleagues;
    private final ObservationTable observations;
    private final CleanupMoveTable cleanupMoves;

    /** @param english words the facts that stand as text in the file, in UTC; not asked when nothing is written */
    JournalTables(Sql sql, Function<Fact, String> english) {
        var facts = new FactColumn(english);
        this.sql = sql;
        migrations = new MigrationTable(sql);
        connections = new ConnectionTable(sql);
        register = new RegisterTable(sql, migrations);
        initializes = new InitializeTable(sql, facts, migrations, register);
        databases = new DatabaseTable(sql);
        cleanupMoves = new CleanupMoveTable(sql);
        alerts = new AlertTable(sql, facts, migrations);
        outbox = new OutboxTable(sql);
        remarks = new RemarkTable(sql, migrations);
        ownDeadlines = new OwnDeadlineTable(sql, migrations);
        freezeWindows = new FreezeWindowTable(sql);
        calendarAddress = new CalendarAddressTable(sql);
        launchQueues = new LaunchQueueTable(sql, facts, migrations);
        fileLists = new FileListTable(sql, migrations);
        journalPurge = new JournalPurge(sql);
        activity = new ActivityTables(sql);
        colleagues = new ColleagueTables(sql);
        observations = new ObservationTable(sql);
        lastKnown = new LastKnownTable(sql);
        commands = new CommandTable(sql, facts, migrations);
        watchGaps = new WatchGapTable(sql, migrations);
    }

    void forget(ConnectionId connection) throws SQLException {
        register.removeAll(connection);
        launchQueues.removeAll(connection);
        databases.removeAll(connection);
        connections.remove(connection);
    }

    void recordObservation(Observation observation, LastKnown known) throws SQLException {
        var migration = migrations.findOrAdd(observation.key());
        var cleanupBefore = cleanupMoves.recordObservation(migration, observation);
        var newestObservation = observations.newest(migration, observation.key()).orElse(null);
        var row = newestObservation != null && newestObservation.observation().saysTheSameAs(observation)
                ? newestObservation.row()
                : observations.append(migration, observation, newestObservation, cleanupBefore);
        lastKnown.save(migration, row, known);
    }

    /** Keeps what was seen before the newest observation; what is known now stays, but for since when. */
    void recordEarlier(Observation observation) throws SQLException {
        var migration = migrations.findOrAdd(observation.key());
        observations.insertEarlier(migration, observation);
        lastKnown.correctSince(migration);
    }

    /** By time, for what is known when something is asked for is kept with it. */
    void importHistory(List<Observation> seen, List<Command> asked) throws SQLException {
        var known = new HashMap<MigrationKey, LastKnown>();
        var waiting = new ArrayDeque<>(asked.stream().sorted(Comparator.comparing(Command::requestedAt)).toList());
        for (var each : seen.stream().sorted(Comparator.comparing(Observation::at)).toList()) {
            while (!waiting.isEmpty() && waiting.getFirst().requestedAt().isBefore(each.at())) {
                commands.add(waiting.removeFirst());
            }
            var before = known.get(each.key());
            var now = before == null ? LastKnown.first(each) : before.updatedBy(each);
            known.put(each.key(), now);
            recordObservation(each, now);
        }
        for (var each : waiting) {
            commands.add(each);
        }
    }

    /** The newest observation of a migration that said something new. */
    Optional<Observation> newestObservation(MigrationKey key) throws SQLException {
        var migration = migrations.find(key);
        return migration.isEmpty()
                ? Optional.empty()
                : observations.newest(migration.getAsLong(), key).map(ObservationTable.NewestObservation::observation);
    }

    History history(MigrationKey key, Instant from) throws SQLException {
        var found = migrations.find(key);
        if (found.isEmpty()) {
            return new History(List.of(), List.of(), List.of());
        }
        var migration = found.getAsLong();
        var kept = observations.since(migration, key, from);
        return new History(
                kept.observations(),
                commands.since(migration, from),
                watchGaps.since(migration, key, from),
                kept.seenUntil());
    }
}
