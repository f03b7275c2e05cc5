package dev.longshore.journal;

import dev.longshore.model.Action;
import dev.longshore.model.CommandState;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the tables of a team say of the other desks; there only in the database of a team. */
final class ColleagueTables {
    /** A desk that was not heard of for so long is gone, and others decide about its commands. */
    private static final String IS_ELSEWHERE = """
            c.desk <> current_setting('longshore.desk')
              AND EXISTS (SELECT 1 FROM desk d WHERE d.id = c.desk AND d.seen_at > now() - interval '60 seconds')
            """;
    static final String FIRST_INTENT_SINCE = """
            SELECT c.action, coalesce(c.asked_by, '?') AS asked_by, s.at FROM command_state s JOIN command c ON c.position = s.command
            JOIN migration m ON m.id = c.migration
            WHERE s.sequence > ? AND s.position = 0 AND c.desk <> current_setting('longshore.desk')
              AND m.connection_id = ? AND m.database_id = ?
            ORDER BY s.sequence LIMIT 1
            """;
    static final String OPEN_ELSEWHERE = "SELECT c.id FROM open_command o JOIN command c ON c.position = o.command WHERE "
            + IS_ELSEWHERE;
    static final String CHANGED_SINCE = """
            c.desk <> current_setting('longshore.desk') AND c.position IN (
              SELECT command FROM command_state WHERE sequence > ?)
            """;

    static final String POSITION = """
            SELECT greatest(
              coalesce((SELECT max(sequence) FROM command_state), 0), coalesce((SELECT max(sequence) FROM last_known), 0),
              coalesce((SELECT max(failed_sequence) FROM last_known), 0)
            ) AS newest
            """;
    static final String DESKS = """
            SELECT version, (SELECT coalesce(max(position), 0) FROM remark) AS newest_remark,
              (SELECT string_agg(id, chr(10) ORDER BY id) FROM desk
                WHERE id = current_setting('longshore.desk') OR seen_at > now() - interval '30 seconds') AS asking,
              (SELECT string_agg(DISTINCT coalesce(nullif(user_name, ''), '-'), chr(10)) FROM desk
                WHERE id <> current_setting('longshore.desk') AND seen_at > now() - interval '60 seconds') AS others
            FROM list_version
            """;

    private final Sql sql;

    ColleagueTables(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param seen the position of the news that this desk has heard
     * @throws JournalException when another desk has asked for something on that migration since, or on another one of its
     *     database, where there may be only one import
     */
    void refuseBehindColleague(MigrationKey migration, long seen) throws SQLException {
        var first = sql.one(
                FIRST_INTENT_SINCE,
                resultRow -> Fact.of(
                        JournalFact.COLLEAGUE_FIRST, resultRow.text("asked_by"),
                        Action.valueOf(resultRow.text("action")), resultRow.instant("at")),
                seen, migration.connection(), migration.ref().database());
        if (first.isPresent()) {
            throw new JournalException(first.get());
        }
    }

    /** True when another desk has observed the same migration after that. */
    boolean hasSeenLater(Observation observation) throws SQLException {
        var key = observation.key();
        return sql.one("""
                SELECT k.observed_at FROM last_known k JOIN migration m ON m.id = k.migration
                WHERE m.connection_id = ? AND m.database_id = ? AND m.migration_id = ?
                  AND k.desk <> current_setting('longshore.desk') AND k.observed_at > ?
                """, resultRow -> resultRow.text("observed_at"),
                key.connection(), key.ref().database(), key.ref().migration(), observation.at()).isPresent();
    }

    boolean isKnown(String commandId) throws SQLException {
        return sql.one("SELECT id FROM command WHERE id = ?", resultRow -> resultRow.text("id"), commandId).isPresent();
    }

    /**
     * False for what is recorded already, as after a connection broke before it was known, and for what cannot be true any
     * more: the answer to a command whose outcome was observed by others meanwhile.
     */
    boolean isNews(String commandId, CommandState state) throws SQLException {
        return sql.one("""
                SELECT s.state, s.at, CASE WHEN c.desk = current_setting('longshore.desk') THEN 1 ELSE 0 END AS own
                FROM command c JOIN command_state s ON s.command = c.position
                WHERE c.id = ? ORDER BY s.position DESC LIMIT 1
                """, newest -> isNews(newest, state), commandId).orElse(true);
    }

    private static boolean isNews(ResultRow newest, CommandState state) throws SQLException {
        var before = StoredCommandState.valueOf(newest.text("state"));
        var isDecided = !StoredCommandState.open().contains("'" + before + "'");
        if (before == StoredCommandState.of(state)) {
            return newest.flag("own") && !isDecided && !newest.instant("at").equals(state.at());
        }
        return !isDecided || (newest.flag("own") && !state.isOpen());
    }

    ColleagueNews news(long after, JournalTables tables) throws SQLException {
        var position = sql.one(POSITION, resultRow -> resultRow.number("newest")).orElse(0L);
        var isNew = position > after;
        return new ColleagueNews(
                position,
                isNew ? tables.commands.where(CHANGED_SINCE, after) : List.of(),
                isNew ? seenSince(after, tables) : List.of(),
                isNew ? tables.lastKnown.failedLooks(after) : List.of(),
                openElsewhere(), sql.one(DESKS, ColleagueTables::team).orElseThrow());
    }

    private List<ColleagueNews.ColleagueObservation> seenSince(long after, JournalTables tables) throws SQLException {
        var seen = new ArrayList<ColleagueNews.ColleagueObservation>();
        for (var each : tables.lastKnown.ofOtherDesks(after).entrySet()) {
            tables.newestObservation(each.getKey())
                    .ifPresent(observation -> seen.add(new ColleagueNews.ColleagueObservation(
                            observation, each.getValue().lastKnown(), each.getValue().desk())));
        }
        return seen;
    }

    private static ColleagueNews.TeamState team(ResultRow resultRow) throws SQLException {
        return new ColleagueNews.TeamState(
                resultRow.textOrEmpty("others").lines().toList(), resultRow.textOrEmpty("asking").lines().toList(),
                resultRow.number("version"),
                resultRow.number("newest_remark"));
    }

    Set<String> openElsewhere() throws SQLException {
        return new HashSet<>(sql.list(OPEN_ELSEWHERE, resultRow -> resultRow.text("id")));
    }

    Set<String> ownInitializations() throws SQLException {
        return new HashSet<>(sql.list(
                "SELECT id FROM initialize WHERE desk = current_setting('longshore.desk')",
                resultRow -> resultRow.text("id")));
    }

    /** Others decide about what this desk leaves open, and whoever comes finds that nobody is there. */
    void leave() throws SQLException {
        sql.run("UPDATE desk SET seen_at = '-infinity' WHERE id = current_setting('longshore.desk')");
    }

    void showPresence(String user) throws SQLException {
        sql.run("""
                INSERT INTO desk (id, user_name, seen_at) VALUES (current_setting('longshore.desk'), ?, now())
                ON CONFLICT (id) DO UPDATE SET user_name = excluded.user_name, seen_at = excluded.seen_at
                """, user);
    }
}
