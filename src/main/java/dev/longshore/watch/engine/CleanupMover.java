package dev.longshore.watch.engine;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.lifecycle.Lifecycle;
import dev.longshore.model.userdate.AutomaticMove;
import dev.longshore.model.userdate.CleanupPolicy;
import dev.longshore.model.userdate.CleanupPolicyRule;
import dev.longshore.model.userdate.CleanupPolicyRule.MoveFacts;
import dev.longshore.watch.CommandRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps cleanups behind the expected end of their import, where the user has set a policy for that: says first which it is
 * going to move, looks once more, and then takes the same path as a click.
 */
final class CleanupMover {
    private static final Logger LOG = LoggerFactory.getLogger(CleanupMover.class);
    /** A second, in ticks of the watch. */
    private static final int TICKS_APART = 10;
    /** What was refused is not tried again sooner. */
    private static final Duration AFTER_REFUSAL = Duration.ofHours(1);

    private final WatchState state;
    private final WatchDependencies dependencies;
    private final SnapshotBuilder snapshots;
    private final CommandExecutor commands;
    /** Since when it waits for the status that is asked for right before a move, by our clock. */
    private final Map<MigrationKey, Instant> lookedAt = new ConcurrentHashMap<>();
    /** Until when nothing is moved because something was refused, by our clock. */
    private final Map<MigrationKey, Instant> heldUntil = new ConcurrentHashMap<>();
    private volatile List<CleanupPolicy> policies = List.of();
    private volatile boolean begun;
    private int ticks;

    CleanupMover(WatchState state, WatchDependencies dependencies, SnapshotBuilder snapshots,
            CommandExecutor commands) {
        this.state = state;
        this.dependencies = dependencies;
        this.snapshots = snapshots;
        this.commands = commands;
    }

    /** Moves by these from now on. */
    void use(List<CleanupPolicy> set) {
        policies = List.copyOf(set);
    }

    /** Nothing is moved before that: without its history nobody knows how often a cleanup was moved today. */
    void begin() {
        begun = true;
    }

    /** Announces what is going to be moved, and begins to move what is due. Called at every tick, on one thread. */
    void moveWhatIsDue() {
        ticks = ticks >= TICKS_APART - 1 ? 0 : ticks + 1;
        if (ticks == 0 && begun) {
            var now = dependencies.clock().instant();
            state.with(s -> announce(s, now)).forEach(each -> dependencies.workers().execute(() -> move(each)));
        }
    }

    /** A cleanup whose time to be moved has come. */
    private record DueCleanupMove(MigrationKey key, CleanupTime to) {}

    private List<DueCleanupMove> announce(WatchState s, Instant now) {
        var due = new ArrayList<DueCleanupMove>();
        for (var each : s.migrations()) {
            var move = wanted(s, each, now);
            if (!Objects.equals(move, each.automaticMove)) {
                each.automaticMove = move;
                s.markChanged(each);
            }
            if (move == null) {
                lookedAt.remove(each.key());
            } else if (isDue(s, each, move, now) && isSeenAgain(each, now)) {
                due.add(new DueCleanupMove(each.key(), move.to()));
            }
        }
        return due;
    }

    private @Nullable AutomaticMove wanted(WatchState s, MigrationState migrationState, Instant now) {
        var connectionState = s.connection(migrationState.key().connection());
        if (policies.isEmpty() || !mayRun(migrationState) || connectionState == null || connectionState.api == null
                || connectionState.connection.readOnly()) {
            return null;
        }
        return CleanupPolicyRule.policy(policies, migrationState.key().connection(), migrationState.registered.tags())
                .flatMap(policy -> wanted(s, migrationState, policy, now)).orElse(null);
    }

    private static boolean mayRun(MigrationState migrationState) {
        var status = migrationState.status();
        return status != null && status.phase().filter(Phase::occupiesTheDatabase).isPresent();
    }

    private Optional<AutomaticMove> wanted(
            WatchState s, MigrationState migrationState, CleanupPolicy policy, Instant now) {
        var before = migrationState.automaticMove;
        var facts = new MoveFacts(List.copyOf(migrationState.commands), s.freezes(migrationState),
                before == null ? null : before.announcedAt());
        var serviceTime = snapshots.serviceTime(s, migrationState.key(), now);
        return snapshots.view(s, migrationState, now)
                .flatMap(each -> CleanupPolicyRule.move(policy, each.importFacts(serviceTime), facts)
                        .filter(move -> Lifecycle.scheduling(move.to(), each.situation().at(serviceTime)).isAllowed()));
    }

    private boolean isDue(WatchState s, MigrationState migrationState, AutomaticMove move, Instant now) {
        var key = migrationState.key();
        var held = heldUntil.get(key);
        // A clock that was set back does not hold it longer.
        var isHeld = held != null && now.isBefore(held) && now.isAfter(held.minus(AFTER_REFUSAL));
        return !isHeld && migrationState.commandsUnderWay == 0 && move.isDue(snapshots.serviceTime(s, key, now))
                && isReached(s, key);
    }

    private static boolean isReached(WatchState s, MigrationKey key) {
        var connectionState = s.connection(key.connection());
        return connectionState != null && connectionState.isAnswering();
    }

    /** Asks for its status first: somebody may have moved it elsewhere since it was seen last. */
    private boolean isSeenAgain(MigrationState migrationState, Instant now) {
        var key = migrationState.key();
        var asked = lookedAt.get(key);
        if (asked == null || asked.isAfter(now)) {
            lookedAt.put(key, now);
            migrationState.requestNow(now);
            return false;
        }
        var known = migrationState.lastKnown;
        return known != null && migrationState.problem == null && !known.observedAt().isBefore(asked)
                && !migrationState.requestUnderWay && !migrationState.requestAgain;
    }

    private void move(DueCleanupMove due) {
        lookedAt.remove(due.key());
        LOG.info("The cleanup of {} is moved by the policy", due.key());
        var command = commands.execute(
                new CommandRequest(due.key(), Action.SCHEDULE_CLEANUP, due.to(), ""), Command.Author.POLICY,
                s -> isStillWanted(s, due));
        if (command.state() instanceof CommandState.Refused) {
            heldUntil.put(due.key(), dependencies.clock().instant().plus(AFTER_REFUSAL));
        }
    }

    /** The user, a colleague or an answer may have come first. */
    private boolean isStillWanted(WatchState s, DueCleanupMove due) {
        var now = dependencies.clock().instant();
        var migrationState = s.migration(due.key());
        var move = migrationState == null ? null : wanted(s, migrationState, now);
        return move != null && move.to().equals(due.to()) && move.isDue(snapshots.serviceTime(s, due.key(), now))
                && isReached(s, due.key());
    }
}
