package dev.longshore.support;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.journal.ExportFormat;
import dev.longshore.journal.PurgeResult;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.CloudProvider;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.History;
import dev.longshore.model.KeptFileList;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Remark.AlertCause;
import dev.longshore.model.Secret;
import dev.longshore.model.Status;
import dev.longshore.model.activity.ActivityPage;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.model.launch.Preflight.ServiceAnswer;
import dev.longshore.model.launch.Preflight.ServiceAnswers;
import dev.longshore.model.userdate.CleanupPolicy;
import dev.longshore.watch.AddOutcome;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.CommandRequest;
import dev.longshore.watch.ConnectionCheck;
import dev.longshore.watch.InitializeOutcome;
import dev.longshore.watch.Intervals;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.Watch;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedMigration;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A watch that records what it is asked for and publishes what a test gives it. Safe for use by several threads. */
public final class FakeWatch implements Watch {
    /**
     * A command that was asked for.
     *
     * @param answer completed by the test when the service "answers"
     */
    public record RequestedCommand(
            MigrationKey key,
            Action action,
            @Nullable CleanupTime cleanupTime,
            String reason,
            CompletableFuture<Command> answer) {
        /** Completes it as taken by the service at that time. */
        public Command accept(Instant at) {
            return answer(new CommandState.Accepted(at), at);
        }

        /** Completes it as refused. */
        public Command refuse(Instant at, String why) {
            return refuse(at, Fact.recorded(why));
        }

        /** Completes it as refused. */
        public Command refuse(Instant at, Fact why) {
            return answer(new CommandState.Refused(at, why), at);
        }

        private Command answer(CommandState state, Instant at) {
            var command = new Command(
                    "c-" + key + action, key, action, cleanupTime, List.of(new CommandState.Requested(at), state));
            answer.complete(command);
            return command;
        }
    }

    /** A migration that was put on the list. */
    public record AddedMigration(MigrationKey key, String name, List<String> tags) {}

    /** A migration that was to be made. */
    public record RequestedInitialize(
            ConnectionId connection, InitializeRequest request, String name, @Nullable MigrationKey follows) {}

    public final List<RequestedInitialize> initialized = new CopyOnWriteArrayList<>();
    /** Whether an initialize stays under way. */
    public volatile boolean leavesInitializes;
    /** The IDs of the initializes that were dismissed. */
    public final List<String> dismissed = new CopyOnWriteArrayList<>();
    /** What {@link #dismissInitialization} answers. */
    public volatile Optional<Fact> dismissTrouble = Optional.empty();
    /** The lists of files that are kept. */
    public final List<KeptFileList> fileLists = new CopyOnWriteArrayList<>();
    public final List<QueueChange> queueChanges = new CopyOnWriteArrayList<>();
    /** For which migrations credentials were wanted; empty where for none any more. */
    public final List<Optional<MigrationKey>> usedCredentials = new CopyOnWriteArrayList<>();
    /** What {@link #changeQueue} answers. */
    public volatile Optional<Fact> queueTrouble = Optional.empty();
    public final List<RequestedCommand> requested = new CopyOnWriteArrayList<>();
    public final List<AddedMigration> added = new CopyOnWriteArrayList<>();
    public final List<MigrationKey> removed = new CopyOnWriteArrayList<>();
    public final List<MigrationKey> polled = new CopyOnWriteArrayList<>();
    public final List<Connection> connected = new CopyOnWriteArrayList<>();
    /** Whether each of those was still wanted when the service had answered. */
    public final List<Boolean> wanted = new CopyOnWriteArrayList<>();
    public final List<String> tokens = new CopyOnWriteArrayList<>();
    public final List<ConnectionId> forgotten = new CopyOnWriteArrayList<>();
    /** What {@link #acknowledge} answers. */
    public volatile CompletableFuture<Optional<Fact>> acknowledging = CompletableFuture.completedFuture(
            Optional.empty());
    /** What taking a freeze window away is answered with. */
    public CompletableFuture<Optional<Fact>> freezeAnswer = CompletableFuture.completedFuture(Optional.empty());
    /** What adding a note is answered with. */
    public CompletableFuture<Optional<Fact>> noteAnswer = CompletableFuture.completedFuture(Optional.empty());
    /** Claims and notes, in their order. */
    public final List<String> said = new CopyOnWriteArrayList<>();
    /** Who else uses the journal. */
    public volatile List<String> colleagues = List.of();
    /** The alerts that were acknowledged. */
    public final List<String> acknowledged = new CopyOnWriteArrayList<>();
    /** An export that was asked for. */
    public record Exported(ExportFormat format, ZoneId zone, Path target) {}

