package dev.longshore.watch.engine;

import dev.longshore.devops.DevOpsApi;
import dev.longshore.journal.RecordedRemarks;
import dev.longshore.model.Command;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.Initialization;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Remark;
import dev.longshore.model.Remarks;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LifecycleFact;
import dev.longshore.model.launch.LaunchQueue;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchedConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the watch remembers, behind one lock. Work under the lock is short: no network, no disk, no listener.
 */
final class WatchState {
    private static final int RECENT_COMMANDS = 500;

    private final Map<ConnectionId, ConnectionState> connections = new LinkedHashMap<>();
    private final Map<MigrationKey, MigrationState> migrations = new LinkedHashMap<>();
    private final Deque<Command> recent = new ArrayDeque<>();
    private final SequencedMap<String, Initialization> unanswered = new LinkedHashMap<>();
    private List<OwnDeadline> deadlines = List.of();
    private List<FreezeWindow> freezes = List.of();
    private List<LaunchQueue> queues = List.of();
    /** Commands about which another program on the same journal decides, by their IDs. */
    private final Set<String> ofColleagues = new HashSet<>();
    private final Map<MigrationKey, Remarks> remarks = new HashMap<>();
    private long remarkPosition;
    private boolean isShared;
    private boolean isForReading;
    private volatile List<String> colleagues = List.of();
    /** Up to where the news of colleagues are known. */
    private long newsPosition;
    private @Nullable Instant tickedAt;
    /** When this program went on after a moment in which it did not tick; null where it always ticked. */
    private @Nullable Instant wentOnAt;
    private Optional<Fact> trouble = Optional.empty();
    private Optional<Fact> notice = Optional.empty();
    private boolean changed = true;
    private boolean closed;
    private final List<DevOpsApi> toClose = new ArrayList<>();

    /** Does {@code work} under the lock and brings back what it returns; what it hung up is closed after that. */
    <T extends @Nullable Object> T with(Function<WatchState, T> work) {
        var left = new ArrayList<DevOpsApi>();
        try {
            synchronized (this) {
                try {
                    return work.apply(this);
                } finally {
                    left.addAll(toClose);
                    toClose.clear();
                }
            }
        } finally {
            left.forEach(DevOpsApi::close);
        }
    }

    /** Does {@code work} under the lock. */
    void change(Consumer<WatchState> work) {
        with(s -> {
            work.accept(s);
            return s;
        });
    }

    /** Ends the calls of a connection and lets go of its token. */
    void disconnect(ConnectionState connectionState) {
        if (connectionState.api != null) {
            toClose.add(connectionState.api);
            connectionState.api = null;
        }
    }

    /** Asks through {@code api} from now on; not any more once the watch was closed. */
    void connect(ConnectionState connectionState, DevOpsApi api) {
        disconnect(connectionState);
        if (closed) {
            toClose.add(api);
        } else {
            connectionState.api = api;
        }
    }

    /** Hangs up everywhere, for good. */
    void close() {
        closed = true;
        connections.values().forEach(this::disconnect);
    }

    @Nullable
    ConnectionState connection(ConnectionId id) {
        return connections.get(id);
    }

    /**
     * Whether a connection was not forgotten since something began that is under way for it.
     *
     * @param before what was known of it then, or null when there was none
     */
    @SuppressWarnings("ReferenceEquality")
    boolean isStill(ConnectionId id, @Nullable ConnectionState before) {
        var now = connections.get(id);
        return (before == null || before == now) && (now == null || !now.forgotten);
    }

    @Nullable
    MigrationState migration(MigrationKey key) {
        return migrations.get(key);
    }

    Collection<ConnectionState> connections() {
        return connections.values();
    }

    Collection<MigrationState> migrations() {
        return migrations.values();
    }

    List<MigrationState> migrationsOf(ConnectionId id) {
        return migrations.values().stream()
                .filter(each -> each.key().connection().equals(id))
                .toList();
    }

    List<Command> recentCommands() {
        return List.copyOf(recent);
    }

    /** Up to where the news of colleagues are known: what they asked for up to there is among the commands. */
    long newsPosition() {
        return newsPosition;
    }

    void setNewsPosition(long position) {
        newsPosition = position;
    }

