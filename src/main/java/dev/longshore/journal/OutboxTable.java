package dev.longshore.journal;

import dev.longshore.model.OutgoingMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables {@code outbox} and {@code outbox_ending}: what is owed to the routes of notifications. */
final class OutboxTable {
    /** The newest message of an alert that is not over says what the route was told last. */
    private static final String STANDING = """
            AND o.event <> 'resolved' AND NOT EXISTS (
              SELECT 1 FROM outbox later
              WHERE later.route = o.route AND later.alert_id = o.alert_id AND later.position > o.position)
            """;
    private static final String NEEDED = """
            SELECT o.*, e.at AS ended_at, e.result, e.why
            FROM outbox o LEFT JOIN outbox_ending e ON e.message = o.position
            WHERE e.message IS NULL OR (TRUE %s) ORDER BY o.position
            """.formatted(STANDING);
    private static final String OLD = """
            SELECT o.position FROM outbox o JOIN outbox_ending e ON e.message = o.position
            WHERE e.at < ? AND NOT (TRUE %s)
            """.formatted(STANDING);

    private final Sql sql;

    OutboxTable(Sql sql) {
        this.sql = sql;
    }

    /** Keeps messages that are new, and the endings that are new. */
    void save(List<OutgoingMessage> messages) throws SQLException {
        for (var each : messages) {
            sql.run("""
                    INSERT INTO outbox (id, route, alert_id, event, at, content) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO NOTHING
                    """, each.id(), each.route(), each.alertId(), each.event(), each.at(), each.content());
            if (each.ending().isPresent()) {
                end(each.id(), each.ending().get());
            }
        }
    }

    private void end(String id, OutgoingMessage.Ending ending) throws SQLException {
        sql.run("""
                INSERT INTO outbox_ending (message, at, result, why) SELECT position, ?, ?, ? FROM outbox WHERE id = ?
                ON CONFLICT (message) DO NOTHING
                """, ending.at(), ending.result(), ending.why(), id);
    }

    /** What is waiting, and the newest message of each alert that is not over; in the order they were made. */
    List<OutgoingMessage> needed() throws SQLException {
        return sql.list(NEEDED, OutboxTable::read);
    }

    private static OutgoingMessage read(ResultRow resultRow) throws SQLException {
        var endedAt = resultRow.maybe("ended_at", StoredTimes::read);
        return new OutgoingMessage(
                resultRow.text("id"), resultRow.text("route"), resultRow.text("alert_id"), resultRow.text("event"),
                resultRow.instant("at"), resultRow.text("content"),
                endedAt == null ? Optional.empty() : Optional.of(new OutgoingMessage.Ending(
                        endedAt, OutgoingMessage.SendResult.valueOf(resultRow.text("result")), resultRow.text("why"))));
    }

    /** Throws away what ended before that time and is not needed any more. */
    void purge(Instant before) throws SQLException {
        for (var position : sql.list(OLD, resultRow -> resultRow.number("position"), before)) {
            sql.run("DELETE FROM outbox_ending WHERE message = ?", position);
            sql.run("DELETE FROM outbox WHERE position = ?", position);
        }
    }
}
