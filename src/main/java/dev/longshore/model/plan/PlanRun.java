package dev.longshore.model.plan;

import dev.longshore.model.Deadline;
import dev.longshore.model.Phase;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.PlanFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run through a plan in which the import takes an exact time and each undocumented rule is read in one way. Nobody
 * does anything after the plan.
 */
final class PlanRun {
    private final PlanStart start;
    private final Reading reading;
    private final Duration importLength;
    private final Instant free;
    private final List<PlanChange> changes = new ArrayList<>();
    private final List<Fact> refused = new ArrayList<>();
    private Instant now;
    private Phase phase;
    private Instant idleUntil;
    private @Nullable Instant scheduled;
    private Duration left;
    private boolean isHeld;
    private boolean hasFailed;

    /**
     * How the rules are read that nobody documents.
     *
     * @param isScheduled whether a cleanup of unknown cause was scheduled
     * @param launchRestarts whether a launch, a pause and a failure restart the idle timeout; else only a success does
     * @param pauseLetsItRun whether a cleanup that fell due during an import starts when that is paused
     */
    record Reading(boolean isScheduled, boolean launchRestarts, boolean pauseLetsItRun) {
        private static final List<Boolean> BOTH = List.of(true, false);

        /** All ways to read them for that cleanup. */
        static List<Reading> all(Deadline.Cause cause) {
            var causes = switch (cause) {
                case CLEANUP_IDLE -> List.of(false);
                case CLEANUP_SCHEDULED -> List.of(true);
                case CLEANUP_UNKNOWN, CREDENTIALS -> BOTH;
            };
            return causes.stream().flatMap(scheduled -> BOTH.stream().flatMap(restarts -> BOTH.stream()
                    .map(runs -> new Reading(scheduled, restarts, runs)))).toList();
        }
    }

    /** What came of it. */
    record PlanResult(List<PlanChange> changes, List<Fact> refused) {
        /** What two runs have in common that differ in times only. */
        record OutcomeShape(List<PlanFact> rules, List<Fact> refused) {}

        OutcomeShape shape() {
            return new OutcomeShape(changes.stream().map(PlanChange::rule).toList(), refused);
        }
    }

    private PlanRun(PlanStart start, Duration importLength, Instant free, Reading reading) {
        this.start = start;
        this.free = free;
        this.reading = reading;
        this.importLength = importLength;
        now = start.now();
        phase = start.phase();
        left = importLength;
        idleUntil = start.cleanup().at();
        scheduled = reading.isScheduled() ? start.cleanup().at() : null;
        isHeld = phase == Phase.PAUSED && isOverdue() && !reading.pauseLetsItRun();
    }

    /**
     * @param steps in the order in which they are done
     * @param free when the other imports on the database have ended, in UTC
     */
    static PlanResult of(
            PlanStart start, List<PlanStep> steps, Duration importLength, Instant free, Reading reading) {
        var run = new PlanRun(start, importLength, free, reading);
        steps.forEach(run::take);
        run.passTo(Instant.MAX);
        return new PlanResult(List.copyOf(run.changes), run.refusedInOrder());
    }

    /** What has no time of its own comes last, whenever it is refused. */
    private List<Fact> refusedInOrder() {
        return refused.stream().sorted(Comparator.comparing(
                each -> each.kind() == PlanFact.NEXT_NOT_POSSIBLE || each.kind() == PlanFact.NEVER_FREE)).toList();
    }

    private void take(PlanStep step) {
        var at = step.doneAt(start.now(), free);
        if (at.equals(Instant.MAX)) {
            refused.add(Fact.of(PlanFact.NEVER_FREE));
            return;
        }
        if (at.isBefore(start.now()) || (step.kind() == PlanStep.StepKind.SCHEDULE && !step.at().isAfter(now))) {
            refused.add(Fact.of(PlanFact.IN_THE_PAST, step.kind(), step.at()));
            return;
        }
        passTo(at);
        now = at;
        refusal(step).ifPresentOrElse(refused::add, () -> happens(step));
    }

    private Optional<Fact> refusal(PlanStep step) {
        if (step.kind() == PlanStep.StepKind.LAUNCH && step.at().isBefore(free)) {
            return Optional.of(Fact.of(PlanFact.DATABASE_BUSY, step.at()));
        }
        if (isPossible(step.kind())) {
            return Optional.empty();
        }
        return Optional.of(step.kind() == PlanStep.StepKind.LAUNCH_NEXT
                ? Fact.of(PlanFact.NEXT_NOT_POSSIBLE, phase)
                : Fact.of(PlanFact.NOT_POSSIBLE, step.kind(), step.at(), phase));
    }

