package dev.longshore.journal;

import dev.longshore.model.AlertRecord;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.FreeText;
import dev.longshore.model.Initialization;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.OutgoingMessage;
import dev.longshore.model.Remark;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a team in a PostgreSQL database, which several programs use at the same time. One of them writes at a
 * time, so that all see what was recorded in one order. A connection that breaks is made anew by whoever needs it next.
 */
public final class PostgresJournal extends SqlJournal {
    /** Held until the transaction ends; one for each schema of a database. */
    static final String WRITER_LOCK = "SELECT pg_advisory_xact_lock(1280265554, hashtext(current_schema()))";
    private static final String BEGIN_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private final PostgresServer server;
    private final String user;
    private final boolean forReading;

    private PostgresJournal(PostgresServer server, Function<Fact, String> english, String user, boolean forReading) {
        super(
                new Transactions(server, server::open, sql -> new JournalTables(sql, english), "BEGIN; " + WRITER_LOCK),
                new Transactions(server, server::open, sql -> new JournalTables(sql, Fact::toString), BEGIN_READING));
        this.server = server;
        this.user = user;
        this.forReading = forReading;
    }

    /**
     * Opens the journal of a team, and makes its tables where there are none. Blocks.
     *
     * @param english words the facts that stand as text in the tables, in UTC
     * @param user who uses this computer, for the colleagues
     * @throws JournalException when that is not possible
     */
    public static PostgresJournal open(PostgresServer server, Function<Fact, String> english, String user) {
        try (var sql = server.open()) {
            Schema.bringServerUpToDate(sql, server.place());
            return new PostgresJournal(server, english, user, TeamJournal.isForReading(sql));
        } catch (SQLException fault) {
            throw server.toJournalException(fault);
        }
    }

    /**
     * What the list of a team holds. Blocks; makes nothing where there is no journal.
     *
     * @throws JournalException when it cannot be read
     */
    public static StoredList readList(PostgresServer server) {
        try (var sql = server.open();
                var reading = new Transactions(
                        server, () -> sql, each -> new JournalTables(each, Fact::toString), BEGIN_READING)) {
            return Schema.refuseNewerServer(sql, server.place()) == 0
                    ? StoredList.empty()
                    : reading.query(StoredList::of);
        } catch (SQLException fault) {
            throw server.toJournalException(fault);
        }
    }

    @Override
    void beforeChange() {
        // What else is wrong with a server, it says itself.
        if (forReading) {
            throw new JournalException(Fact.of(JournalFact.SERVER_FOR_READING, server.place()));
        }
    }

    @Override
    void afterChange() {
        // Checks and backups are the server's.
    }

    @Override
    JournalExport.Source source() {
        return new JournalExport.Source(server::openForExport, server);
    }

    /** What a colleague has seen later stays what is known; what this desk saw before becomes part of the history. */
    @Override
    public void recordObservation(Observation observation, LastKnown lastKnown) {
        recordByItself(() -> changeTogether(journalTables -> {
            if (journalTables.colleagues.hasSeenLater(observation)) {
                journalTables.recordEarlier(observation);
            } else {
                journalTables.recordObservation(observation, lastKnown);
            }
        }));
    }

    @Override
    public void recordFailedLook(FailedLook failedLook) {
        recordByItself(() -> changeTogether(journalTables -> journalTables.lastKnown.saveFailedLook(failedLook)));
    }

    private void recordByItself(Runnable recording) {
        if (!forReading) {
            recording.run();
        }
    }

    @Override
    public void saveDatabases(ConnectionId connection, List<Database> databases, @Nullable Instant listedAt) {
        recordByItself(() -> super.saveDatabases(connection, databases, listedAt));
    }

    @Override
    public void saveAlerts(List<AlertRecord> alerts, List<Remark> remarks) {
        recordByItself(() -> super.saveAlerts(alerts, remarks));
    }

    @Override
    public void saveMessages(List<OutgoingMessage> messages) {
        recordByItself(() -> super.saveMessages(messages));
    }

    @Override
    public void purgeMessages(Instant before) {
        recordByItself(() -> super.purgeMessages(before));
    }

    @Override
    public void recordGap(WatchGap gap) {
        recordByItself(() -> super.recordGap(gap));
    }

    @Override
    public void recordUnwatched(Instant from, Instant to, WatchGap.Reason reason) {
        recordByItself(() -> super.recordUnwatched(from, to, reason));
    }

    @Override
    public String desk() {
        return server.desk();
    }

    @Override
    public boolean isForReading() {
        return forReading;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void recordIntent(Command command, long seen) {
        require(FreeText.refusal(command.author().reason()));
        change(journalTables -> {
            journalTables.colleagues.refuseBehindColleague(command.key(), seen);
            journalTables.commands.add(command);
        });
    }

    @Override
    public void withdrawIntent(String commandId, CommandState state) {
        change(journalTables -> {
            if (journalTables.colleagues.isKnown(commandId)) {
                journalTables.commands.recordState(commandId, state);
            }
        });
    }

    /** What was already recorded, or decided meanwhile, is not recorded once more. */
    @Override
    public void recordState(String commandId, CommandState state) {
        change(journalTables -> {
            if (journalTables.colleagues.isNews(commandId, state)) {
                journalTables.commands.recordState(commandId, state);
            }
        });
    }

    @Override
    public ColleagueNews colleagueNews(long after) {
        return read(journalTables -> journalTables.colleagues.news(after, journalTables));
    }

    @Override
    public void showPresence() {
        recordByItself(() -> change(journalTables -> journalTables.colleagues.showPresence(user)));
    }

    /** Where the server cannot be reached, the others find out after a minute that this desk is gone. */
    @Override
    public void close() {
        closeQuietly(() -> recordByItself(() -> change(journalTables -> journalTables.colleagues.leave())));
        super.close();
    }

    /** Those of this desk, and of desks that are gone. */
    @Override
    public List<Command> openCommands() {
        return read(journalTables -> {
            var others = journalTables.colleagues.openElsewhere();
            return journalTables.commands.open().stream().filter(each -> !others.contains(each.id())).toList();
        });
    }

    /** Those of this desk. */
    @Override
    public List<Initialization> initializations() {
        return read(journalTables -> {
            var own = journalTables.colleagues.ownInitializations();
            return journalTables.initializes.all().stream().filter(each -> own.contains(each.id())).toList();
        });
    }

    @Override
    public JournalFigures figures() {
        try (var sql = server.openForExport()) {
            return JournalFigures.ofServer(sql, server.place(), Schema.NEWEST);
        } catch (SQLException fault) {
            throw server.toJournalException(fault);
        }
    }
}