    public final List<Exported> exported = new CopyOnWriteArrayList<>();
    /** What {@link #export} answers. */
    public volatile CompletableFuture<Void> exporting = new CompletableFuture<>();
    /** What {@link #purgeable} and {@link #purge} answer. */
    public volatile PurgeResult purgeResult = new PurgeResult(0, 0);
    public final List<Instant> disposed = new CopyOnWriteArrayList<>();
    private volatile WatchSettings settings = WatchSettings.standard();
    public final List<Boolean> polledAll = new CopyOnWriteArrayList<>();

    /** The policies that were set last. */
    public volatile List<CleanupPolicy> policies = List.of();

    /** What {@link #forget} could not do. */
    public volatile Optional<Fact> forgetTrouble = Optional.empty();
    public final List<Boolean> unlocked = new CopyOnWriteArrayList<>();
    /** What the keystore says. */
    public volatile KeystoreState keystore = KeystoreState.Available.of("a keystore");

    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<AlertsSnapshot>> readers = new CopyOnWriteArrayList<>();
    private volatile AlertsSnapshot alertsSnapshot = AlertsSnapshot.empty();
    private volatile Snapshot current;
    private volatile Function<MigrationKey, History> histories = _ -> new History(List.of(), List.of(), List.of());
    private volatile Function<ActivityQuery, ActivityPage> activities = _ -> new ActivityPage(List.of(),
            Optional.empty());
    /** What was asked of the activity log. */
    public final List<ActivityQuery> activityQueries = new CopyOnWriteArrayList<>();
    /** Reads the activity log. */
    public volatile Executor activityReader = Runnable::run;
    private volatile Function<Connection, ConnectionCheck> checks = _ -> new ConnectionCheck.Passed(List.of(),
            Fact.recorded("The service accepts the token."));
    private volatile Function<MigrationKey, AddOutcome> adding = key -> new AddOutcome.Added(key,
            Status.of("ReceivingFiles"));

    private volatile Function<InitializeRequest, InitializeOutcome> initializing = _ -> new InitializeOutcome.NotInitialized(
            Fact.recorded("The service knows no such database."));

    private volatile Function<DatabaseId, CompletableFuture<ServiceAnswers>> databaseAnswers = database -> CompletableFuture
            .completedFuture(new ServiceAnswers(
                    new ServiceAnswer.Answered<>(new Database(database, "prod", "ks", CloudProvider.of("AWS"),
                            "eu-central-1", "ACTIVE", List.of(database.value() + "-1"))),
                    new ServiceAnswer.Answered<>("ACTIVE")));

    /** Why the user can change nothing in the journal. */
    public volatile Optional<Fact> journalRefusal = Optional.empty();

    public FakeWatch(Snapshot first) {
        current = first;
    }

    /** Makes {@code snapshot} the newest and tells everyone. */
    public void publish(Snapshot snapshot) {
        current = snapshot;
        listeners.forEach(each -> each.accept(snapshot));
    }

    /** What {@link #history} answers from now on; what it throws, {@link #history} fails with. */
    public void answerHistory(Function<MigrationKey, History> answer) {
        histories = answer;
    }

    /** What {@link #activity} answers from now on; what it throws, {@link #activity} fails with. */
    public void answerActivity(Function<ActivityQuery, ActivityPage> answer) {
        activities = answer;
    }

    /** What {@link #connect} answers from now on. */
    public void answerConnect(Function<Connection, ConnectionCheck> answer) {
        checks = answer;
    }

