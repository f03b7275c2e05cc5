package dev.longshore.watch;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.journal.ExportFormat;
import dev.longshore.journal.PurgeResult;
import dev.longshore.model.Action;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.CalendarAddress;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.FreeText;
import dev.longshore.model.History;
import dev.longshore.model.Initialization;
import dev.longshore.model.KeptFileList;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Remark.AlertCause;
import dev.longshore.model.Secret;
import dev.longshore.model.activity.ActivityPage;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.model.launch.Preflight.ServiceAnswers;
import dev.longshore.model.userdate.CleanupPolicy;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.OwnDeadline;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the window knows of the background service layer. No method blocks; every future is completed on a thread of the
 * watch, never exceptionally for a fault of network, service, keystore or disk unless its method says so.
 */
public interface Watch extends AutoCloseable {
    /** What is known now. */
    Snapshot snapshot();

    /**
     * Calls {@code listener} with every snapshot from now on, the present one first, on a thread of the watch; until
     * the returned subscription is closed.
     */
    WatchSubscription subscribe(Consumer<Snapshot> listener);

    /** Asks about every migration now, spread out within the budget of its connection. */
    void pollNow();

    /** Asks about one migration now. */
    void pollNow(MigrationKey migration);

    /**
     * Keeps the upload credentials of the migration that the user looks at up to date. In a team only those are asked for that
     * somebody uses, as a journal holds none.
     *
     * @param migration the one, or null where the user looks at none
     */
    default void useCredentials(@Nullable MigrationKey migration) {}

    /**
     * Adds a connection, or takes over its new settings, and begins to watch it.
     *
     * @param token its new token, or null to use the one that is kept; the watch keeps a copy
     * @return what the service says of the token
     */
    default CompletableFuture<ConnectionCheck> connect(Connection connection, @Nullable Secret token) {
        return connect(connection, token, () -> true);
    }

    /**
     * As {@link #connect(Connection, Secret)}; what nobody wants any more when the service has answered changes nothing.
     *
     * @param isWanted asked on another thread, before anything is kept
     */
    CompletableFuture<ConnectionCheck> connect(
            Connection connection, @Nullable Secret token, BooleanSupplier isWanted);

    /**
     * Stops watching a connection and takes it, its migrations and its token off this computer.
     *
     * @return what to tell the user when the token may still be in the keystore
     */
    CompletableFuture<Optional<Fact>> forget(ConnectionId connection);

    /** What the keystore is and whether it answers; asks the user for nothing. */
    CompletableFuture<KeystoreState> keystore();

    /**
     * Has the system ask the user to unlock the keystore, where it is locked; then watches the connections whose
     * tokens were waiting in it, and files there what was kept for the session only. Completes when the user has
     * answered.
     */
    CompletableFuture<KeystoreState> unlock();

    /**
     * Puts a migration on the list and asks about it at once. Where it is there already, only the name and the tags that
     * it does not have are taken over.
     *
     * @param name the user's own name for it; a blank one is shown under its database's name
     * @param tags the user's own words for it
     */
    CompletableFuture<AddOutcome> add(MigrationKey migration, String name, List<String> tags);

    /** As {@link #add(MigrationKey, String, List)}, without tags. */
    default CompletableFuture<AddOutcome> add(MigrationKey migration, String name) {
        return add(migration, name, List.of());
    }

    /** Gives a migration another name of the user's own. Completes with {@code FactException} where {@link FreeText} refuses it. */
    CompletableFuture<Void> rename(MigrationKey migration, String name);

    /**
     * Gives a migration other tags: words of the user's own, in their order; blank ones and doubles are left out. Completes
     * with {@code FactException} where {@link FreeText} refuses one.
     */
    CompletableFuture<Void> tag(MigrationKey migration, List<String> tags);

    /** Takes a migration off the list; never touches the service. */
    CompletableFuture<Void> remove(MigrationKey migration);

    /**
     * Asks the service to do something: writes the intent to the journal, then calls once, then records the answer.
     * What became of it is decided by the observations that follow and shown in the snapshots.
     *
     * @return the command once the call was answered, or was certain to have no answer; refused without a call where
     *     the rules forbid it or the intent could not be written
     */
    CompletableFuture<Command> command(CommandRequest request);

