package dev.longshore.model.userdate;

import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Deadline;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.DeadlineFact;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.DeadlineRules.ImportFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a policy moves the cleanup of a running import, and where to. Pure functions. */
public final class CleanupPolicyRule {
    /** So long before it is done a move is shown, so that the user can do something else instead. */
    public static final Duration NOTICE = Duration.ofMinutes(15);

    /** Further than needed, so that an expected end that comes later bit by bit takes one move a day. */
    private static final Duration RESERVE = Duration.ofDays(1);
    private static final Duration A_DAY = Duration.ofDays(1);
    /** A cleanup that is due so soon is moved without notice: a failure would let it start. */
    private static final Duration TOO_LATE_FOR_NOTICE = Duration.ofHours(1);

    private CleanupPolicyRule() {}

    /** The policy for a migration; of several the one that keeps the most room. */
    public static Optional<CleanupPolicy> policy(
            List<CleanupPolicy> policies, ConnectionId connection, List<String> tags) {
        return policies.stream().filter(each -> each.scope().includes(connection, tags))
                .max(Comparator.comparingInt(CleanupPolicy::days));
    }

    /**
     * What besides the import decides about a move.
     *
     * @param commands what was asked for on the migration
     * @param freezes the windows that it is in
     * @param announcedAt since when the move was announced already, in UTC; null where it was not
     */
    public record MoveFacts(List<Command> commands, List<FreezeWindow> freezes, @Nullable Instant announcedAt) {}

    /**
     * The move that the policy wants; empty where the cleanup lies far enough behind, or the end of the import is not
     * known. It is never to an earlier time.
     */
    public static Optional<AutomaticMove> move(CleanupPolicy policy, ImportFacts facts, MoveFacts others) {
        return facts.cleanup().map(Deadline::at).flatMap(due -> target(policy, facts, due)
                .map(to -> move(policy, to, due, facts.now(), others)));
    }

    private static Optional<CleanupTime> target(CleanupPolicy policy, ImportFacts facts, Instant due) {
        return facts.expectedEnd().filter(_ -> facts.phase().filter(CleanupPolicyRule::isRunning).isPresent())
                .map(range -> range.latest().plus(Duration.ofDays(policy.days())))
                .filter(due::isBefore)
                .map(least -> least.plus(RESERVE).truncatedTo(ChronoUnit.HOURS))
                .filter(to -> to.isAfter(due) && to.isAfter(facts.now()))
                .flatMap(CleanupTime::of);
    }

    private static boolean isRunning(Phase phase) {
        return phase == Phase.STARTING || phase == Phase.IMPORT_IN_PROGRESS;
    }

    private static AutomaticMove move(
            CleanupPolicy policy, CleanupTime to, Instant due, Instant now, MoveFacts others) {
        var before = others.announcedAt();
        // A clock that was set back must not keep a move waiting.
        var announced = before == null || before.isAfter(now) ? now : before;
        var isLate = due.isBefore(announced.plus(TOO_LATE_FOR_NOTICE));
        return new AutomaticMove(to, announced, isLate ? announced : announced.plus(NOTICE),
                frozen(others.freezes(), now).or(() -> usedUp(policy, others.commands(), now)));
    }

    private static Optional<Fact> frozen(List<FreezeWindow> freezes, Instant now) {
        return FreezeRule.periodAt(freezes, now)
                .map(each -> Fact.of(DeadlineFact.MOVE_FROZEN, each.window().name(), each.until()));
    }

    /** What was asked for later than now was asked for before the clock was set back, and counts. */
    private static Optional<Fact> usedUp(CleanupPolicy policy, List<Command> commands, Instant now) {
        var recent = commands.stream().filter(Command::isByPolicy).map(Command::requestedAt)
                .filter(at -> at.isAfter(now.minus(A_DAY))).sorted().toList();
        return recent.size() < policy.movesPerDay() ? Optional.empty()
                : Optional.of(Fact.of(DeadlineFact.MOVE_USED_UP, recent.size(),
                        recent.get(recent.size() - policy.movesPerDay()).plus(A_DAY)));
    }
}
