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

/**
 * The memory of the program. A method that returns has its rows on disk (acknowledged); one that cannot throws {@link
 * JournalException} and has changed nothing. Safe for use by several threads; blocks, and must not be called on the FX
 * thread. Holds no token and no credential.
 */
public interface Journal extends AutoCloseable {
    /** The connections that were kept, in the order they were made. */
    List<Connection> connections();

    /** Keeps a connection, or its new name, colour or endpoint. */
    void save(Connection connection);

    /** Takes a connection off the list, with its entries of the register; what was observed stays. */
    void forget(ConnectionId connection);

    /** The register: the migrations on the list, in the order they were put there. */
    List<RegisteredMigration> register();

    /** Puts a migration on the list, or renames it. */
    void save(RegisteredMigration migration);

    /** Takes a migration off the list; what was observed stays. */
    void remove(MigrationKey migration);

    /** The databases of a connection as last listed, or an empty list. */
    List<Database> databases(ConnectionId connection);

    /**
     * Keeps the databases of a connection as just listed.
     *
     * @param listedAt when, in UTC; null where the list is not whole, so that colleagues list them themselves
     */
    void saveDatabases(ConnectionId connection, List<Database> databases, @Nullable Instant listedAt);

    /** When the databases of each connection were last listed as a whole, in UTC; without those that never were. */
    Map<ConnectionId, Instant> databasesListedAt();

    /** Per migration on the list the last good value of each field. */
    Map<MigrationKey, LastKnown> lastKnown();

    /**
     * Keeps an observation: as a row of its own when it says something new, else only as the newest time at which the
     * same was seen.
     *
     * @param lastKnown what is known after it
     */
    void recordObservation(Observation observation, LastKnown lastKnown);

    /**
     * Keeps what was observed and asked for elsewhere, of migrations of which nothing is kept yet; all of it or nothing.
     *
     * @param observations of each migration oldest first
     * @param commands of each migration oldest first, with all their states
     */
    void importHistory(List<Observation> observations, List<Command> commands);

    /** Keeps what was asked for. Returns only when it is on disk: the call leaves after that. */
    void recordIntent(Command command);

    /**
     * As {@link #recordIntent(Command)}, unless another program on the same journal has asked for something on the same
     * migration that this one has not heard of.
     *
     * @param seen the position of the newest {@link #colleagueNews} that was known when it was decided to ask
     * @throws JournalException of the kind COLLEAGUE_FIRST in that case
     */
    default void recordIntent(Command command, long seen) {
        recordIntent(command);
    }

    /** The call of a command whose intent could perhaps not be kept was not sent; where it was kept, it ends so. */
    default void withdrawIntent(String commandId, CommandState state) {
        // A journal that one program has to itself kept nothing of it.
    }

    /** What other programs on the same journal have done since that position; 0 for everything. */
    default ColleagueNews colleagueNews(long after) {
        return ColleagueNews.NONE;
    }

    /** Lets the other programs know that a question brought no good answer. */
    default void recordFailedLook(FailedLook failedLook) {
        // Nobody else asks for a journal that one program has to itself.
    }

    /** Lets the other programs know that this one is there; to be called several times a minute. */
    default void showPresence() {
        // A journal that one program has to itself.
    }

    /** True where several programs use this journal at the same time. */
    default boolean isShared() {
        return false;
    }

    /** True where it may only be read: what would be recorded by itself is left out, and what a user changes is refused. */
    default boolean isForReading() {
        return false;
    }

    /** By which the programs on a shared journal tell each other apart; empty where it is not shared. */
    default String desk() {
        return "";
    }

    /** Keeps the next state of a command. */
    void recordState(String commandId, CommandState state);

    /** Commands whose outcome was not decided when the program ended, oldest first. */
    List<Command> openCommands();

    /** The newest commands of all migrations, newest first. */
    List<Command> recentCommands(int limit);

    /** Keeps that a migration is to be made. Returns only when it is on disk: the call leaves after that. */
    void recordInitialization(Initialization asked);

    /**
     * Keeps what came of it, once; a migration that was made is on the list in the same moment. One whose answer was lost
     * can be dismissed after that.
     */
    void recordInitializationAnswer(Initialization asked);