    /** The clock has ticked. */
    void tick(Instant now) {
        if (isMomentSinceTick(now)) {
            wentOnAt = now;
        }
        tickedAt = now;
    }

    private boolean isMomentSinceTick(Instant now) {
        return tickedAt != null && Duration.between(tickedAt, now).abs().compareTo(PollSchedule.A_MOMENT) > 0;
    }

    /** True where this program was stopped, or its computer slept, after that; also where it has just gone on. */
    boolean hasStoodStillSince(Instant then, Instant now) {
        return isMomentSinceTick(now) || (wentOnAt != null && wentOnAt.isAfter(then));
    }

    /** True while another program decides what became of a command. */
    boolean isOfColleague(Command command) {
        return ofColleagues.contains(command.id());
    }

    void leaveToColleagues(Collection<String> commandIds) {
        ofColleagues.addAll(commandIds);
    }

    void takeFromColleague(Command command) {
        ofColleagues.remove(command.id());
    }

    /** What initialize was asked for and never answered, newest first. */
    List<Initialization> unanswered() {
        return List.copyOf(unanswered.sequencedValues().reversed());
    }

    /** One of them, by its ID. */
    Optional<Initialization> unanswered(String id) {
        return Optional.ofNullable(unanswered.get(id));
    }

    /** Takes note of one whose answer was lost. */
    void addUnanswered(Initialization lost) {
        unanswered.put(lost.id(), lost);
        changed = true;
    }

    void removeUnanswered(String id) {
        unanswered.remove(id);
        changed = true;
    }

    /** The deadlines that users have set; those that were taken away among them. */
    List<OwnDeadline> deadlines() {
        return deadlines;
    }

    void setDeadlines(List<OwnDeadline> set) {
        var before = deadlines;
        deadlines = List.copyOf(set);
        migrations.values().stream().filter(each -> !of(each, before).equals(of(each, deadlines)))
                .forEach(this::markChanged);
    }

    private static List<OwnDeadline> of(MigrationState migrationState, List<OwnDeadline> some) {
        return some.isEmpty() ? some
                : some.stream().filter(each -> each.key().equals(migrationState.key())).toList();
    }

    /** Those that users have set for a migration; those that were taken away among them. */
    List<OwnDeadline> deadlines(MigrationState migrationState) {
        return of(migrationState, deadlines);
    }

    /** The freeze windows; those that were taken away among them. */
    List<FreezeWindow> freezes() {
        return freezes;
    }

    /** Those that a migration is in. */
    List<FreezeWindow> freezes(MigrationState migrationState) {
        return freezes.isEmpty() ? freezes
                : freezes.stream().filter(each -> !each.isRemoved() && each.scope().includes(
                        migrationState.key().connection(), migrationState.registered.tags())).toList();
    }

    void setFreezes(List<FreezeWindow> set) {
        freezes = List.copyOf(set);
        migrations.values().forEach(this::markChanged);
        changed = true;
    }

    /** What is set for the queues of databases. */
    List<LaunchQueue> queues() {
        return queues;
    }

    /** The queue of a database; one for which nothing is set where there is none. */
    LaunchQueue queue(DatabaseKey databaseKey) {
        return LaunchQueue.find(queues, databaseKey);
    }

    void setQueues(List<LaunchQueue> set) {
        changed |= !queues.equals(set);
        queues = List.copyOf(set);
    }

    /** In the place of what was set for that queue before. */
    void put(LaunchQueue queue) {
        setQueues(Stream.concat(
                queues.stream().filter(each -> !each.databaseKey().equals(queue.databaseKey())),
                Stream.of(queue)).toList());
    }

    /** What users let each other know about a migration. */
    Remarks remarks(MigrationKey key) {
        return remarks.getOrDefault(key, Remarks.NONE);
    }

    /** Up to where that is known. */
    long remarkPosition() {
        return remarkPosition;
    }

    /** Takes over what was recorded, whether or not it is known already. */
    void take(RecordedRemarks recorded) {
        remarkPosition = Math.max(remarkPosition, recorded.position());
        recorded.remarks().forEach(this::take);
    }

