package dev.longshore.journal;

import dev.longshore.model.AlertRecord;
import dev.longshore.model.CalendarAddress;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.History;
import dev.longshore.model.Initialization;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.OutgoingMessage;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.WatchGap;
import dev.longshore.model.activity.ActivityPage;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.OwnDeadline;
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
import java.util.function.Function;

/**
 * The journal in one SQLite file, {@code journal.db} in the data folder, which the {@code sqlite3} tool can read at any
 * time. Only one program at a time has it open.
 */
public final class SqliteJournal implements Journal {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A window waits for it. */
    private static final Duration TIME_TO_CHECK = Duration.ofMillis(500);

    private final Sql lock;
    private final Transactions writing;
    private final Transactions reading;
    private final DailyMaintenance dailyMaintenance;
    private final JournalHealth journalHealth;

    SqliteJournal(Sql lock, Transactions writing, Transactions reading, DailyMaintenance dailyMaintenance,
            JournalHealth journalHealth) {
        this.lock = lock;
        this.writing = writing;
        this.reading = reading;
        this.dailyMaintenance = dailyMaintenance;
        this.journalHealth = journalHealth;
        dailyMaintenance.runIfDue();
    }

    /**
     * Opens the journal of a data folder, or begins one. Blocks: it looks for damage, at most half a second before it
     * returns and then in the background.
     *
     * @param dataFolder made where there is none, for its owner only
     * @param english words the facts that stand as text in the file, for those who read it with other tools, in UTC
     * @throws JournalException when that is not possible
     */
    public static SqliteJournal open(Path dataFolder, InstantSource clock, Function<Fact, String> english) {
        var file = new JournalFile(dataFolder.toAbsolutePath(), PATIENCE);
        return new JournalOpener(file, clock, TIME_TO_CHECK, english).journal();
    }

    /**
     * What a data folder's list holds, read beside the program that has the journal open, if any does. Blocks; makes
     * nothing where there is no journal.
     *
     * @throws JournalException when it cannot be read
     */
    public static StoredList readList(Path dataFolder) {
        var file = new JournalFile(dataFolder.toAbsolutePath(), PATIENCE);
        try {
            return file.isMissing() ? StoredList.empty() : readList(file);
        } catch (IOException | SQLException fault) {
            throw JournalErrors.of(file.database(), fault);
        }
    }

    private static StoredList readList(JournalFile file) throws SQLException {
        try (var sql = file.openForReading()) {
            Schema.refuseNewer(sql, file.database());
            return Transactions.thatRead(new JournalHealth(file, Optional.empty()), sql).query(StoredList::of);
        }
    }

    @Override
    public Optional<Fact> notice() {
        return journalHealth.notice();
    }

    @Override
    public List<Connection> connections() {
        return reading.query(journalTables -> journalTables.connections.all());
    }

    @Override
    public void save(Connection connection) {
        change(journalTables -> journalTables.connections.save(connection));
    }

    @Override
    public void forget(ConnectionId connection) {
        change(journalTables -> journalTables.forget(connection));
    }

    @Override
    public List<RegisteredMigration> register() {
        return reading.query(journalTables -> journalTables.register.all());
    }

    @Override
    public void save(RegisteredMigration migration) {
        change(journalTables -> journalTables.register.save(migration));
    }

    @Override
    public void remove(MigrationKey migration) {
        change(journalTables -> journalTables.register.remove(migration));
    }

    @Override
    public List<Database> databases(ConnectionId connection) {
        return reading.query(journalTables -> journalTables.databases.all(connection));
    }

    @Override
    public void saveDatabases(ConnectionId connection, List<Database> databases) {
        change(journalTables -> journalTables.databases.replace(connection, databases));
    }

    @Override
    public Map<MigrationKey, LastKnown> lastKnown() {
        return reading.query(journalTables -> journalTables.lastKnown.ofRegister());
    }

    @Override
    public void recordObservation(Observation observation, LastKnown lastKnown) {
        journalHealth.refuseIfDamaged();
        writing.changeTogether(journalTables -> journalTables.recordObservation(observation, lastKnown));
        dailyMaintenance.runIfDue();
    }

    @Override
    public void importHistory(List<Observation> observations, List<Command> asked) {
        change(journalTables -> journalTables.importHistory(observations, asked));
    }

    @Override
    public void recordIntent(Command command) {
        change(journalTables -> journalTables.commands.add(command));
    }

