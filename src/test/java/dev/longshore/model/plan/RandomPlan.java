package dev.longshore.model.plan;

import dev.longshore.model.Phase;
import dev.longshore.simulator.service.ImportPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A random situation and a random plan.
 *
 * @param begin when the migration is initialized, in UTC
 * @param scheduledIn after which time its cleanup is scheduled at once; null where it is not
 * @param untilLaunch how long it only received files
 * @param phase what it is brought into then
 * @param ran how long its import ran
 * @param waited how long nothing happened after that
 * @param length how long its import takes as a whole
 * @param otherImportRuns how long another import of its database runs; null for none
 * @param steps the plan, in the order in which it is done
 */
record RandomPlan(Instant begin, @Nullable Duration scheduledIn, Duration untilLaunch, Phase phase, Duration ran,
        Duration waited, Duration length, @Nullable Duration otherImportRuns, List<PlanStep> steps) {
    private static final List<Phase> PHASES = List.of(Phase.RECEIVING_FILES, Phase.RECEIVING_FILES,
            Phase.IMPORT_IN_PROGRESS, Phase.IMPORT_IN_PROGRESS, Phase.PAUSED, Phase.FAILED, Phase.MIGRATION_DONE,
            Phase.ABORTED);

    static RandomPlan of(Random random, Instant begin) {
        var phase = PHASES.get(random.nextInt(PHASES.size()));
        var scheduledIn = random.nextInt(3) == 0 ? seconds(random, 18) : null;
        var untilLaunch = seconds(random, 3);
        var length = seconds(random, 12);
        var ran = part(random, length);
        var waited = phase == Phase.IMPORT_IN_PROGRESS ? Duration.ZERO : seconds(random, 3);
        var now = begin.plus(untilLaunch).plus(waited).plus(runs(phase) ? ran : Duration.ZERO);
        var other = phase != Phase.IMPORT_IN_PROGRESS && phase != Phase.PAUSED && random.nextInt(4) == 0
                ? seconds(random, 9)
                : null;
        var left = phase == Phase.IMPORT_IN_PROGRESS || phase == Phase.PAUSED ? length.minus(ran) : length;
        var meetings = new ArrayList<>(List.of(now, now.plus(left), now.plus(Duration.ofDays(7)),
                begin.plus(Duration.ofDays(7))));
        if (scheduledIn != null) {
            meetings.add(begin.plus(scheduledIn));
        }
        if (other != null) {
            meetings.add(now.plus(other));
        }
        return new RandomPlan(begin, scheduledIn, untilLaunch, phase, ran, waited, length, other,
                steps(random, phase, now, meetings));
    }

    /** Another migration of the same database: it was initialized at the same time, and has only received files since. */
    RandomPlan waiting(Random random) {
        var begins = now();
        var length = seconds(random, 9);
        var due = random.nextInt(3) == 0 ? seconds(random, 24) : null;
        var meetings = new ArrayList<>(List.of(begins, begins.plus(left()), begin.plus(Duration.ofDays(7)),
                begins.plus(left()).plus(length)));
        steps.forEach(each -> meetings.add(each.at()));
        var planned = new ArrayList<PlanStep>();
        if (random.nextInt(3) > 0) {
            planned.add(new PlanStep(PlanStep.StepKind.LAUNCH_NEXT,
                    random.nextInt(4) == 0 ? time(random, begins, meetings) : begins));
        } else {
            planned.add(new PlanStep(PlanStep.StepKind.LAUNCH, time(random, begins, meetings)));
        }
        for (var kind : List.of(PlanStep.StepKind.SCHEDULE, PlanStep.StepKind.PAUSE, PlanStep.StepKind.RESUME,
                PlanStep.StepKind.CLEAN_UP)) {
            if (random.nextInt(5) < 2) {
                var at = time(random, begins, meetings);
                planned.add(new PlanStep(kind, at.isAfter(begins) ? at : begins.plusSeconds(1)));
            }
        }
        planned.sort(Comparator.comparing(PlanStep::kind));
        return new RandomPlan(begin, due, Duration.between(begin, begins), Phase.RECEIVING_FILES, Duration.ZERO,
                Duration.ZERO, length, null, planned);
    }

    /** The same without an import of which the plan knows nothing else. */
    RandomPlan alone() {
        return new RandomPlan(begin, scheduledIn, untilLaunch, phase, ran, waited, length, null, steps);
    }

    private static boolean runs(Phase phase) {
        return phase.occupiesTheDatabase() || phase == Phase.FAILED || phase == Phase.MIGRATION_DONE;
    }

    private static List<PlanStep> steps(Random random, Phase phase, Instant now, List<Instant> meetings) {
        var steps = new ArrayList<PlanStep>();
        for (var kind : PlanStep.StepKind.values()) {
            if (kind != PlanStep.StepKind.LAUNCH_NEXT && random.nextInt(5) < 2) {
                var at = time(random, now, meetings);
                // Another time, and a failure, lie after the begin.
                var isLater = kind == PlanStep.StepKind.SCHEDULE || kind == PlanStep.StepKind.FAIL;
                steps.add(new PlanStep(kind, isLater && !at.isAfter(now) ? now.plusSeconds(1) : at));
                meetings.add(at);
            }
        }
        // A relaunch after a failure that is part of the plan is a plan of its own.
        steps.removeIf(each -> each.kind() == PlanStep.StepKind.LAUNCH && phase.occupiesTheDatabase());
        steps.sort(
                Comparator.<PlanStep, Instant>comparing(each -> each.doneAt(now, now)).thenComparing(PlanStep::kind));
        return List.copyOf(steps);
    }

    /** Often the very second in which something else happens, or the one beside it. */
    private static Instant time(Random random, Instant now, List<Instant> meetings) {
        var at = random.nextInt(3) == 0
                ? meetings.get(random.nextInt(meetings.size())).plusSeconds(random.nextInt(3) - 1)
                : now.plus(seconds(random, 16));
        return at.isBefore(now) ? now : at;
    }

    private static Duration seconds(Random random, int days) {
        return Duration.ofSeconds(1 + random.nextInt(days * 86_400));
    }

    private static Duration part(Random random, Duration whole) {
        return Duration.ofSeconds(random.nextInt((int) whole.toSeconds()));
    }

    Instant now() {
        return begin.plus(untilLaunch).plus(waited).plus(runs(phase) ? ran : Duration.ZERO);
    }

    /** How long the import still takes, or takes once it is launched. */
    Duration left() {
        return phase.occupiesTheDatabase() ? length.minus(ran) : length;
    }

    /** The import as the simulator has to be told of it before it begins: it takes its length, or fails on the way. */
    ImportPlan planned() {
        var until = workUntilFailure();
        // The cause is in the files, so that the simulator does not take it for repaired by a relaunch.
        return until == null || until.compareTo(length) >= 0
                ? ImportPlan.lasting(length)
                : ImportPlan.lasting(until).failing(1, "Corrupt", true);
    }

    /** How much of it is done when it fails; null where it does not run then. */
    private @Nullable Duration workUntilFailure() {
        var failure = steps.stream().filter(each -> each.kind() == PlanStep.StepKind.FAIL).findFirst();
        if (failure.isEmpty()) {
            return null;
        }
        var done = phase.occupiesTheDatabase() ? ran : Duration.ZERO;
        var runningSince = phase == Phase.IMPORT_IN_PROGRESS ? now() : null;
        var isLaunched = phase.occupiesTheDatabase();
        for (var step : steps) {
            var at = step.doneAt(now(), now());
            if (step.kind() == PlanStep.StepKind.FAIL) {
                return runningSince == null ? null : done.plus(Duration.between(runningSince, at));
            }
            if (step.kind() == PlanStep.StepKind.LAUNCH && runningSince == null) {
                isLaunched = true;
                runningSince = at;
            } else if (step.kind() == PlanStep.StepKind.PAUSE && runningSince != null) {
                done = done.plus(Duration.between(runningSince, at));
                runningSince = null;
            } else if (step.kind() == PlanStep.StepKind.RESUME && isLaunched && runningSince == null) {
                runningSince = at;
            }
        }
        return null;
    }
}
