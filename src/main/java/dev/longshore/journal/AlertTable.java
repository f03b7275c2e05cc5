package dev.longshore.journal;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables {@code alert} and {@code alert_state}: what a user was or should have been told. */
final class AlertTable {
    private static final String NOT_OVER = """
            NOT EXISTS (SELECT 1 FROM alert_state over WHERE over.alert = a.position AND over.state = 'ENDED')
            """;
    private static final String SINCE = """
            SELECT a.id, a.connection_id, m.database_id, m.migration_id, a.kind, a.about,
              s.state, s.at, s.severity, s.sentence, s.facts, s.acknowledged_by
            FROM alert a JOIN alert_state s ON s.alert = a.position LEFT JOIN migration m ON m.id = a.migration
            WHERE %s OR EXISTS (SELECT 1 FROM alert_state later WHERE later.alert = a.position AND later.at >= ?1)
            ORDER BY a.position DESC, s.position
            """.formatted(NOT_OVER);

    private final Sql sql;
    private final FactColumn facts;
    private final MigrationTable migrations;

    AlertTable(Sql sql, FactColumn facts, MigrationTable migrations) {
        this.sql = sql;
        this.facts = facts;
        this.migrations = migrations;
    }

    /** Keeps alerts that are new, and those states that are new. */
    void save(List<AlertRecord> alerts) throws SQLException {
        for (var alertRecord : alerts) {
            sql.run("""
                    INSERT INTO alert (id, connection_id, migration, kind, about) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO NOTHING
                    """, alertRecord.id(), alertRecord.connection(), migration(alertRecord), alertRecord.alert().kind(),
                    alertRecord.alert().at());
            for (int position = 0; position < alertRecord.states().size(); position++) {
                save(alertRecord.id(), position, StoredAlertState.of(alertRecord.states().get(position)));
            }
        }
    }

    private @Nullable Long migration(AlertRecord alertRecord) throws SQLException {
        return alertRecord.migration() == null
                ? null
                : migrations.findOrAdd(new MigrationKey(alertRecord.connection(), alertRecord.migration()));
    }

    /** A state as it is kept. */
    private record StoredAlertState(
            String word, Instant at, Alert.@Nullable Severity severity, @Nullable Fact fact, @Nullable String by) {
        static StoredAlertState of(AlertRecord.State state) {
            return switch (state) {
                case AlertRecord.State.Raised raised ->
                    new StoredAlertState("RAISED", raised.at(), raised.severity(), raised.fact(), null);
                case AlertRecord.State.Acknowledged known ->
                    new StoredAlertState("ACKNOWLEDGED", known.at(), null, null,
                            known.by().isEmpty() ? null : known.by());
                case AlertRecord.State.Ended ended -> new StoredAlertState("ENDED", ended.at(), null, null, null);
            };
        }
    }

    private void save(String alertId, int position, StoredAlertState storedAlertState) throws SQLException {
        sql.run(
                """
                        INSERT INTO alert_state (alert, position, state, at, severity, sentence, facts, acknowledged_by)
                        SELECT position, ?, ?, ?, ?, ?, ?, ? FROM alert WHERE id = ?
                        ON CONFLICT (alert, position) DO NOTHING
                        """,
                position, storedAlertState.word(), storedAlertState.at(), storedAlertState.severity(),
                facts.text(storedAlertState.fact()), facts.json(storedAlertState.fact()),
                storedAlertState.by(), alertId);
    }

    /** Those that are not over, and those of which anything was kept from {@code from} on; newest first. */
    List<AlertRecord> since(Instant from) throws SQLException {
        var alerts = new LinkedHashMap<String, AlertRecord>();
        sql.each(SINCE, resultRow -> take(resultRow, alerts), from);
        return List.copyOf(alerts.values());
    }

    private static void take(ResultRow resultRow, Map<String, AlertRecord> alerts) throws SQLException {
        var id = resultRow.text("id");
        var before = alerts.get(id);
        alerts.put(id, switch (resultRow.text("state")) {
            case "RAISED" -> raised(resultRow, before);
            case "ACKNOWLEDGED" -> known(before).withState(new AlertRecord.State.Acknowledged(
                    resultRow.instant("at"), resultRow.textOrEmpty("acknowledged_by")));
            case "ENDED" -> known(before).withState(new AlertRecord.State.Ended(resultRow.instant("at")));
            default -> throw new IllegalArgumentException("Unknown state of an alert: " + resultRow.text("state"));
        });
    }

    private static AlertRecord raised(ResultRow resultRow, @Nullable AlertRecord before) throws SQLException {
        var alert = new Alert(
                Alert.Kind.valueOf(resultRow.text("kind")),
                Alert.Severity.valueOf(resultRow.text("severity")),
                resultRow.maybe("about", StoredTimes::read),
                FactColumn.read(resultRow, "sentence"));
        var at = resultRow.instant("at");
        return before == null
                ? new AlertRecord(
                        resultRow.text("id"), new ConnectionId(resultRow.text("connection_id")), migration(resultRow),
                        alert,
                        List.of(new AlertRecord.State.Raised(at, alert.severity(), alert.fact())))
                : before.raisedAs(alert, at);
    }

    private static AlertRecord known(@Nullable AlertRecord before) {
        if (before == null) {
            throw new IllegalArgumentException("An alert was never raised.");
        }
        return before;
    }

    private static @Nullable MigrationRef migration(ResultRow resultRow) throws SQLException {
        var database = resultRow.maybe("database_id", DatabaseId::new);
        return database == null ? null : new MigrationRef(database, new MigrationId(resultRow.text("migration_id")));
    }
}