    @Override
    public void recordState(String commandId, CommandState state) {
        change(journalTables -> journalTables.commands.recordState(commandId, state));
    }

    @Override
    public List<Command> openCommands() {
        return reading.query(journalTables -> journalTables.commands.open());
    }

    @Override
    public List<Command> recentCommands(int limit) {
        return reading.query(journalTables -> journalTables.commands.recent(limit));
    }

    @Override
    public void recordInitialization(Initialization asked) {
        change(journalTables -> journalTables.initializes.add(asked));
    }

    @Override
    public void recordInitializationAnswer(Initialization asked) {
        change(journalTables -> journalTables.initializes.recordAnswer(asked));
    }

    @Override
    public List<Initialization> initializations() {
        return reading.query(journalTables -> journalTables.initializes.all());
    }

    @Override
    public void saveAlerts(List<AlertRecord> alerts) {
        change(journalTables -> journalTables.alerts.save(alerts));
    }

    @Override
    public List<AlertRecord> alerts(Instant from) {
        return reading.query(journalTables -> journalTables.alerts.since(from));
    }

    @Override
    public void saveMessages(List<OutgoingMessage> messages) {
        change(journalTables -> journalTables.outbox.save(messages));
    }

    @Override
    public List<OutgoingMessage> messages() {
        return reading.query(journalTables -> journalTables.outbox.needed());
    }

    @Override
    public void purgeMessages(Instant before) {
        change(journalTables -> journalTables.outbox.purge(before));
    }

    @Override
    public void recordGap(WatchGap gap) {
        change(journalTables -> journalTables.watchGaps.add(gap));
    }

    @Override
    public void recordUnwatched(Instant from, Instant to, WatchGap.Reason reason) {
        change(journalTables -> journalTables.watchGaps.addPeriod(from, to, reason));
    }

    @Override
    public List<OwnDeadline> ownDeadlines() {
        return reading.query(journalTables -> journalTables.ownDeadlines.all());
    }

    @Override
    public void save(OwnDeadline deadline) {
        change(journalTables -> journalTables.ownDeadlines.save(deadline));
    }

    @Override
    public List<FreezeWindow> freezeWindows() {
        return reading.query(journalTables -> journalTables.freezeWindows.all());
    }

    @Override
    public void save(FreezeWindow window) {
        change(journalTables -> journalTables.freezeWindows.save(window));
    }

    @Override
    public void removeFreeze(String id) {
        change(journalTables -> journalTables.freezeWindows.remove(id));
    }

    @Override
    public Optional<CalendarAddress> calendarAddress() {
        return reading.query(journalTables -> journalTables.calendarAddress.inForce());
    }

    @Override
    public void offerCalendar(CalendarAddress address) {
        change(journalTables -> journalTables.calendarAddress.replace(address));
    }

    @Override
    public void revokeCalendar(Instant at) {
        change(journalTables -> journalTables.calendarAddress.revoke(at));
    }

    @Override
    public ActivityPage activity(ActivityQuery query) {
        return reading.query(journalTables -> journalTables.activity.page(query));
    }

    @Override
    public History history(MigrationKey migration, Instant from) {
        return reading.query(journalTables -> journalTables.history(migration, from));
    }

    @Override
    public PurgeResult purgeable(Instant before) {
        return reading.query(journalTables -> journalTables.journalPurge.purgeable(before));
    }

    @Override
    public PurgeResult purge(Instant before) {
        journalHealth.refuseIfDamaged();
        return writing.query(journalTables -> journalTables.journalPurge.purge(before));
    }

    @Override
    public JournalExport export(ZoneId zone, Function<Fact, String> words) {
        return new JournalExport(journalHealth.file(), zone, words);
    }

    /**
     * How much it holds. Blocks for seconds where that is much; keeps nothing else waiting.
     *
     * @throws JournalException when it cannot be read
     */
    public JournalFigures figures() {
        try {
            return JournalFigures.of(journalHealth.file());
        } catch (SQLException | IOException fault) {
            throw JournalErrors.of(journalHealth.file().database(), fault);
        }
    }

    private void change(Sql.SqlConsumer<JournalTables> tableChange) {
        journalHealth.refuseIfDamaged();
        writing.change(tableChange);
        dailyMaintenance.runIfDue();
    }

    @Override
    public void close() {
        dailyMaintenance.close();
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
