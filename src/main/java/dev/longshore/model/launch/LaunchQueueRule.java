package dev.longshore.model.launch;

import dev.longshore.model.Action;
import dev.longshore.model.CommandState;
import dev.longshore.model.Phase;
import dev.longshore.model.Ruling;
import dev.longshore.model.Status;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.cleanup.Risk;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LaunchFact;
import dev.longshore.model.launch.LaunchQueue.AutoLaunch;
import dev.longshore.model.launch.LaunchQueue.LaunchApproval;
import dev.longshore.model.launch.QueueDecision.QueueIdle;
import dev.longshore.model.launch.QueueDecision.QueueLaunches;
import dev.longshore.model.launch.QueueDecision.QueueStops;
import dev.longshore.model.launch.QueueDecision.QueueWaits;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When the next import of a queue is launched without the user: when the one before was seen to have ended well, the next
 * is approved, and nothing speaks against it. Never after a failure, in a freeze, over a collision or a doubt. Pure
 * functions.
 */
public final class LaunchQueueRule {
    /** What another program on the same journal has begun is known here a while later. */
    private static final Duration NEWS_DELAY = Duration.ofMinutes(2);

    private LaunchQueueRule() {}

    /**
     * What is to be done now.
     *
     * @param ofDatabase every migration on the list that imports into the database of {@code queue}, in the order of the
     *     list
     */
    public static QueueDecision decide(LaunchQueue queue, List<LaunchCandidate> ofDatabase) {
        return switch (queue.autoLaunch()) {
            case AutoLaunch.AutoLaunchOff _,AutoLaunch.AutoLaunchStopped _ -> new QueueIdle();
            case AutoLaunch.AutoLaunchOn(var since) -> ofDatabase.stream()
                    .flatMap(each -> failure(queue, each, since).stream())
                    .<QueueDecision>map(each -> each).findFirst()
                    .orElseGet(() -> next(queue, ofDatabase).map(each -> decide(queue, each, ofDatabase, since))
                            .orElseGet(QueueIdle::new));
        };
    }

    /** Whose turn it is: the first in the order that was not launched yet. */
    public static Optional<LaunchCandidate> next(LaunchQueue queue, List<LaunchCandidate> ofDatabase) {
        return ofDatabase.stream().filter(LaunchCandidate::isWaiting)
                .min(Comparator.comparing(each -> each.key().ref().migration(), queue.order()));
    }

    /** What went wrong with a migration since the queue was switched on. */
    private static Optional<QueueStops> failure(LaunchQueue queue, LaunchCandidate candidate, Instant since) {
        if (candidate.isSince(Phase.FAILED, since) || candidate.isSince(Phase.ABORTED, since)) {
            return stops(candidate, Fact.of(LaunchFact.ENDED_BADLY, candidate.name(), status(candidate)));
        }
        var launched = queue.approval(candidate.key().ref().migration())
                .filter(approval -> isLaunchedSince(approval, since));
        if (isEndUnseen(candidate, launched.isPresent() || candidate.isLaunchedSince(since))) {
            return stops(candidate, Fact.of(LaunchFact.END_NOT_SEEN, candidate.name()));
        }
        return launched.filter(_ -> candidate.isWaiting() && !candidate.isLaunchOpen())
                .flatMap(approval -> notLaunched(candidate, Objects.requireNonNull(approval.launchedAt())))
                .flatMap(why -> stops(candidate, why));
    }

    private static boolean isLaunchedSince(LaunchApproval approval, Instant since) {
        return approval.launchedAt() != null && !approval.launchedAt().isBefore(since);
    }

    /** Where nobody saw it end well, it may have failed and been cleaned up at once. */
    private static boolean isEndUnseen(LaunchCandidate candidate, boolean isLaunched) {
        return isLaunched && candidate.isClosing() && !candidate.isSeenImported();
    }

    /** Why a launch that was begun has come to nothing; empty while that is not certain. */
    private static Optional<Fact> notLaunched(LaunchCandidate candidate, Instant begun) {
        return failedLaunch(candidate, Instant.MIN)
                .or(() -> candidate.situation().now().isAfter(begun.plus(NEWS_DELAY))
                        ? Optional.of(Fact.of(LaunchFact.LAUNCH_NOT_SENT, candidate.name())) : Optional.empty());
    }

    /** That its newest command was a launch, asked for after {@code since}, and came to nothing. */
    private static Optional<Fact> failedLaunch(LaunchCandidate candidate, Instant since) {
        return Optional.ofNullable(candidate.latest())
                .filter(each -> each.action() == Action.LAUNCH && each.requestedAt().isAfter(since))
                .flatMap(each -> switch (each.state()) {
                    case CommandState.Refused(_, var why) -> Optional.of(why);
                    case CommandState.NoEffect(_, var why) -> Optional.of(why);
                    case CommandState.Requested _,CommandState.Accepted _,CommandState.Unanswered _,CommandState.Observed _ ->
                        Optional.<Fact>empty();
                })
                .map(why -> Fact.of(LaunchFact.LAUNCH_FAILED, candidate.name(), why));
    }

    private static Optional<QueueStops> stops(LaunchCandidate candidate, Fact why) {
        return Optional.of(new QueueStops(candidate.key(), why));
    }

    private static Status status(LaunchCandidate candidate) {
        return Objects.requireNonNull(candidate.situation().lastKnown()).status();
    }

    private static QueueDecision decide(LaunchQueue queue, LaunchCandidate next, List<LaunchCandidate> ofDatabase,
            Instant since) {
        var approval = queue.approval(next.key().ref().migration());
        if (approval.filter(each -> isLaunchedSince(each, since)).isPresent()) {
            // Its launch is under way.
            return new QueueIdle();
        }
        return obstacle(approval, next, ofDatabase, since)
                .<QueueDecision>map(why -> new QueueWaits(next.key(), why))
                .orElseGet(() -> new QueueLaunches(next.key()));
    }

    /** What speaks against launching it now. */
    private static Optional<Fact> obstacle(Optional<LaunchApproval> approval, LaunchCandidate next,
            List<LaunchCandidate> ofDatabase, Instant since) {
        var approvedAt = approval.filter(LaunchApproval::isOpen).map(LaunchApproval::at);
        if (approvedAt.isEmpty()) {
            return Optional.of(Fact.of(LaunchFact.NOT_APPROVED));
        }
        var failed = failedLaunch(next, approvedAt.get());
        if (failed.isPresent()) {
            return failed;
        }
        if (next.launch() instanceof Ruling.Denied denied) {
            return Optional.of(denied.why());
        }
        if (ofDatabase.stream().noneMatch(each -> each.isImportedSince(since))) {
            return Optional.of(Fact.of(LaunchFact.FIRST_BY_HAND));
        }
        return next.freeze()
                .map(each -> Fact.of(LaunchFact.FROZEN, each.window().name(), each.until()))
                .or(() -> next.isFresh() && ofDatabase.stream().allMatch(LaunchCandidate::isCertain)
                        ? Optional.empty() : Optional.of(Fact.of(LaunchFact.STATUS_OLD)))
                .or(() -> collision(next));
    }

    private static Optional<Fact> collision(LaunchCandidate next) {
        if (CollisionGuard.cleanup(next.deadlines()).isEmpty()) {
            return Optional.of(Fact.of(LaunchFact.CLEANUP_NOT_KNOWN));
        }
        var collision = next.collision();
        return collision.risk() == Risk.RED || collision.risk() == Risk.AMBER
                ? Optional.of(Fact.of(LaunchFact.CLEANUP_TOO_SOON, collision.explanation()))
                : Optional.empty();
    }
}
