package dev.longshore.journal;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.KeptAlert;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Notice;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables {@code alert} and {@code alert_state}: what a person was or should have been told. */
final class AlertTable {
    private static final String NOT_OVER = """
            NOT EXISTS (SELECT 1 FROM alert_state over WHERE over.alert = a.position AND over.state = 'ENDED')
            """;
    private static final String SINCE = """
            SELECT a.id, a.connection_id, m.database_id, m.migration_id, a.kind, a.about,
              s.state, s.at, s.severity, s.sentence
            FROM alert a JOIN alert_state s ON s.alert = a.position LEFT JOIN migration m ON m.id = a.migration
            WHERE %s OR EXISTS (SELECT 1 FROM alert_state later WHERE later.alert = a.position AND later.at >= ?1)
            ORDER BY a.position DESC, s.position
            """.formatted(NOT_OVER);

    private final Sql sql;
    private final MigrationTable migrations;

    AlertTable(Sql sql, MigrationTable migrations) {
        this.sql = sql;
        this.migrations = migrations;
    }

    /** Keeps alerts that are new, and those states that are new. */
    void keep(List<KeptAlert> alerts) throws SQLException {
        for (var alert : alerts) {
            sql.run("""
                    INSERT INTO alert (id, connection_id, migration, kind, about) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO NOTHING
                    """, alert.id(), alert.connection(), migration(alert), alert.notice().kind(), alert.notice().at());
            for (int position = 0; position < alert.states().size(); position++) {
                keep(alert.id(), position, Kept.of(alert.states().get(position)));
            }
        }
    }

    private @Nullable Long migration(KeptAlert alert) throws SQLException {
        return alert.migration() == null
                ? null
                : migrations.findOrAdd(new MigrationKey(alert.connection(), alert.migration()));
    }

    /** A state as it is kept. */
    private record Kept(
            String word, Instant at, Notice.@Nullable Severity severity, @Nullable String sentence) {
        static Kept of(KeptAlert.State state) {
            return switch (state) {
                case KeptAlert.State.Raised raised ->
                    new Kept("RAISED", raised.at(), raised.severity(), raised.sentence());
                case KeptAlert.State.Acknowledged known -> new Kept("ACKNOWLEDGED", known.at(), null, null);
                case KeptAlert.State.Ended ended -> new Kept("ENDED", ended.at(), null, null);
            };
        }
    }

    private void keep(String alertId, int position, Kept kept) throws SQLException {
        sql.run(
                """
                        INSERT INTO alert_state (alert, position, state, at, severity, sentence)
                        SELECT position, ?, ?, ?, ?, ? FROM alert WHERE id = ?
                        ON CONFLICT (alert, position) DO NOTHING
                        """,
                position, kept.word(), kept.at(), kept.severity(), kept.sentence(), alertId);
    }

    /** Those that are not over, and those of which anything was kept from {@code from} on; newest first. */
    List<KeptAlert> since(Instant from) throws SQLException {
        var alerts = new LinkedHashMap<String, KeptAlert>();
        sql.each(SINCE, row -> take(row, alerts), from);
        return List.copyOf(alerts.values());
    }

    private static void take(Row row, Map<String, KeptAlert> alerts) throws SQLException {
        var id = row.text("id");
        var before = alerts.get(id);
        alerts.put(id, switch (row.text("state")) {
            case "RAISED" -> raised(row, before);
            case "ACKNOWLEDGED" -> known(before).reached(new KeptAlert.State.Acknowledged(row.instant("at")));
            case "ENDED" -> known(before).reached(new KeptAlert.State.Ended(row.instant("at")));
            default -> throw new IllegalArgumentException("Unknown state of an alert: " + row.text("state"));
        });
    }

    private static KeptAlert raised(Row row, @Nullable KeptAlert before) throws SQLException {
        var notice = new Notice(
                Notice.Kind.valueOf(row.text("kind")),
                Notice.Severity.valueOf(row.text("severity")),
                row.maybe("about", Times::read),
                row.text("sentence"));
        var at = row.instant("at");
        return before == null
                ? new KeptAlert(
                        row.text("id"), new ConnectionId(row.text("connection_id")), migration(row), notice,
                        List.of(new KeptAlert.State.Raised(at, notice.severity(), notice.sentence())))
                : before.raisedAs(notice, at);
    }

    private static KeptAlert known(@Nullable KeptAlert before) {
        if (before == null) {
            throw new IllegalArgumentException("An alert was never raised.");
        }
        return before;
    }

    private static @Nullable MigrationRef migration(Row row) throws SQLException {
        var database = row.maybe("database_id", DatabaseId::new);
        return database == null ? null : new MigrationRef(database, new MigrationId(row.text("migration_id")));
    }
}
