package dev.longshore.journal;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.Command;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Status;
import dev.longshore.model.WatchGap;
import dev.longshore.model.activity.ActivityKind;
import dev.longshore.model.activity.ActivityPage;
import dev.longshore.model.activity.ActivityPosition;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.activity.ActivityRecord;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the tables as one log by time, a page at a time. */
final class ActivityTables {
    private static final String NEWEST_COMMANDS = """
            SELECT r.at AS requested_at, c.position AS first, c.id, c.action, c.cleanup_time, c.asked_by, c.reason,
              r.connection_id, r.database_id, r.migration_id, s.state, s.at, s.service_cleanup_time, s.why, s.facts
            FROM (
              SELECT n.at, n.command, m.connection_id, m.database_id, m.migration_id FROM command_state n
              CROSS JOIN command o ON o.position = n.command CROSS JOIN migration m ON m.id = o.migration
              WHERE n.position = 0 AND (n.at, n.command) < (?1, ?2) AND (CAST(?4 AS TEXT) IS NULL OR m.connection_id = ?4)
              ORDER BY n.at DESC, n.command DESC LIMIT ?5
            ) r
            CROSS JOIN command c ON c.position = r.command CROSS JOIN command_state s ON s.command = r.command
            ORDER BY r.at DESC, r.command DESC, s.position
            """;
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private final Sql sql;

    ActivityTables(Sql sql) {
        this.sql = sql;
    }

    /** A record and its place in the log. */
    private record PlacedRecord(ActivityPosition position, ActivityRecord activityRecord) {}

    /**
     * What the log is read from, and of what kind that is: of those of one moment the last come first.
     *
     * <p>In each query ?1 to ?3 is the position of which what is older is wanted, ?4 the connection or nothing, and ?5 how
     * many; the columns {@code at}, {@code first} and {@code second} are the position of a row.
     */
    enum LogSource {
        AWAY_PERIODS(0, null, """
                SELECT *, ended_at AS at, id AS first, 0 AS second FROM unwatched_period
                WHERE (ended_at, id) < (?1, ?2)
                ORDER BY ended_at DESC, id DESC LIMIT ?5
                """),
        OUTAGES(1, ActivityKind.NOT_WATCHED, """
                SELECT b.*, m.*, b.ended_at AS at, b.id AS first, 0 AS second
                FROM blind_span b CROSS JOIN migration m ON m.id = b.migration
                WHERE b.cause = 'UNREACHABLE' AND (b.ended_at, b.id) < (?1, ?2)
                  AND (CAST(?4 AS TEXT) IS NULL OR m.connection_id = ?4)
                ORDER BY b.ended_at DESC, b.id DESC LIMIT ?5
                """),
        CHANGES(2, ActivityKind.CHANGES, """
                SELECT o.*, m.connection_id, m.database_id, m.migration_id, o.migration AS first, o.number AS second,
                  (SELECT p.status FROM observation p
                    WHERE p.migration = o.migration AND (p.at, p.number) < (o.at, o.number)
                    ORDER BY p.at DESC, p.number DESC LIMIT 1) AS status_before,
                  (SELECT p.expected_cleanup_time FROM observation p
                    WHERE p.migration = o.migration AND (p.at, p.number) < (o.at, o.number)
                      AND p.expected_cleanup_time IS NOT NULL
                    ORDER BY p.at DESC, p.number DESC LIMIT 1) AS cleanup_before
                FROM observation o CROSS JOIN migration m ON m.id = o.migration
                WHERE o.news = 1 AND (o.at, o.migration, o.number) < (?1, ?2, ?3)
                  AND (CAST(?4 AS TEXT) IS NULL OR m.connection_id = ?4)
                ORDER BY o.at DESC, o.migration DESC, o.number DESC LIMIT ?5
                """),
        INITIALIZES(3, ActivityKind.ACTIONS, """
                SELECT *, position AS first, 0 AS second FROM initialize_log
                JOIN initialize_settings USING (position)
                WHERE (at, position) < (?1, ?2) AND (CAST(?4 AS TEXT) IS NULL OR connection_id = ?4)
                ORDER BY at DESC, position DESC LIMIT ?5
                """),
        COMMANDS(4, ActivityKind.ACTIONS, NEWEST_COMMANDS),
        ALERTS(5, ActivityKind.ALERTS,
                """
                        SELECT r.at, r.alert AS first, r.position AS second, r.state, r.id, r.connection_id, m.database_id,
                          m.migration_id, r.kind, f.severity, f.sentence, f.facts, r.acknowledged_by
                        FROM (
                          SELECT s.at, s.alert, s.position, s.state, s.acknowledged_by, a.id, a.connection_id, a.migration, a.kind
                          FROM alert_state s CROSS JOIN alert a ON a.position = s.alert
                          WHERE (s.at, s.alert, s.position) < (?1, ?2, ?3)
                            AND (CAST(?4 AS TEXT) IS NULL OR a.connection_id = ?4)
                          ORDER BY s.at DESC, s.alert DESC, s.position DESC LIMIT ?5
                        ) r
                        LEFT JOIN migration m ON m.id = r.migration
                        JOIN alert_state f ON f.alert = r.alert AND f.position = (
                          SELECT max(position) FROM alert_state
                          WHERE alert = r.alert AND position <= r.position AND state = 'RAISED')
                        ORDER BY r.at DESC, r.alert DESC, r.position DESC
                        """),
        REMARKS(6, ActivityKind.NOTES, """
                SELECT r.*, m.connection_id, m.database_id, m.migration_id, r.position AS first, 0 AS second
                FROM remark r CROSS JOIN migration m ON m.id = r.migration
                WHERE r.kind IN ('NOTE', 'CLAIM', 'RELEASE') AND (r.at, r.position) < (?1, ?2)
                  AND (CAST(?4 AS TEXT) IS NULL OR m.connection_id = ?4)
                ORDER BY r.at DESC, r.position DESC LIMIT ?5
                """);

