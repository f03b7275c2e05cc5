package dev.longshore.watch.engine;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.FreeText;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LaunchFact;
import dev.longshore.model.launch.LaunchQueue;
import dev.longshore.model.launch.LaunchQueue.AutoLaunch;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.model.launch.LaunchQueueRule;
import dev.longshore.model.launch.QueueDecision;
import dev.longshore.watch.CommandRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queues of the databases: keeps what the user sets for them, and launches the next import where they want that. A
 * launch takes the same path as a click; before it the approval is used on disk, so that nobody launches by it twice.
 */
final class LaunchQueues {
    private static final Logger LOG = LoggerFactory.getLogger(LaunchQueues.class);
    /** A second, in ticks of the watch. */
    private static final int TICKS_APART = 10;
    /** Of a journal that could not be written, in ticks as well. */
    private static final int UNTIL_NEXT_TRY = 300;

    private final WatchState state;
    private final WatchDependencies dependencies;
    private final JournalWriter journalWriter;
    private final SnapshotBuilder snapshots;
    private final CommandExecutor commands;
    /** The queues of which something is being launched or stopped: what is decided of them meanwhile may be outdated. */
    private final Set<DatabaseKey> underWay = ConcurrentHashMap.newKeySet();
    private volatile int ticks;
    private volatile boolean isBegun;

    LaunchQueues(WatchState state, WatchDependencies dependencies, JournalWriter journalWriter,
            SnapshotBuilder snapshots, CommandExecutor commands) {
        this.state = state;
        this.dependencies = dependencies;
        this.journalWriter = journalWriter;
        this.snapshots = snapshots;
        this.commands = commands;
    }

    /** Takes over what was kept. Blocks. */
    synchronized void read(Journal journal) {
        var kept = journal.launchQueues();
        state.change(s -> s.setQueues(kept));
    }

    /** From now on it launches: what was seen before this start is known. */
    void begin() {
        isBegun = true;
    }

    /** Keeps what the user changes, and why that was not possible, if so; then it is as it was. Blocks. */
    synchronized Optional<Fact> change(DatabaseKey id, QueueChange change, String user) {
        var refused = change instanceof QueueChange.LaunchApproved approved ? FreeText.refusal(approved.reason())
                : Optional.<Fact>empty();
        return refused.or(() -> save(id,
                queue -> queue.after(change, dependencies.clock().instant(), user)));
    }

    private synchronized Optional<Fact> save(DatabaseKey id, UnaryOperator<LaunchQueue> difference) {
        var before = state.with(s -> s.queue(id));
        var changed = difference.apply(before);
        var trouble = changed.equals(before) ? Optional.<Fact>empty()
                : journalWriter.write(journal -> journal.save(changed));
        if (trouble.isEmpty()) {
            state.change(s -> s.put(changed));
        }
        return trouble;
    }

    /** Looks once a second whether something is to be launched, and begins to. Called at every tick, on one thread. */
    void launchWhatIsDue() {
        ticks = ticks >= TICKS_APART - 1 ? 0 : ticks + 1;
        if (ticks == 0 && isBegun) {
            state.with(s -> s.queues().stream().filter(LaunchQueue::isOn).toList()).forEach(this::decide);
        }
    }

    private void decide(LaunchQueue listed) {
        var id = listed.databaseKey();
        if (!underWay.contains(id)) {
            switch (state.with(s -> decision(s, id))) {
                case QueueDecision.QueueIdle _,QueueDecision.QueueWaits _ -> {
                }
                case QueueDecision.QueueLaunches(var next) -> begin(id, () -> launch(next));
                case QueueDecision.QueueStops(var cause, var why) -> begin(id, () -> stop(cause, why));
            }
        }
    }

    /** Under the lock, so that queue, statuses and commands are of one moment. */
    private QueueDecision decision(WatchState s, DatabaseKey id) {
        var connectionState = s.connection(id.connection());
        return connectionState != null && connectionState.isAnswering()
                ? LaunchQueueRule.decide(s.queue(id),
                        snapshots.candidates(s, id, dependencies.clock().instant()))
                : new QueueDecision.QueueIdle();
    }

    private void begin(DatabaseKey id, Runnable work) {
        underWay.add(id);
        dependencies.workers().execute(() -> {
            try {
                work.run();
            } catch (JournalException e) {
                LOG.warn("A queue could not be kept, so nothing is launched", e);
                ticks = -UNTIL_NEXT_TRY;
            } finally {
                underWay.remove(id);
            }
        });
    }

    private void launch(MigrationKey key) {
        var approval = state.with(s -> s.queue(key.databaseKey()))
                .approval(key.ref().migration());
        if (approval.isEmpty() || !useApproval(key)) {
            read(dependencies.journal());
            return;
        }
        var command = commands.execute(
                new CommandRequest(key, Action.LAUNCH, null, approval.get().reason()), approval.get().user());
        refusal(command).ifPresent(why -> stop(key, Fact.of(LaunchFact.LAUNCH_FAILED, name(key), why)));
    }

    /** On disk first: whoever reads it after a crash does not launch by it again. */
    private synchronized boolean useApproval(MigrationKey key) {
        var now = dependencies.clock().instant();
        var isUsed = dependencies.journal().useApproval(key, now);
        if (isUsed) {
            state.change(s -> s.put(s.queue(key.databaseKey())
                    .launched(key.ref().migration(), now)));
        }
        return isUsed;
    }

    private static Optional<Fact> refusal(Command command) {
        return command.state() instanceof CommandState.Refused(_, var why) ? Optional.of(why) : Optional.empty();
    }

    private String name(MigrationKey key) {
        return state.with(s -> snapshots.candidates(s, key.databaseKey(), dependencies.clock().instant())).stream()
                .filter(each -> each.key().equals(key)).map(each -> each.name()).findFirst()
                .orElse(key.ref().migration().value());
    }

    /** It launches nothing any more, whether that can be kept or not. */
    private synchronized void stop(MigrationKey cause, Fact why) {
        var id = cause.databaseKey();
        UnaryOperator<LaunchQueue> stopped = queue -> queue.isOn()
                ? queue.with(new AutoLaunch.AutoLaunchStopped(
                        dependencies.clock().instant(), cause.ref().migration(), why))
                : queue;
        LOG.info("The queue of {} launches nothing any more because of {}", id.database(), cause);
        if (save(id, stopped).isPresent()) {
            var changed = state.with(s -> {
                s.put(stopped.apply(s.queue(id)));
                return s.queue(id);
            });
            journalWriter.writeNowOrLater(journal -> journal.save(changed));
        }
    }

    /** Nobody sees any more how an import ends that is taken off the list, so its queue stops before. Blocks. */
    void stopBeforeRemoval(MigrationKey key) {
        if (state.with(s -> s.queue(key.databaseKey()).isOn() && mayImport(s.migration(key)))) {
            stop(key, Fact.of(LaunchFact.IMPORTING_REMOVED, name(key)));
        }
    }

    private static boolean mayImport(@Nullable MigrationState migrationState) {
        if (migrationState == null) {
            return false;
        }
        var open = migrationState.open();
        var status = migrationState.status();
        return (open != null && open.action() == Action.LAUNCH)
                || (status != null && status.phase().map(Phase::occupiesTheDatabase).orElse(true));
    }

    /** What is set for all of them. */
    static List<LaunchQueue> of(WatchState s) {
        return s.queues().stream().filter(each -> s.connection(each.databaseKey().connection()) != null).toList();
    }
}