    /** Every migration that was to be made, newest first. */
    List<Initialization> initializations();

    /** Keeps alerts with their states so far, all or none: the new ones, and of those that were kept the new states. */
    void saveAlerts(List<AlertRecord> alerts);

    /**
     * As {@link #saveAlerts(List)}, together with what is to be known of them at every desk of a team.
     */
    void saveAlerts(List<AlertRecord> alerts, List<Remark> remarks);

    /** What users have let each other know after that position; 0 for everything. */
    RecordedRemarks remarks(long after);

    /** Keeps what a user lets the others know. */
    void recordRemark(Remark remark);

    /** The alerts that are not over, and those of which anything was kept from {@code from} on; newest first. */
    List<AlertRecord> alerts(Instant from);

    /** Keeps messages to the routes of notifications, all or none: the new ones, and of those that were kept the endings. */
    void saveMessages(List<OutgoingMessage> messages);

    /** The messages that are waiting, and the newest of each alert that is not over; in the order they were made. */
    List<OutgoingMessage> messages();

    /** Throws away the messages that ended before that time (UTC), except the newest of each alert that is not over. */
    void purgeMessages(Instant before);

    /** Keeps a time in which nobody watched. */
    void recordGap(WatchGap gap);

    /** Keeps a period in which nothing at all was watched, both ends in UTC. */
    void recordUnwatched(Instant from, Instant to, WatchGap.Reason reason);

    /** The deadlines that users have set, in the order they were made; those that were taken away among them. */
    List<OwnDeadline> ownDeadlines();

    /** Keeps a deadline, or what has changed of it. */
    void save(OwnDeadline deadline);

    /** The freeze windows, in the order they were made; those that were taken away among them. */
    List<FreezeWindow> freezeWindows();

    /** Keeps a freeze window, what has changed of it, or that it was taken away. */
    void save(FreezeWindow window);

    /** Under which address the calendar is offered; empty where it is not. */
    Optional<CalendarAddress> calendarAddress();

    /** Offers the calendar under this address and no other. */
    void offerCalendar(CalendarAddress address);

    /** Offers the calendar no more, from that time on (UTC). */
    void revokeCalendar(Instant at);

    /** What users have set for the queues of databases. */
    List<LaunchQueue> launchQueues();

    /**
     * Keeps what is set for a queue. An approval by which another program has launched something meanwhile stays used.
     */
    void save(LaunchQueue queue);

    /**
     * Uses the approval of a migration for the launch that follows, once, whoever asks: on disk before the launch is.
     *
     * @return false where it was used or withdrawn, or its queue does not launch by itself any more
     */
    boolean useApproval(MigrationKey migration, Instant at);

    /** The lists of files that were given for the ledger of a migration. */
    List<KeptFileList> fileLists(MigrationKey migration);

    /** Keeps such lists, each in the place of the one of the same node and side. */
    void saveFileLists(List<KeptFileList> lists);

    /** Forgets those of a migration. */
    void removeFileLists(MigrationKey migration);

    /** A page of everything that happened, newest first. */
    ActivityPage activity(ActivityQuery query);

    /** What is kept of one migration from {@code from} on, together with the state in which it was at that time. */
    History history(MigrationKey migration, Instant from);

    /** What {@link #purge} would throw away. */
    PurgeResult purgeable(Instant before);

    /**
     * Throws away what was observed before that time (UTC) of migrations that are closed, for good. The newest
     * observation of each stays, and so does everything else.
     */
    PurgeResult purge(Instant before);

    /**
     * Writes what is kept into files.
     *
     * @param zone the one of the times in the files
     * @param words words the facts in the files, in the same zone
     */
    JournalExport export(ZoneId zone, Function<Fact, String> words);

    /**
     * How much it holds. Blocks for seconds where that is much; keeps nothing else waiting.
     *
     * @throws JournalException when it cannot be read
     */
    JournalFigures figures();

    /** What the user should know of the journal's own state (set aside, no backup), or empty. */
    default Optional<Fact> notice() {
        return Optional.empty();
    }

    /** Lets go of the file. Does not throw. */
    @Override
    void close();
}