    /** Takes over one that was recorded here. */
    void take(Remark remark) {
        var before = remarks(remark.key());
        if (before.all().stream().noneMatch(each -> each.id().equals(remark.id()))) {
            remarks.put(remark.key(), new Remarks(Stream.concat(before.all().stream(), Stream.of(remark)).toList()));
            Optional.ofNullable(migrations.get(remark.key())).ifPresent(this::markChanged);
        }
    }

    /** Why nothing at all can be sent over a connection from this computer; null where something can. */
    @Nullable
    Fact obstacle(ConnectionState connectionState) {
        if (isForReading) {
            return Fact.of(LifecycleFact.JOURNAL_FOR_READING);
        }
        return isShared && connectionState.token instanceof TokenLocation.NoToken
                && connectionState.health instanceof WatchedConnection.Health.Stopped
                        ? Fact.of(LifecycleFact.NO_TOKEN, connectionState.connection.name())
                        : null;
    }

    /** Takes note of what kind the journal is. */
    void setJournal(boolean shared, boolean forReading) {
        isShared = shared;
        isForReading = forReading;
    }

    /** True where several programs use the journal. */
    boolean isShared() {
        return isShared;
    }

    /** True where the journal may only be read. */
    boolean isForReading() {
        return isForReading;
    }

    /** Who else uses this journal now, by the names of users. */
    List<String> colleagues() {
        return colleagues;
    }

    void setColleagues(List<String> names) {
        changed |= !colleagues.equals(names);
        colleagues = List.copyOf(names);
    }

    /** What is wrong with the journal now, else what was found when it was opened. */
    List<Fact> troubles() {
        return trouble.or(() -> notice).stream().toList();
    }

    void put(ConnectionState connectionState) {
        connections.put(connectionState.connection.id(), connectionState);
        changed = true;
    }

    void put(MigrationState migrationState) {
        migrations.put(migrationState.key(), migrationState);
        markChanged(migrationState);
    }

    /** What is remembered of a migration of the list; nothing yet where it is new there. */
    MigrationState findOrAdd(RegisteredMigration registered) {
        var migrationState = migrations.computeIfAbsent(registered.key(), _ -> new MigrationState(registered));
        migrationState.registered = registered;
        markDatabaseChanged(registered.key().ref().database());
        return migrationState;
    }

    void remove(MigrationKey key) {
        migrations.remove(key);
        queues = queues.stream()
                .map(each -> each.isOf(key) ? each.without(key.ref().migration()) : each).toList();
        markDatabaseChanged(key.ref().database());
    }

    void remove(ConnectionId id) {
        var connectionState = connections.remove(id);
        if (connectionState != null) {
            disconnect(connectionState);
        }
        migrations.keySet().removeIf(key -> key.connection().equals(id));
        changed = true;
    }

    /** Takes note of what was found when the journal was opened. */
    void setNotice(Optional<Fact> sentence) {
        changed |= !notice.equals(sentence);
        notice = sentence;
    }

    void setTrouble(Optional<Fact> sentence) {
        changed |= !trouble.equals(sentence);
        trouble = sentence;
    }

    /** Takes note of a command's newest state, newest command first. */
    void record(Command command) {
        if (recent.stream().anyMatch(each -> each.id().equals(command.id()))) {
            var updated = recent.stream()
                    .map(each -> each.id().equals(command.id()) ? command : each)
                    .toList();
            recent.clear();
            recent.addAll(updated);
        } else {
            recent.addFirst(command);
        }
        while (recent.size() > RECENT_COMMANDS) {
            recent.removeLast();
        }
        changed = true;
    }

    /** Its view in the next snapshot is made anew. */
    void markChanged(MigrationState migrationState) {
        migrationState.view = null;
        changed = true;
    }

    /** The views of all migrations of a database are made anew: what one does decides what another may do. */
    void markDatabaseChanged(DatabaseId database) {
        for (var migrationState : migrations.values()) {
            if (migrationState.key().ref().database().equals(database)) {
                migrationState.view = null;
            }
        }
        changed = true;
    }

    /** The views of all migrations of a connection are made anew. */
    void markChanged(ConnectionState connectionState) {
        migrationsOf(connectionState.connection.id()).forEach(this::markChanged);
        changed = true;
    }

    /** True once after anything has changed. */
    boolean takeChanged() {
        var was = changed;
        changed = false;
        return was;
    }
}