        final String query;
        private final int rank;
        private final @Nullable ActivityKind kind;

        LogSource(int rank, @Nullable ActivityKind kind, String query) {
            this.rank = rank;
            this.kind = kind;
            this.query = query;
        }

        private boolean isWanted(Optional<ActivityKind> wanted) {
            return kind == null || wanted.isEmpty() || wanted.get() == kind;
        }
    }

    /** The newest records that are older than the position that is asked for. */
    ActivityPage page(ActivityQuery query) throws SQLException {
        var found = new ArrayList<PlacedRecord>();
        for (var source : LogSource.values()) {
            if (source.isWanted(query.kind())) {
                found.addAll(records(source, query));
            }
        }
        found.sort(Comparator.comparing(PlacedRecord::position).reversed());
        var page = found.subList(0, Math.min(found.size(), query.limit()));
        var next = page.size() < found.size()
                ? Optional.of(page.getLast().position())
                : Optional.<ActivityPosition>empty();
        return new ActivityPage(page.stream().map(PlacedRecord::activityRecord).toList(), next);
    }

    /** One more than a page has, so that it is known whether anything follows it. */
    private List<PlacedRecord> records(LogSource source, ActivityQuery query) throws SQLException {
        var before = before(source, query.before());
        var values = new @Nullable Object[]{
            before.at(), before.first(), before.second(), query.connection().map(ConnectionId::value).orElse(null),
            query.limit() + 1};
        return switch (source) {
            case COMMANDS -> commands(values);
            case AWAY_PERIODS -> records(source, ActivityTables::awayPeriod, values);
            case OUTAGES -> records(source, ActivityTables::outage, values);
            case CHANGES -> records(source, ActivityTables::change, values);
            case INITIALIZES ->
                records(source, resultRow -> new ActivityRecord.RequestedMigration(InitializeTable.read(resultRow)),
                        values);
            case ALERTS -> records(source, ActivityTables::alertStep, values);
            case REMARKS -> records(
                    source, row -> new ActivityRecord.RecordedRemark(RemarkTable.read(row, MigrationTable.read(row))),
                    values);
        };
    }