    /** As {@link #command(CommandRequest)}, without a reason. */
    default CompletableFuture<Command> command(MigrationKey migration, Action action,
            @Nullable CleanupTime cleanupTime) {
        return command(new CommandRequest(migration, action, cleanupTime, ""));
    }

    /** The lists of files kept for the ledger of a migration. Completes with {@code JournalException} when unreadable. */
    default CompletableFuture<List<KeptFileList>> fileLists(MigrationKey migration) {
        return CompletableFuture.completedFuture(List.of());
    }

    /** Keeps lists of files, each in the place of the one of the same node and side. Returns why not, if so. */
    default CompletableFuture<Optional<Fact>> saveFileLists(List<KeptFileList> lists) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Forgets the lists of files of a migration. Returns why that was not possible, if so. */
    default CompletableFuture<Optional<Fact>> removeFileLists(MigrationKey migration) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** What the service says of a database and its PCU group now; reads only. */
    default CompletableFuture<ServiceAnswers> askAbout(DatabaseKey database) {
        return new CompletableFuture<>();
    }

    /**
     * Changes the queue of a database: the order of its imports, which of them may be launched when it is their turn, and
     * whether they are. What is launched so goes the way of {@link #command(CommandRequest)}.
     *
     * @return why that could not be kept, if so; then it is as it was
     */
    default CompletableFuture<Optional<Fact>> changeQueue(DatabaseKey database, QueueChange change) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /**
     * Asks the service to make a migration: a note of it is on disk before the call leaves, the call leaves once, and the
     * ID is on disk and the migration on the list as soon as the answer is there.
     *
     * @param name the user's own name for it; a blank one is shown under its database's name
     */
    default CompletableFuture<InitializeOutcome> initialize(
            ConnectionId connection, InitializeRequest request, String name) {
        return initialize(connection, request, name, null);
    }

    /**
     * As {@link #initialize(ConnectionId, InitializeRequest, String)}, as the next attempt at what another migration was
     * made for.
     *
     * @param follows the failed or aborted migration before it, or null for a first attempt
     */
    CompletableFuture<InitializeOutcome> initialize(
            ConnectionId connection, InitializeRequest request, String name, @Nullable MigrationKey follows);

    /**
     * Keeps that the user knows of an initialize that was never answered: it is no longer in the snapshots.
     *
     * @param id as {@link Initialization#id} gives it
     * @return what is to be told when that could not be kept; then it is as if nobody had said so
     */
    CompletableFuture<Optional<Fact>> dismissInitialization(String id);

