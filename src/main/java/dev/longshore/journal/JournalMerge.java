package dev.longshore.journal;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.RegisteredMigration;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds what a local journal holds to that of a team, a part at a time, so that nobody who writes there waits for long. Each
 * part is added whole or not at all, and what is there already is left out, so that it can be interrupted and done again.
 * Queues of launches stay where they are: what a user has approved there may be launched by the program that has it open.
 */
final class JournalMerge {
    private static final int ROWS_AT_ONCE = 500;
    /** Tables whose rows have an ID of their own, and those of what belongs to such a row. */
    private static final List<ParentTable> BY_ID = List.of(
            new ParentTable("command", List.of(new ChildTable("command_state", List.of("command", "position")))),
            new ParentTable(
                    "initialize",
                    List.of(
                            new ChildTable("initialize_answer", List.of("initialize")),
                            new ChildTable("initialize_dismissal", List.of("initialize")))),
            new ParentTable("alert", List.of(new ChildTable("alert_state", List.of("alert", "position")))),
            new ParentTable("outbox", List.of(new ChildTable("outbox_ending", List.of("message")))),
            new ParentTable("own_deadline", List.of()),
            new ParentTable("freeze_window", List.of()),
            new ParentTable("remark", List.of()));
    /** Tables whose rows are told apart by what stands in these columns. */
    private static final List<ChildTable> BY_CONTENT = List.of(
            new ChildTable("cleanup_move", List.of("migration", "at", "to_time")),
            new ChildTable("blind_span", List.of("migration", "started_at", "ended_at", "cause")),
            new ChildTable("unwatched_period", List.of("started_at", "ended_at", "cause")),
            new ChildTable("calendar_address", List.of("secret")),
            new ChildTable("upload_file_list", List.of("migration", "side", "node")));
    /** Numbers that each database gives by itself. */
    private static final Set<String> OWN_NUMBERS = Set.of("position", "id");

    private final Sql local;
    private final JournalTables localTables;
    private final Transactions team;
    private final Map<ConnectionId, Connection> sameConnections = new HashMap<>();
    /** By the number of a migration here its number there. */
    private final Map<Long, Long> migrations = new HashMap<>();
    private int listed;
    private int observations;
    private int commands;

    /**
     * From one journal into another.
     *
     * @param local in a transaction that reads
     */
    JournalMerge(Sql local, Transactions team, JournalTables localTables) {
        this.local = local;
        this.team = team;
        this.localTables = localTables;
    }

    private record ParentTable(String table, List<ChildTable> parts) {}

    /** @param key the columns by which its rows are told apart; the first one refers to the whole */
    private record ChildTable(String table, List<String> key) {}

    /** @throws JournalException when the team's journal cannot be written; what was added until then stays */
    JournalMergeResult run() throws SQLException {
        for (var connection : localTables.connections.all()) {
            addConnection(connection);
        }
        addMigrations();
        for (var each : List.copyOf(migrations.keySet())) {
            addObservations(each);
        }
        for (var each : BY_ID) {
            addById(each);
        }
        for (var each : BY_CONTENT) {
            add(each.table(), rows(each.table(), row -> row), each.key());
        }
        return new JournalMergeResult(listed, observations, commands, sameConnections);
    }

    /** A connection is the team's already when one of its databases is, whatever its name: their IDs are unique. */
    private void addConnection(Connection connection) throws SQLException {
        var databases = localTables.databases.all(connection.id());
        var here = databaseIds(localTables, connection.id());
        team.change(tables -> {
            var known = tables.connections.all();
            if (known.stream().anyMatch(each -> each.id().equals(connection.id()))) {
                return;
            }
            for (var each : known) {
                if (each.endpoint().equals(connection.endpoint())
                        && databaseIds(tables, each.id()).stream().anyMatch(here::contains)) {
                    sameConnections.put(connection.id(), each);
                    return;
                }
            }
            tables.connections.save(connection);
            tables.databases.replace(connection.id(), databases);
        });
    }

    private static Set<String> databaseIds(JournalTables tables, ConnectionId connection) throws SQLException {
        return Set.copyOf(tables.sql.list("""
                SELECT id FROM database WHERE connection_id = ?1
                UNION SELECT database_id FROM migration WHERE connection_id = ?1
                """, resultRow -> resultRow.text("id"), connection));
    }

    private void addMigrations() throws SQLException {
        var keys = new LinkedHashMap<Long, MigrationKey>();
        local.each("SELECT * FROM migration ORDER BY id",
                resultRow -> keys.put(resultRow.number("id"), MigrationTable.read(resultRow)));
        var register = localTables.register.all();
        team.change(tables -> {
            for (var each : keys.entrySet()) {
                migrations.put(each.getKey(), tables.migrations.findOrAdd(there(each.getValue())));
            }
            var known = tables.register.all().stream().map(RegisteredMigration::key).collect(Collectors.toSet());
            listed = 0;
            for (var each : register) {
                if (known.add(there(each.key()))) {
                    tables.register.save(new RegisteredMigration(
                            there(each.key()), each.name(), each.tags(), each.registeredAt(), List.of()));
                    listed++;
                }
            }
        });
    }

