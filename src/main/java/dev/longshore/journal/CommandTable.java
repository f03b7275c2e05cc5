package dev.longshore.journal;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables {@code command} and {@code command_state}: what was asked for and what became of it. */
final class CommandTable {
    static final String COMMANDS = """
            SELECT c.id, c.action, c.cleanup_time, c.asked_by, c.reason, m.connection_id, m.database_id, m.migration_id,
              s.state, s.at, s.service_cleanup_time, s.why, s.facts
            FROM command c JOIN migration m ON m.id = c.migration JOIN command_state s ON s.command = c.position
            """;
    private static final String OLDEST_FIRST = " ORDER BY c.position, s.position";
    private static final String IS_OPEN = """
            (SELECT state FROM command_state newest WHERE newest.command = c.position ORDER BY position DESC LIMIT 1)
            IN (%s)
            """.formatted(StoredCommandState.open());
    static final String SINCE = COMMANDS + " WHERE c.migration = ?1 AND (" + IS_OPEN
            + " OR EXISTS (SELECT 1 FROM command_state later WHERE later.command = c.position AND later.at >= ?2))"
            + OLDEST_FIRST;

    private final Sql sql;
    private final FactColumn facts;
    private final MigrationTable migrations;

    CommandTable(Sql sql, FactColumn facts, MigrationTable migrations) {
        this.sql = sql;
        this.facts = facts;
        this.migrations = migrations;
    }

    void add(Command command) throws SQLException {
        sql.run(
                "INSERT INTO command (id, migration, action, cleanup_time, asked_by, reason) VALUES (?, ?, ?, ?, ?, ?)",
                command.id(), migrations.findOrAdd(command.key()), command.action(), stored(command.cleanupTime()),
                said(command.author().user()), said(command.author().reason()));
        for (var state : command.states()) {
            recordState(command.id(), state);
        }
    }

    /** @throws IllegalArgumentException when there is no such command */
    void recordState(String commandId, CommandState state) throws SQLException {
        var why = state.reason().orElse(null);
        var rows = sql.run("""
                INSERT INTO command_state (command, position, state, at, why, facts, service_cleanup_time)
                SELECT position, (SELECT count(*) FROM command_state WHERE command = command.position), ?1, ?2, ?3, ?4,
                  CASE ?1 WHEN 'REQUESTED'
                    THEN (SELECT k.expected_cleanup_time FROM last_known k WHERE k.migration = command.migration)
                    ELSE ?5 END
                FROM command WHERE id = ?6
                """, StoredCommandState.of(state), state.at(), facts.text(why), facts.json(why), answered(state),
                commandId);
        if (rows == 0) {
            throw new IllegalArgumentException("There is no command " + commandId + ".");
        }
    }

    private static @Nullable Instant stored(@Nullable CleanupTime cleanupTime) {
        return cleanupTime == null ? null : cleanupTime.at();
    }

    private static @Nullable Instant answered(CommandState state) {
        return state instanceof CommandState.Accepted accepted ? accepted.cleanupTime() : null;
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Oldest first. */
    List<Command> open() throws SQLException {
        return commands(COMMANDS + " WHERE " + IS_OPEN + OLDEST_FIRST);
    }

    /** Newest first. */
    List<Command> recent(int limit) throws SQLException {
        return commands(
                COMMANDS + " WHERE c.position IN (SELECT position FROM command ORDER BY position DESC LIMIT ?)"
                        + " ORDER BY c.position DESC, s.position",
                limit);
    }

    /** Those that were not yet decided at {@code from}, and all after it; oldest first. */
    List<Command> since(long migration, Instant from) throws SQLException {
        return commands(SINCE, migration, from);
    }

    /** Those of a condition on {@code c}, oldest first. */
    List<Command> where(String condition, @Nullable Object... values) throws SQLException {
        return commands(COMMANDS + " WHERE " + condition + OLDEST_FIRST, values);
    }

    private List<Command> commands(String query, @Nullable Object... values) throws SQLException {
        var commands = new LinkedHashMap<String, Command>();
        sql.each(
                query,
                resultRow -> commands.merge(resultRow.text("id"), readInOneState(resultRow),
                        (before, next) -> before.withState(next.state())),
                values);
        return List.copyOf(commands.values());
    }

    static Command readInOneState(ResultRow resultRow) throws SQLException {
        return new Command(
                resultRow.text("id"),
                MigrationTable.read(resultRow),
                Action.valueOf(resultRow.text("action")),
                resultRow.maybe("cleanup_time", time -> new CleanupTime(StoredTimes.read(time))),
                new Command.Author(resultRow.textOrEmpty("asked_by"), resultRow.textOrEmpty("reason")),
                List.of(state(resultRow)));
    }

    private static CommandState state(ResultRow resultRow) throws SQLException {
        return StoredCommandState.valueOf(resultRow.text("state")).state(
                resultRow.instant("at"), FactColumn.read(resultRow, "why"),
                resultRow.maybe("service_cleanup_time", StoredTimes::read));
    }
}