    /**
     * Keeps a deadline that the user has set, what has changed of it, or that it was taken away.
     *
     * @return why that could not be kept, if so; then it is as it was
     */
    default CompletableFuture<Optional<Fact>> save(OwnDeadline deadline) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Keeps a freeze window, or what has changed of it. Returns why that was not possible, if so. */
    default CompletableFuture<Optional<Fact>> save(FreezeWindow window) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Takes a freeze window away, by its ID. Returns why that was not possible, if so. */
    default CompletableFuture<Optional<Fact>> removeFreeze(String id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /**
     * Moves cleanups by these policies from now on; the next starts are told by others. Each move is announced in the
     * snapshots first, and is a command like any other.
     */
    default void usePolicies(List<CleanupPolicy> policies) {
        // A watch that asks the service for nothing moves nothing.
    }

    /**
     * Under which address the calendar is offered; empty where it is not. Completes with {@code JournalException} when
     * unreadable.
     */
    default CompletableFuture<Optional<CalendarAddress>> calendarAddress() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /**
     * Offers the calendar under a new address, and under no other. Returns why that was not possible, if so.
     *
     * @param withNames whether the names of migrations, databases and deadlines are told
     */
    default CompletableFuture<Optional<Fact>> offerCalendar(boolean withNames) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Offers the calendar no more. Returns why that was not possible, if so. */
    default CompletableFuture<Optional<Fact>> revokeCalendar() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /**
     * Calls {@code listener} with what a user should know, the present state first, and then whenever it has changed,
     * at most every few seconds; on a thread of the watch, until the returned subscription is closed.
     */
    WatchSubscription subscribeToAlerts(Consumer<AlertsSnapshot> listener);

    /**
     * Keeps that a user knows of these alerts, as far as they are not over.
     *
     * @param alertIds as {@link AlertRecord#id} gives them
     * @return why that could not be saved, if so; then it is as if nobody had said so
     */
    CompletableFuture<Optional<Fact>> acknowledge(Collection<String> alertIds);

    /**
     * Lets the others of the team know that the user looks after a migration, or after an alert of it.
     *
     * @param alert which alert; null for the migration as a whole
     * @param text what the alert says, or empty
     * @return why that could not be kept, if so; then nobody has said so
     */
    default CompletableFuture<Optional<Fact>> claim(MigrationKey migration, @Nullable AlertCause alert, String text) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Lets the others know that nobody looks after it any more. Returns why that was not possible, if so. */
    default CompletableFuture<Optional<Fact>> release(MigrationKey migration, @Nullable AlertCause alert,
            String text) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Keeps a note on a migration. Returns why that was not possible, if so. */
    default CompletableFuture<Optional<Fact>> note(MigrationKey migration, String text) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Who else uses the journal of the team now, by the names of users; empty where nobody does, or it is no team's. */
    default List<String> colleagues() {
        return List.of();
    }

    /** Why the user can change nothing in the journal, as somebody who may only read a team's; empty where they can. */
    default Optional<Fact> journalRefusal() {
        return Optional.empty();
    }

    /** The user of this computer, as the others see the name. */
    default String user() {
        return "";
    }

    /** How often it asks. */
    WatchSettings settings();

    /** How many requests may be sent over a connection at once; empty where there is no such connection. */
    default Optional<Double> requestBudget(ConnectionId connection) {
        return Optional.empty();
    }

    /** When it looked last what is due, in UTC; empty before it began. Long ago means that nothing is watched any more. */
    default Optional<Instant> lastCheck() {
        return Optional.empty();
    }

    /** Makes the troubles of the routes of notifications alerts like any other, in the place of those that were before. */
    default void showRouteTroubles(List<RouteTrouble> troubles) {
        // A watch without alerts of its own has nothing to show them in.
    }

    /** Asks by other intervals from now on, as far as its settings allow them; the next starts are told by others. */
    void useIntervals(Intervals intervals);

    /**
     * What {@link #purge} would throw away. Completes with {@code JournalException} when unreadable.
     *
     * @param before in UTC
     */
    CompletableFuture<PurgeResult> purgeable(Instant before);

    /**
     * Throws away what was observed before that time (UTC) of migrations that are closed, for good; never the list,
     * commands, the record of scheduled cleanups, or alerts. Completes with {@code JournalException} when that is not
     * possible; then nothing was.
     */
    CompletableFuture<PurgeResult> purge(Instant before);

    /**
     * Hands a page of everything the journal holds to {@code reader}, newest first. Completes with {@code
     * JournalException} when unreadable.
     *
     * @param reader makes something else of it; called on a thread of the watch
     */
    <T> CompletableFuture<T> activity(ActivityQuery query, Function<ActivityPage, T> reader);

    /** What is kept of one migration from {@code from} on. Completes with {@code JournalException} when unreadable. */
    CompletableFuture<History> history(MigrationKey migration, Instant from);

    /**
     * Writes all that is kept into one file. Completes with {@code JournalException} when that is not possible; then
     * there is no new file.
     *
     * @param zone in which the times of the file are
     * @param words words the facts in the file, in the same zone; called on a thread of the watch
     */
    CompletableFuture<Void> export(ExportFormat format, ZoneId zone, Function<Fact, String> words, Path target);

    /** Stops watching. Does not wait longer than a few seconds for calls under way. */
    @Override
    void close();

    /** Ends a subscription. */
    interface WatchSubscription extends AutoCloseable {
        @Override
        void close();
    }
}