    private MigrationKey there(MigrationKey key) {
        var same = sameConnections.get(key.connection());
        return same == null ? key : new MigrationKey(same.id(), key.ref());
    }

    /** All of one migration at once, as what is known of it now has to fit. */
    private void addObservations(long migration) throws SQLException {
        var here = MergedObservations.rows(local, migration);
        var number = migrations.getOrDefault(migration, 0L);
        if (!here.isEmpty()) {
            var known = MergedObservations.lastKnown(local, migration);
            observations += team.query(tables -> {
                var merged = MergedObservations.of(MergedObservations.rows(tables.sql, number), here);
                merged.newRows().forEach(each -> each.put("migration", number));
                for (int from = 0; from < merged.newRows().size(); from += ROWS_AT_ONCE) {
                    insert(tables.sql, "observation", merged.newRows().subList(
                            from, Math.min(from + ROWS_AT_ONCE, merged.newRows().size())),
                            List.of("migration", "at", "number"));
                }
                merged.finish(tables.sql, number, known);
                return merged.newRows().size();
            });
        }
    }

    private void addById(ParentTable whole) throws SQLException {
        var count = add(whole.table(), rows(whole.table(), row -> row), List.of("id"));
        commands += whole.table().equals("command") ? count : 0;
        if (!whole.parts().isEmpty()) {
            var numbers = numbers(whole.table());
            for (var each : whole.parts()) {
                var column = each.key().getFirst();
                add(each.table(), rows(each.table(), row -> {
                    row.compute(column, (_, here) -> numbers.get(here));
                    return row;
                }).stream().filter(row -> row.get(column) != null).toList(), each.key());
            }
        }
    }

    /** By the number of a row here its number there. */
    private Map<Object, Long> numbers(String table) throws SQLException {
        var query = "SELECT id, position FROM " + table;
        var there = new HashMap<String, Long>();
        team.change(tables -> tables.sql.each(
                query, resultRow -> there.put(resultRow.text("id"), resultRow.number("position"))));
        var numbers = new HashMap<Object, Long>();
        local.each(query, resultRow -> {
            var number = there.get(resultRow.text("id"));
            if (number != null) {
                numbers.put(resultRow.number("position"), number);
            }
        });
        return numbers;
    }

    /** The rows of a table here, with the numbers and the connections that they have there. */
    private List<Map<String, @Nullable Object>> rows(
            String table, UnaryOperator<Map<String, @Nullable Object>> change) throws SQLException {
        var ownNumber = local.list(
                "SELECT name FROM pragma_table_info('" + table + "') WHERE pk = 1 AND type = 'INTEGER' AND "
                        + "(SELECT max(pk) FROM pragma_table_info('" + table + "')) = 1",
                resultRow -> resultRow.text("name")).stream().filter(OWN_NUMBERS::contains).toList();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        var order = ownNumber.isEmpty() ? "" : " ORDER BY " + ownNumber.getFirst();
        local.each("SELECT * FROM " + table + order, resultRow -> {
            var row = change.apply(resultRow.values());
            ownNumber.forEach(row::remove);
            row.computeIfPresent("migration", (_, number) -> migrations.get(number));
            row.computeIfPresent("follows", (_, number) -> migrations.get(number));
            row.computeIfPresent("connection_id", (_, id) -> there(id));
            rows.add(row);
        });
        return rows;
    }

    private Object there(Object connection) {
        return sameConnections.entrySet().stream().filter(each -> each.getKey().value().equals(connection))
                .<Object>map(each -> each.getValue().id().value()).findFirst().orElse(connection);
    }

    /** Adds those that are not there, a part of them at a time; returns how many were. */
    private int add(String table, List<Map<String, @Nullable Object>> rows, List<String> key) {
        int count = 0;
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var part = rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size()));
            count += team.query(tables -> insert(tables.sql, table, part, key));
        }
        return count;
    }

    private static int insert(Sql sql, String table, List<Map<String, @Nullable Object>> rows, List<String> key)
            throws SQLException {
        var columns = String.join(", ", rows.getFirst().keySet());
        var isSame = key.stream().map(each -> "known." + each + " = added." + each)
                .collect(Collectors.joining(" AND "));
        return sql.run(
                "INSERT INTO " + table + " (" + columns + ") SELECT " + columns
                        + " FROM jsonb_populate_recordset(NULL::" + table + ", CAST(? AS jsonb)) added WHERE NOT EXISTS"
                        + " (SELECT 1 FROM " + table + " known WHERE " + isSame + ") ON CONFLICT DO NOTHING",
                JsonMapper.shared().writeValueAsString(rows));
    }
}
