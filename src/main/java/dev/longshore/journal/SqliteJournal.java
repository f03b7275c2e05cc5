package dev.longshore.journal;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.History;
import dev.longshore.model.Initialization;
import dev.longshore.model.KeptAlert;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The journal in one SQLite file, {@code journal.db} in the data folder, which the {@code sqlite3} tool can read at any
 * time. Only one program at a time has it open.
 */
public final class SqliteJournal implements Journal {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sql lock;
    private final Transactions writing;
    private final Transactions reading;
    private final Upkeep upkeep;
    private final Health health;

    SqliteJournal(Sql lock, Transactions writing, Transactions reading, Upkeep upkeep, Health health) {
        this.lock = lock;
        this.writing = writing;
        this.reading = reading;
        this.upkeep = upkeep;
        this.health = health;
        upkeep.whenDue();
    }

    /**
     * Opens the journal of a data folder, or begins one. Blocks: it looks for damage, at most half a second before it
     * returns and then in the background.
     *
     * @param dataFolder made where there is none, for its owner only
     * @throws JournalException with a sentence for the person when that is not possible
     */
    public static SqliteJournal open(Path dataFolder, InstantSource clock) {
        return new Opening(new JournalFile(dataFolder.toAbsolutePath(), PATIENCE), clock).journal();
    }

    @Override
    public Optional<String> notice() {
        return health.notice();
    }

    @Override
    public List<Connection> connections() {
        return reading.query(tables -> tables.connections.all());
    }

    @Override
    public void keep(Connection connection) {
        change(tables -> tables.connections.keep(connection));
    }

    @Override
    public void forget(ConnectionId connection) {
        change(tables -> tables.forget(connection));
    }

    @Override
    public List<RegisteredMigration> register() {
        return reading.query(tables -> tables.register.all());
    }

    @Override
    public void keep(RegisteredMigration migration) {
        change(tables -> tables.register.keep(migration));
    }

    @Override
    public void remove(MigrationKey migration) {
        change(tables -> tables.register.remove(migration));
    }

    @Override
    public List<Database> databases(ConnectionId connection) {
        return reading.query(tables -> tables.databases.all(connection));
    }

    @Override
    public void keepDatabases(ConnectionId connection, List<Database> databases) {
        change(tables -> tables.databases.replace(connection, databases));
    }

    @Override
    public Map<MigrationKey, LastKnown> lastKnown() {
        return reading.query(tables -> tables.lastKnown.ofRegister());
    }

    @Override
    public void observed(Observation observation, LastKnown lastKnown) {
        change(tables -> tables.observed(observation, lastKnown));
    }

    @Override
    public void takeOver(List<Observation> observations, List<Command> asked) {
        change(tables -> tables.takeOver(observations, asked));
    }

    @Override
    public void intent(Command command) {
        change(tables -> tables.commands.add(command));
    }

    @Override
    public void reached(String commandId, CommandState state) {
        change(tables -> tables.commands.reached(commandId, state));
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
    public void initializing(Initialization asked) {
        change(tables -> tables.initializes.add(asked));
    }

    @Override
    public void initialized(Initialization asked) {
        change(tables -> tables.initializes.answered(asked));
    }

    @Override
    public List<Initialization> initializations() {
        return reading.query(tables -> tables.initializes.all());
    }

    @Override
    public void keepAlerts(List<KeptAlert> alerts) {
        change(tables -> tables.alerts.keep(alerts));
    }

    @Override
    public List<KeptAlert> alerts(Instant from) {
        return reading.query(tables -> tables.alerts.since(from));
    }

    @Override
    public void blind(BlindSpan span) {
        change(tables -> tables.blindSpans.add(span));
    }

    @Override
    public History history(MigrationKey migration, Instant from) {
        return reading.query(tables -> tables.history(migration, from));
    }

    @Override
    public Disposal disposable(Instant before) {
        return reading.query(tables -> tables.retention.disposable(before));
    }

    @Override
    public Disposal dispose(Instant before) {
        health.refuseIfDamaged();
        return writing.query(tables -> tables.retention.dispose(before));
    }

    @Override
    public JournalExport export(ZoneId zone) {
        return new JournalExport(health.file(), zone);
    }

    /**
     * How much it holds. Blocks for seconds where that is much; keeps nothing else waiting.
     *
     * @throws JournalException with a sentence for the person when it cannot be read
     */
    public JournalFigures figures() {
        try {
            return JournalFigures.of(health.file());
        } catch (SQLException | IOException fault) {
            throw Faults.of(health.file().database(), fault);
        }
    }

    private void change(Transactions.Change change) {
        health.refuseIfDamaged();
        writing.change(change);
        upkeep.whenDue();
    }

    @Override
    public void close() {
        upkeep.close();
        // The writer last: whoever is last takes the write-ahead log into the file.
        for (AutoCloseable each : List.of(reading, writing, lock)) {
            try {
                each.close();
            } catch (Exception unimportant) {
                // What was acknowledged is on disk, and the system takes the rest back.
            }
        }
    }
}