    /** What {@link #add} answers from now on. */
    public void answerAdd(Function<MigrationKey, AddOutcome> answer) {
        adding = answer;
    }

    /** What {@link #initialize} answers from now on. */
    public void answerInitialize(Function<InitializeRequest, InitializeOutcome> answer) {
        initializing = answer;
    }

    /** How many listen. */
    public int subscribers() {
        return listeners.size();
    }

    @Override
    public Snapshot snapshot() {
        return current;
    }

    @Override
    public WatchSubscription subscribe(Consumer<Snapshot> listener) {
        listeners.add(listener);
        listener.accept(current);
        return () -> listeners.remove(listener);
    }

    @Override
    public WatchSubscription subscribeToAlerts(Consumer<AlertsSnapshot> listener) {
        readers.add(listener);
        listener.accept(alertsSnapshot);
        return () -> readers.remove(listener);
    }

    /** Makes {@code next} what there is to know and tells everyone. */
    public void publishAlerts(AlertsSnapshot next) {
        alertsSnapshot = next;
        readers.forEach(each -> each.accept(next));
    }

    /** What there is to know. */
    public AlertsSnapshot board() {
        return alertsSnapshot;
    }

    @Override
    public CompletableFuture<Optional<Fact>> claim(MigrationKey migration, @Nullable AlertCause alert, String text) {
        said.add("claim " + migration.ref().migration() + (alert == null ? "" : " " + alert.kind()));
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Optional<Fact>> release(MigrationKey migration, @Nullable AlertCause alert,
            String text) {
        said.add("release " + migration.ref().migration());
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Optional<Fact>> removeFreeze(String id) {
        return freezeAnswer;
    }

    @Override
    public CompletableFuture<Optional<Fact>> note(MigrationKey migration, String text) {
        said.add("note " + migration.ref().migration() + " " + text);
        return noteAnswer;
    }

    @Override
    public List<String> colleagues() {
        return colleagues;
    }

    @Override
    public Optional<Fact> journalRefusal() {
        return journalRefusal;
    }

    @Override
    public String user() {
        return "anna";
    }

    @Override
    public CompletableFuture<Optional<Fact>> acknowledge(Collection<String> alertIds) {
        acknowledged.addAll(alertIds);
        return acknowledging;
    }

    @Override
    public CompletableFuture<Void> export(
            ExportFormat format, ZoneId zone, Function<Fact, String> words, Path target) {
        exported.add(new Exported(format, zone, target));
        return exporting;
    }

    @Override
    public void usePolicies(List<CleanupPolicy> set) {
        policies = List.copyOf(set);
    }

    @Override
    public WatchSettings settings() {
        return settings;
    }

    @Override
    public void useIntervals(Intervals intervals) {
        settings = settings.with(intervals);
    }

    @Override
    public CompletableFuture<PurgeResult> purgeable(Instant before) {
        return CompletableFuture.completedFuture(purgeResult);
    }

    @Override
    public CompletableFuture<PurgeResult> purge(Instant before) {
        disposed.add(before);
        return CompletableFuture.completedFuture(purgeResult);
    }

    @Override
    public void pollNow() {
        polledAll.add(true);
    }

    @Override
    public void pollNow(MigrationKey migration) {
        polled.add(migration);
    }

    @Override
    public CompletableFuture<ConnectionCheck> connect(
            Connection connection, @Nullable Secret token, BooleanSupplier isWanted) {
        connected.add(connection);
        if (token != null) {
            tokens.add(new String(token.reveal()));
        }
        var check = checks.apply(connection);
        wanted.add(isWanted.getAsBoolean());
        return CompletableFuture.completedFuture(check);
    }

    @Override
    public CompletableFuture<Optional<Fact>> forget(ConnectionId connection) {
        forgotten.add(connection);
        return CompletableFuture.completedFuture(forgetTrouble);
    }

    @Override
    public CompletableFuture<KeystoreState> keystore() {
        return CompletableFuture.completedFuture(keystore);
    }

    @Override
    public CompletableFuture<KeystoreState> unlock() {
        unlocked.add(true);
        return CompletableFuture.completedFuture(keystore);
    }

    @Override
    public CompletableFuture<AddOutcome> add(MigrationKey migration, String name, List<String> tags) {
        added.add(new AddedMigration(migration, name, tags));
        return CompletableFuture.completedFuture(adding.apply(migration));
    }

    @Override
    public CompletableFuture<Void> rename(MigrationKey migration, String name) {
        return replace(migration, each -> TestOrganisation.renamed(each, name));
    }

    @Override
    public CompletableFuture<Void> tag(MigrationKey migration, List<String> tags) {
        return replace(migration, each -> TestOrganisation.tagged(each, tags));
    }

    private CompletableFuture<Void> replace(MigrationKey migration, UnaryOperator<WatchedMigration> difference) {
        var replaced = new ArrayList<>(current.migrations());
        replaced.replaceAll(each -> each.key().equals(migration) ? difference.apply(each) : each);
        publish(TestOrganisation.with(current, replaced));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> remove(MigrationKey migration) {
        removed.add(migration);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Command> command(CommandRequest request) {
        var one = new RequestedCommand(
                request.migration(), request.action(), request.cleanupTime(), request.reason(),
                new CompletableFuture<>());
        requested.add(one);
        return one.answer();
    }

    @Override
    public CompletableFuture<List<KeptFileList>> fileLists(MigrationKey migration) {
        return CompletableFuture.completedFuture(
                fileLists.stream().filter(each -> each.key().equals(migration)).toList());
    }

    @Override
    public CompletableFuture<Optional<Fact>> saveFileLists(List<KeptFileList> lists) {
        fileLists.removeIf(each -> lists.stream().anyMatch(list -> list.key().equals(each.key())
                && list.side() == each.side() && list.node().equals(each.node())));
        fileLists.addAll(lists);
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Optional<Fact>> removeFileLists(MigrationKey migration) {
        fileLists.removeIf(each -> each.key().equals(migration));
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<ServiceAnswers> askAbout(DatabaseKey database) {
        return databaseAnswers.apply(database.database());
    }

    /** What {@link #askAbout} answers from now on. */
    public void answerAskAbout(Function<DatabaseId, CompletableFuture<ServiceAnswers>> answer) {
        databaseAnswers = answer;
    }

    @Override
    public void useCredentials(@Nullable MigrationKey migration) {
        usedCredentials.add(Optional.ofNullable(migration));
    }

    @Override
    public CompletableFuture<Optional<Fact>> changeQueue(DatabaseKey database, QueueChange change) {
        queueChanges.add(change);
        var queue = current.queue(database);
        if (queueTrouble.isEmpty()) {
            var next = new ArrayList<>(current.queues());
            next.remove(queue);
            next.add(queue.after(change, current.at(), "dba"));
            publish(new Snapshot(current.version() + 1, current.at(), current.connections(), current.index(),
                    current.recentCommands(), current.unanswered(), current.troubles(), current.keptFreezes(), next));
        }
        return CompletableFuture.completedFuture(queueTrouble);
    }

    @Override
    public CompletableFuture<InitializeOutcome> initialize(
            ConnectionId connection, InitializeRequest request, String name, @Nullable MigrationKey follows) {
        initialized.add(new RequestedInitialize(connection, request, name, follows));
        return leavesInitializes ? new CompletableFuture<>()
                : CompletableFuture.completedFuture(initializing.apply(request));
    }

    @Override
    public CompletableFuture<Optional<Fact>> dismissInitialization(String id) {
        dismissed.add(id);
        return CompletableFuture.completedFuture(dismissTrouble);
    }

    @Override
    public <T> CompletableFuture<T> activity(ActivityQuery query, Function<ActivityPage, T> reader) {
        activityQueries.add(query);
        return CompletableFuture.supplyAsync(() -> reader.apply(activities.apply(query)), activityReader);
    }

    @Override
    public CompletableFuture<History> history(MigrationKey migration, Instant from) {
        return CompletableFuture.supplyAsync(() -> histories.apply(migration), Runnable::run);
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
