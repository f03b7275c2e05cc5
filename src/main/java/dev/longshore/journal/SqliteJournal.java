package dev.longshore.journal;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.RegisteredMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The journal in one SQLite file, {@code journal.db} in the data folder, which the {@code sqlite3} tool can read at any
 * time. Only one program at a time has it open.
 */
public final class SqliteJournal implements Journal {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Transactions writing;
    private final Transactions reading;

    private SqliteJournal(Transactions writing, Transactions reading) {
        this.writing = writing;
        this.reading = reading;
    }

    /**
     * Opens the journal of a data folder, or begins one; blocks.
     *
     * @throws JournalException with a sentence for the person when that is not possible
     */
    public static SqliteJournal open(Path dataFolder, InstantSource clock) {
        var file = new JournalFile(dataFolder.toAbsolutePath(), PATIENCE);
        try {
            file.prepare();
            var sql = file.openForWriting();
            Schema.bringUpToDate(sql, file.database());
            return new SqliteJournal(
                    Transactions.thatWrite(file.database(), sql),
                    Transactions.thatRead(file.database(), file.openForReading()));
        } catch (IOException | SQLException fault) {
            throw Faults.of(file.database(), fault);
        }
    }

    @Override
    public List<Connection> connections() {
        return reading.query(tables -> tables.connections.all());
    }

    @Override
    public void keep(Connection connection) {
        writing.change(tables -> tables.connections.keep(connection));
    }

    @Override
    public void forget(ConnectionId connection) {
        writing.change(tables -> tables.forget(connection));
    }

    @Override
    public List<RegisteredMigration> register() {
        return reading.query(tables -> tables.register.all());
    }

    @Override
    public void keep(RegisteredMigration migration) {
        writing.change(tables -> tables.register.keep(migration));
    }

    @Override
    public void remove(MigrationKey migration) {
        writing.change(tables -> tables.register.remove(migration));
    }

    @Override
    public List<Database> databases(ConnectionId connection) {
        return reading.query(tables -> tables.databases.all(connection));
    }

    @Override
    public void keepDatabases(ConnectionId connection, List<Database> databases) {
        writing.change(tables -> tables.databases.replace(connection, databases));
    }

    @Override
    public Map<MigrationKey, LastKnown> lastKnown() {
        return reading.query(tables -> tables.lastKnown.ofRegister());
    }

    @Override
    public void observed(Observation observation, LastKnown lastKnown) {
        writing.change(tables -> tables.observed(observation, lastKnown));
    }

    @Override
    public void intent(Command command) {
        writing.change(tables -> tables.commands.add(command));
    }

    @Override
    public void reached(String commandId, CommandState state) {
        writing.change(tables -> tables.commands.reached(commandId, state));
    }

    @Override
    public List<Command> openCommands() {
        return reading.query(tables -> tables.commands.open());
    }

    @Override
    public List<Command> recentCommands(int limit) {
        return reading.query(tables -> tables.commands.recent(limit));
    }

    @Override
    public void blind(BlindSpan span) {
        writing.change(tables -> tables.blindSpans.add(span));
    }

    @Override
    public History history(MigrationKey migration, Instant from) {
        return reading.query(tables -> tables.history(migration, from));
    }

    @Override
    public void close() {
        try (reading) {
            writing.close();
        }
    }
}