    /** The position of {@code end} among what one source has: of the same moment it may have what is older or newer. */
    private static ActivityPosition before(LogSource source, Optional<ActivityPosition> end) {
        var position = end.orElse(new ActivityPosition(END_OF_TIME, 0, 0, 0));
        if (source.rank == position.rank()) {
            return position;
        }
        var limit = source.rank < position.rank() ? Long.MAX_VALUE : Long.MIN_VALUE;
        return new ActivityPosition(position.at(), source.rank, limit, limit);
    }

    private List<PlacedRecord> records(LogSource source, Sql.SqlFunction<ResultRow, ActivityRecord> reader,
            @Nullable Object... values)
            throws SQLException {
        return sql.list(source.query, resultRow -> new PlacedRecord(
                new ActivityPosition(
                        resultRow.instant("at"), source.rank, resultRow.number("first"),
                        resultRow.number("second")),
                reader.apply(resultRow)), values);
    }

    private List<PlacedRecord> commands(@Nullable Object... values) throws SQLException {
        var commands = new LinkedHashMap<ActivityPosition, Command>();
        sql.each(
                LogSource.COMMANDS.query,
                resultRow -> commands.merge(
                        new ActivityPosition(
                                resultRow.instant("requested_at"), LogSource.COMMANDS.rank,
                                resultRow.number("first"), 0),
                        CommandTable.readInOneState(resultRow), (before, next) -> before.withState(next.state())),
                values);
        return commands.entrySet().stream()
                .map(each -> new PlacedRecord(each.getKey(), new ActivityRecord.RequestedAction(each.getValue())))
                .toList();
    }

    private static ActivityRecord awayPeriod(ResultRow resultRow) throws SQLException {
        return new ActivityRecord.AwayPeriod(
                resultRow.instant("started_at"), resultRow.instant("ended_at"),
                WatchGap.Reason.valueOf(resultRow.text("cause")));
    }

    private static ActivityRecord outage(ResultRow resultRow) throws SQLException {
        return new ActivityRecord.Outage(List.of(WatchGapTable.read(resultRow, MigrationTable.read(resultRow))));
    }

    private static ActivityRecord change(ResultRow resultRow) throws SQLException {
        return new ActivityRecord.ObservedChange(
                ObservationTable.read(resultRow, MigrationTable.read(resultRow)),
                resultRow.maybe("previous_seen_at", StoredTimes::read),
                resultRow.maybe("status_before", Status::of),
                resultRow.maybe("cleanup_before", StoredTimes::read));
    }

    private static ActivityRecord alertStep(ResultRow resultRow) throws SQLException {
        var database = resultRow.maybe("database_id", DatabaseId::new);
        var raised = new ActivityRecord.AlertStep.RaisedAlert(
                Alert.Kind.valueOf(resultRow.text("kind")), Alert.Severity.valueOf(resultRow.text("severity")),
                FactColumn.read(resultRow, "sentence"));
        return new ActivityRecord.AlertStep(
                "alert " + resultRow.text("id") + " " + resultRow.number("second"),
                new ActivityRecord.AlertStep.AlertSubject(
                        new ConnectionId(resultRow.text("connection_id")),
                        database == null
                                ? null
                                : new MigrationRef(database, new MigrationId(resultRow.text("migration_id")))),
                state(resultRow, raised), raised);
    }

    private static AlertRecord.State state(ResultRow resultRow, ActivityRecord.AlertStep.RaisedAlert raised)
            throws SQLException {
        var at = resultRow.instant("at");
        return switch (resultRow.text("state")) {
            case "RAISED" -> new AlertRecord.State.Raised(at, raised.severity(), raised.fact());
            case "ACKNOWLEDGED" ->
                new AlertRecord.State.Acknowledged(at, resultRow.textOrEmpty("acknowledged_by"));
            case "ENDED" -> new AlertRecord.State.Ended(at);
            default -> throw new IllegalArgumentException("Unknown state of an alert: " + resultRow.text("state"));
        };
    }
}
