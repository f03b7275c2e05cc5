package dev.longshore.journal;

import dev.longshore.model.Command;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** The tables of the file on one connection, and what concerns several of them. */
final class Tables {
    final ConnectionTable connections;
    final RegisterTable register;
    final DatabaseTable databases;
    final LastKnownTable lastKnown;
    final CommandTable commands;
    final BlindSpanTable blindSpans;
    final InitializeTable initializes;
    final AlertTable alerts;
    final Retention retention;
    private final MigrationTable migrations;
    private final ObservationTable observations;
    private final CleanupMoveTable cleanupMoves;

    Tables(Sql sql) {
        migrations = new MigrationTable(sql);
        connections = new ConnectionTable(sql);
        register = new RegisterTable(sql, migrations);
        initializes = new InitializeTable(sql, migrations, register);
        databases = new DatabaseTable(sql);
        cleanupMoves = new CleanupMoveTable(sql);
        alerts = new AlertTable(sql, migrations);
        retention = new Retention(sql);
        observations = new ObservationTable(sql);
        lastKnown = new LastKnownTable(sql);
        commands = new CommandTable(sql, migrations);
        blindSpans = new BlindSpanTable(sql, migrations);
    }

    void forget(ConnectionId connection) throws SQLException {
        register.removeAll(connection);
        databases.removeAll(connection);
        connections.remove(connection);
    }

    void observed(Observation observation, LastKnown known) throws SQLException {
        var migration = migrations.findOrAdd(observation.key());
        cleanupMoves.observed(migration, observation);
        var newest = observations.newest(migration, observation.key()).orElse(null);
        var row = newest != null && newest.said().saysTheSameAs(observation)
                ? newest.row()
                : observations.append(migration, observation, newest);
        lastKnown.keep(migration, row, known);
    }

    /** By time, for what is known when something is asked for is kept with it. */
    void takeOver(List<Observation> seen, List<Command> asked) throws SQLException {
        var known = new HashMap<MigrationKey, LastKnown>();
        var waiting = new ArrayDeque<>(asked.stream().sorted(Comparator.comparing(Command::requestedAt)).toList());
        for (var each : seen.stream().sorted(Comparator.comparing(Observation::at)).toList()) {
            while (!waiting.isEmpty() && waiting.getFirst().requestedAt().isBefore(each.at())) {
                commands.add(waiting.removeFirst());
            }
            var before = known.get(each.key());
            var now = before == null ? LastKnown.first(each) : before.and(each);
            known.put(each.key(), now);
            observed(each, now);
        }
        for (var each : waiting) {
            commands.add(each);
        }
    }

    History history(MigrationKey key, Instant from) throws SQLException {
        var found = migrations.find(key);
        if (found.isEmpty()) {
            return new History(List.of(), List.of(), List.of());
        }
        var migration = found.getAsLong();
        var kept = observations.since(migration, key, from);
        return new History(
                kept.said(),
                commands.since(migration, from),
                blindSpans.since(migration, key, from),
                kept.seenUntil());
    }
}
