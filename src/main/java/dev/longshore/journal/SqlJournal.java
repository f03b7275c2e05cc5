package dev.longshore.journal;

import dev.longshore.model.AlertRecord;
import dev.longshore.model.CalendarAddress;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.FreeText;
import dev.longshore.model.History;
import dev.longshore.model.Initialization;
import dev.longshore.model.KeptFileList;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.OutgoingMessage;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Remark;
import dev.longshore.model.WatchGap;
import dev.longshore.model.activity.ActivityPage;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.launch.LaunchQueue;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.OwnDeadline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A journal in tables: what is the same whichever database holds them. */
abstract class SqlJournal implements Journal {
    private final Transactions writing;
    private final Transactions reading;

    SqlJournal(Transactions writing, Transactions reading) {
        this.writing = writing;
        this.reading = reading;
    }

    /** Throws a {@link JournalException} where nothing may be written. */
    abstract void beforeChange();

    /** Called after each change; returns at once. */
    abstract void afterChange();

    /** How an export and what counts the rows read, each through a connection of its own. */
    abstract JournalExport.Source source();

    <T> T read(Sql.SqlFunction<JournalTables, T> tableQuery) {
        return reading.query(tableQuery);
    }

    /** @throws JournalException where there is a refusal */
    static void require(Optional<Fact> refusal) {
        refusal.ifPresent(why -> {
            throw new JournalException(why);
        });
    }

    final void change(Sql.SqlConsumer<JournalTables> tableChange) {
        beforeChange();
        writing.change(tableChange);
        afterChange();
    }

    @Override
    public List<Connection> connections() {
        return read(journalTables -> journalTables.connections.all());
    }

    @Override
    public void save(Connection connection) {
        require(FreeText.refusal(connection.name()));
        change(journalTables -> journalTables.connections.save(connection));
    }

    @Override
    public void forget(ConnectionId connection) {
        change(journalTables -> journalTables.forget(connection));
    }

    @Override
    public List<RegisteredMigration> register() {
        return read(journalTables -> journalTables.register.all());
    }

    @Override
    public void save(RegisteredMigration migration) {
        require(FreeText.refusal(migration.name(), migration.tags()));
        change(journalTables -> journalTables.register.save(migration));
    }

    @Override
    public void remove(MigrationKey migration) {
        change(journalTables -> {
            journalTables.register.remove(migration);
            journalTables.launchQueues.remove(migration);
            journalTables.fileLists.removeAll(migration);
        });
    }

    @Override
    public List<Database> databases(ConnectionId connection) {
        return read(journalTables -> journalTables.databases.all(connection));
    }

    @Override
    public void saveDatabases(ConnectionId connection, List<Database> databases, @Nullable Instant listedAt) {
        change(journalTables -> {
            journalTables.databases.replace(connection, databases);
            journalTables.connections.saveListedAt(connection, listedAt);
        });
    }

    @Override
    public Map<ConnectionId, Instant> databasesListedAt() {
        return read(journalTables -> journalTables.connections.databasesListedAt());
    }

    @Override
    public Map<MigrationKey, LastKnown> lastKnown() {
        return read(journalTables -> journalTables.lastKnown.ofRegister());
    }

    @Override
    public void recordObservation(Observation observation, LastKnown lastKnown) {
        changeTogether(journalTables -> journalTables.recordObservation(observation, lastKnown));
    }

    /** As {@link #change}, in one transaction with what others change in the same moment. */
    final void changeTogether(Sql.SqlConsumer<JournalTables> tableChange) {
        beforeChange();
        writing.changeTogether(tableChange);
        afterChange();
    }

    @Override
    public void importHistory(List<Observation> observations, List<Command> asked) {
        change(journalTables -> journalTables.importHistory(observations, asked));
    }

    @Override
    public void recordIntent(Command command) {
        require(FreeText.refusal(command.author().reason()));
        change(journalTables -> journalTables.commands.add(command));
    }

    @Override
    public void recordState(String commandId, CommandState state) {
        change(journalTables -> journalTables.commands.recordState(commandId, state));
    }

    @Override
    public List<Command> openCommands() {
        return read(journalTables -> journalTables.commands.open());
    }

    @Override
    public List<Command> recentCommands(int limit) {
        return read(journalTables -> journalTables.commands.recent(limit));
    }

