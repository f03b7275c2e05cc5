package dev.longshore.journal;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Initialization;
import dev.longshore.model.Initialization.Answer;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.RegisteredMigration;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables {@code initialize} and {@code initialize_answer}: which migrations were asked for and made. */
final class InitializeTable {
    private final Sql sql;
    private final MigrationTable migrations;
    private final RegisterTable register;

    InitializeTable(Sql sql, MigrationTable migrations, RegisterTable register) {
        this.sql = sql;
        this.migrations = migrations;
        this.register = register;
    }

    void add(Initialization asked) throws SQLException {
        sql.run(
                "INSERT INTO initialize (id, connection_id, database_id, datacenter_id, name, at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                asked.id(), asked.connection(), asked.database(), asked.datacenter(), asked.name(), asked.at());
    }

    /** Keeps the answer; one that names a migration puts that on the list in the same moment. */
    void answered(Initialization asked) throws SQLException {
        switch (asked.answer()) {
            case Answer.Open _ -> throw new IllegalArgumentException("There is no answer to " + asked.id() + ".");
            case Answer.Made made -> {
                register.keep(new RegisteredMigration(made.key(), asked.name(), made.at()));
                answer(asked.id(), "MADE", made.at(), migrations.findOrAdd(made.key()), null);
            }
            case Answer.Refused refused -> answer(asked.id(), "REFUSED", refused.at(), null, refused.why());
            case Answer.Unanswered lost -> answer(asked.id(), "UNANSWERED", lost.at(), null, lost.why());
        }
    }

    private void answer(String id, String word, Instant at, @Nullable Long migration, @Nullable String why)
            throws SQLException {
        var rows = sql.run("""
                INSERT INTO initialize_answer (initialize, answer, at, migration, why)
                SELECT position, ?, ?, ?, ? FROM initialize WHERE id = ?
                """, word, at, migration, why, id);
        if (rows == 0) {
            throw new IllegalArgumentException("Nothing was asked for under " + id + ".");
        }
    }

    /** Newest first. */
    List<Initialization> all() throws SQLException {
        return sql.list("SELECT * FROM initialize_log ORDER BY position DESC", InitializeTable::read);
    }

    private static Initialization read(Row row) throws SQLException {
        var connection = new ConnectionId(row.text("connection_id"));
        var database = new DatabaseId(row.text("database_id"));
        return new Initialization(
                row.text("id"),
                connection,
                database,
                row.maybe("datacenter_id", text -> text),
                row.text("name"),
                row.instant("at"),
                answer(row, connection, database));
    }

    private static Answer answer(Row row, ConnectionId connection, DatabaseId database) throws SQLException {
        var word = row.maybe("answer", text -> text);
        if (word == null) {
            return new Answer.Open();
        }
        var at = row.instant("answered_at");
        var why = row.maybe("why", text -> text);
        return switch (word) {
            case "MADE" -> new Answer.Made(
                    at,
                    new MigrationKey(
                            connection, new MigrationRef(database, new MigrationId(row.text("migration_id")))));
            case "REFUSED" -> new Answer.Refused(at, why == null ? "" : why);
            case "UNANSWERED" -> new Answer.Unanswered(at, why == null ? "" : why);
            default -> throw new IllegalArgumentException("Unknown answer to an initialize: " + word);
        };
    }
}