    private boolean isPossible(PlanStep.StepKind kind) {
        return switch (kind) {
            // What a relaunch takes is a plan of its own, once the import has failed.
            case LAUNCH, LAUNCH_NEXT -> !hasFailed && (phase == Phase.RECEIVING_FILES || phase == Phase.FAILED);
            case FAIL, PAUSE -> phase == Phase.IMPORT_IN_PROGRESS;
            case RESUME -> phase == Phase.PAUSED;
            case CLEAN_UP -> phase != Phase.IMPORT_IN_PROGRESS && !phase.isClosing();
            case SCHEDULE -> !phase.isClosing();
        };
    }

    private void happens(PlanStep step) {
        switch (step.kind()) {
            case FAIL -> fail();
            case SCHEDULE -> schedule(step.at());
            case LAUNCH, LAUNCH_NEXT -> launch();
            case PAUSE -> pause();
            case RESUME -> become(Phase.IMPORT_IN_PROGRESS, PlanFact.RESUMED);
            case CLEAN_UP -> {
                scheduled = now;
                become(Phase.CLEANING_UP_FILES, PlanFact.CLEANUP_REQUESTED);
            }
        }
    }

    private void schedule(Instant time) {
        scheduled = time;
        isHeld = false;
        become(phase, PlanFact.SCHEDULED);
    }

    private void launch() {
        left = importLength;
        interrupted();
        become(Phase.IMPORT_IN_PROGRESS, PlanFact.LAUNCHED);
    }

    private void pause() {
        isHeld = isOverdue() && !reading.pauseLetsItRun();
        interrupted();
        isHeld = isHeld && isOverdue();
        become(Phase.PAUSED, PlanFact.PAUSED);
    }

    private void fail() {
        hasFailed = true;
        interrupted();
        become(Phase.FAILED, PlanFact.IMPORT_FAILS);
    }

    private void interrupted() {
        if (reading.launchRestarts()) {
            restartIdleTimeout();
        }
    }

    private void restartIdleTimeout() {
        idleUntil = now.plus(CleanupClock.IDLE_TIMEOUT);
    }

    /** Lets all happen that happens by itself until then. */
    private void passTo(Instant until) {
        for (var next = next(); next != null && !next.isAfter(until); next = next()) {
            if (phase == Phase.IMPORT_IN_PROGRESS) {
                left = Duration.ZERO;
                now = next;
                restartIdleTimeout();
                become(Phase.MIGRATION_DONE, PlanFact.IMPORT_ENDS);
            } else {
                var rule = cleanupRule();
                now = next;
                become(Phase.CLEANING_UP_FILES, rule);
            }
        }
        if (phase == Phase.IMPORT_IN_PROGRESS) {
            left = left.minus(Duration.between(now, until));
            now = until;
        }
    }

    private @Nullable Instant next() {
        return switch (phase) {
            case IMPORT_IN_PROGRESS -> now.plus(left);
            case RECEIVING_FILES, PAUSED, MIGRATION_DONE, FAILED, ABORTED -> isHeld ? null : later(now, due());
            case INITIALIZING, STARTING, CLEANING_UP_FILES, CLOSED -> null;
        };
    }

    /** By which rule the cleanup starts that is next. */
    private PlanFact cleanupRule() {
        var before = due().isBefore(now) && !changes.isEmpty() ? changes.getLast().rule() : null;
        if (before == PlanFact.IMPORT_ENDS) {
            return PlanFact.CLEANUP_AFTER_END;
        }
        if (before == PlanFact.IMPORT_FAILS) {
            return PlanFact.CLEANUP_AFTER_FAILURE;
        }
        if (before == PlanFact.PAUSED) {
            return PlanFact.CLEANUP_AT_PAUSE;
        }
        if (start.cleanup().cause() == Deadline.Cause.CLEANUP_UNKNOWN && due().equals(start.cleanup().at())) {
            return PlanFact.CLEANUP_DUE;
        }
        return scheduled == null ? PlanFact.CLEANUP_AFTER_IDLE_WEEK : PlanFact.CLEANUP_AS_SCHEDULED;
    }

    private boolean isOverdue() {
        return !due().isAfter(now);
    }

    private Instant due() {
        return scheduled == null ? idleUntil : scheduled;
    }

    private void become(Phase next, PlanFact rule) {
        phase = next;
        isHeld = isHeld && next == Phase.PAUSED;
        changes.add(PlanChange.at(now, rule, next, due()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