    @Override
    public void recordInitialization(Initialization asked) {
        require(FreeText.refusal(asked.name()));
        change(journalTables -> journalTables.initializes.add(asked));
    }

    @Override
    public void recordInitializationAnswer(Initialization asked) {
        change(journalTables -> journalTables.initializes.recordAnswer(asked));
    }

    @Override
    public List<Initialization> initializations() {
        return read(journalTables -> journalTables.initializes.all());
    }

    @Override
    public void saveAlerts(List<AlertRecord> alerts) {
        change(journalTables -> journalTables.alerts.save(alerts));
    }

    @Override
    public void saveAlerts(List<AlertRecord> alerts, List<Remark> remarks) {
        change(journalTables -> {
            journalTables.alerts.save(alerts);
            journalTables.remarks.add(remarks);
        });
    }

    @Override
    public RecordedRemarks remarks(long after) {
        return read(journalTables -> journalTables.remarks.after(after));
    }

    @Override
    public void recordRemark(Remark remark) {
        require(FreeText.refusal(remark.text()));
        change(journalTables -> journalTables.remarks.add(List.of(remark)));
    }

    @Override
    public List<AlertRecord> alerts(Instant from) {
        return read(journalTables -> journalTables.alerts.since(from));
    }

    @Override
    public void saveMessages(List<OutgoingMessage> messages) {
        change(journalTables -> journalTables.outbox.save(messages));
    }

    @Override
    public List<OutgoingMessage> messages() {
        return read(journalTables -> journalTables.outbox.needed());
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
        return read(journalTables -> journalTables.ownDeadlines.all());
    }

    @Override
    public void save(OwnDeadline deadline) {
        require(FreeText.refusal(deadline.name(), deadline.route()));
        change(journalTables -> journalTables.ownDeadlines.save(deadline));
    }

    @Override
    public List<FreezeWindow> freezeWindows() {
        return read(journalTables -> journalTables.freezeWindows.all());
    }

    @Override
    public void save(FreezeWindow window) {
        require(FreeText.refusal(window.name(), window.scope().tag()));
        change(journalTables -> journalTables.freezeWindows.save(window));
    }

    @Override
    public Optional<CalendarAddress> calendarAddress() {
        return read(journalTables -> journalTables.calendarAddress.inForce());
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
    public List<LaunchQueue> launchQueues() {
        return read(journalTables -> journalTables.launchQueues.all());
    }

    @Override
    public void save(LaunchQueue queue) {
        queue.launches().forEach(each -> each.approval().ifPresent(
                approval -> require(FreeText.refusal(approval.reason()))));
        change(journalTables -> journalTables.launchQueues.save(queue));
    }

    @Override
    public boolean useApproval(MigrationKey migration, Instant at) {
        beforeChange();
        var isUsed = writing.query(journalTables -> journalTables.launchQueues.useApproval(migration, at));
        afterChange();
        return isUsed;
    }

    @Override
    public List<KeptFileList> fileLists(MigrationKey migration) {
        return read(journalTables -> journalTables.fileLists.all(migration));
    }

    @Override
    public void saveFileLists(List<KeptFileList> lists) {
        change(journalTables -> {
            for (var each : lists) {
                journalTables.fileLists.save(each);
            }
        });
    }

    @Override
    public void removeFileLists(MigrationKey migration) {
        change(journalTables -> journalTables.fileLists.removeAll(migration));
    }

    @Override
    public ActivityPage activity(ActivityQuery query) {
        return read(journalTables -> journalTables.activity.page(query));
    }

    @Override
    public History history(MigrationKey migration, Instant from) {
        return read(journalTables -> journalTables.history(migration, from));
    }

    @Override
    public PurgeResult purgeable(Instant before) {
        return read(journalTables -> journalTables.journalPurge.purgeable(before));
    }

    @Override
    public PurgeResult purge(Instant before) {
        beforeChange();
        return writing.query(journalTables -> journalTables.journalPurge.purge(before));
    }

    @Override
    public JournalExport export(ZoneId zone, Function<Fact, String> words) {
        return new JournalExport(source(), zone, words);
    }

    @Override
    public void close() {
        // The writer last: whoever is last takes the write-ahead log into the file.
        closeQuietly(reading);
        closeQuietly(writing);
    }

    /** What was acknowledged is on disk, and the system takes the rest back. */
    static void closeQuietly(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception unimportant) {
            // Nothing depends on it.
        }
    }
}
