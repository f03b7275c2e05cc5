package dev.longshore.journal;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Initialization;
import dev.longshore.model.Initialization.Answer;
import dev.longshore.model.Initialization.InitializeSettings;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.fact.Fact;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The tables {@code initialize…}: which migrations were asked for, and what came of it. */
final class InitializeTable {
    private final Sql sql;
    private final FactColumn facts;
    private final MigrationTable migrations;
    private final RegisterTable register;

    InitializeTable(Sql sql, FactColumn facts, MigrationTable migrations, RegisterTable register) {
        this.sql = sql;
        this.facts = facts;
        this.migrations = migrations;
        this.register = register;
    }

    void add(Initialization asked) throws SQLException {
        sql.run(
                """
                        INSERT INTO initialize
                          (id, connection_id, database_id, datacenter_id, concurrency, subset_size_gb, name, asked_by, at,
                           follows)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                asked.id(), asked.connection(), asked.database(), asked.settings().datacenter(),
                concurrency(asked.settings()), subsetSize(asked.settings()), asked.name(), asked.askedBy(), asked.at(),
                follows(asked));
    }

    private @Nullable Long follows(Initialization asked) throws SQLException {
        var before = asked.follows();
        return before == null ? null : Long.valueOf(migrations.findOrAdd(before));
    }

    private static @Nullable Integer concurrency(InitializeSettings settings) {
        return settings.concurrency().isPresent() ? settings.concurrency().getAsInt() : null;
    }

    private static @Nullable Double subsetSize(InitializeSettings settings) {
        return settings.targetSubsetSizeGb().isPresent() ? settings.targetSubsetSizeGb().getAsDouble() : null;
    }

    /** Keeps the answer; one that names a migration puts that on the list in the same moment. */
    void recordAnswer(Initialization asked) throws SQLException {
        switch (asked.answer()) {
            case Answer.Pending _ -> throw new IllegalArgumentException("There is no answer to " + asked.id() + ".");
            case Answer.Created created -> {
                register.save(new RegisteredMigration(created.key(), asked.name(), created.at()));
                answer(asked.id(), "MADE", created.at(), migrations.findOrAdd(created.key()), null);
            }
            case Answer.Declined declined ->
                answer(asked.id(), "REFUSED", declined.at(), null, declined.why());
            case Answer.Lost lost -> answer(asked.id(), "UNANSWERED", lost.at(), null, lost.why());
            case Answer.Dismissed dismissed -> requireOne(asked.id(), sql.run(
                    "INSERT INTO initialize_dismissal (initialize, at) SELECT position, ? FROM initialize WHERE id = ?",
                    dismissed.at(), asked.id()));
        }
    }

    private void answer(String id, String word, Instant at, @Nullable Long migration, @Nullable Fact why)
            throws SQLException {
        requireOne(id, sql.run("""
                INSERT INTO initialize_answer (initialize, answer, at, migration, why, facts)
                SELECT position, ?, ?, ?, ?, ? FROM initialize WHERE id = ?
                """, word, at, migration, facts.text(why), facts.json(why), id));
    }

    private static void requireOne(String id, int rows) {
        if (rows == 0) {
            throw new IllegalArgumentException("Nothing was asked for under " + id + ".");
        }
    }

    /** Newest first. */
    List<Initialization> all() throws SQLException {
        return sql.list(
                "SELECT * FROM initialize_log JOIN initialize_settings USING (position) ORDER BY position DESC",
                InitializeTable::read);
    }

    static Initialization read(ResultRow resultRow) throws SQLException {
        var connection = new ConnectionId(resultRow.text("connection_id"));
        var database = new DatabaseId(resultRow.text("database_id"));
        return new Initialization(
                resultRow.text("id"),
                connection,
                database,
                settings(resultRow),
                resultRow.text("name"),
                resultRow.textOrEmpty("asked_by"),
                resultRow.instant("at"),
                answer(resultRow, connection, database),
                follows(resultRow));
    }

    private static @Nullable MigrationKey follows(ResultRow resultRow) throws SQLException {
        var migration = resultRow.maybe("follows", MigrationId::new);
        return migration == null
                ? null
                : new MigrationKey(
                        new ConnectionId(resultRow.text("follows_connection")),
                        new MigrationRef(new DatabaseId(resultRow.text("follows_database")), migration));
    }

    private static InitializeSettings settings(ResultRow resultRow) throws SQLException {
        var concurrency = resultRow.maybe("concurrency", Integer::valueOf);
        var subsetSize = resultRow.maybe("subset_size_gb", Double::valueOf);
        return new InitializeSettings(
                resultRow.maybe("datacenter_id", text -> text),
                concurrency == null ? OptionalInt.empty() : OptionalInt.of(concurrency),
                subsetSize == null ? OptionalDouble.empty() : OptionalDouble.of(subsetSize));
    }

    private static Answer answer(ResultRow resultRow, ConnectionId connection, DatabaseId database)
            throws SQLException {
        var why = FactColumn.read(resultRow, "why");
        var dismissedAt = resultRow.maybe("dismissed_at", StoredTimes::read);
        if (dismissedAt != null) {
            return new Answer.Dismissed(dismissedAt, why);
        }
        var word = resultRow.maybe("answer", text -> text);
        if (word == null) {
            return new Answer.Pending();
        }
        var at = resultRow.instant("answered_at");
        return switch (word) {
            case "MADE" -> new Answer.Created(
                    at,
                    new MigrationKey(
                            connection, new MigrationRef(database, new MigrationId(resultRow.text("migration_id")))));
            case "REFUSED" -> new Answer.Declined(at, why);
            case "UNANSWERED" -> new Answer.Lost(at, why);
            default -> throw new IllegalArgumentException("Unknown answer to an initialize: " + word);
        };
    }
}
