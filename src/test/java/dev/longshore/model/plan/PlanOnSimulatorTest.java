package dev.longshore.model.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Phase;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.PlanFact;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random plans, as the model sees them and as the simulator carries them out over HTTP: the same, to the second. How
 * many is said by the property {@code longshore.plans}. The two share no code.
 */
class PlanOnSimulatorTest {
    private static final int PLANS = Integer.getInteger("longshore.plans", 1000);
    private static final ServiceTimings AT_ONCE = new ServiceTimings(
            Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final List<String> differences = new ArrayList<>();
    private int safe;
    private int closed;

    @Test
    void tellsOfEveryPlanWhatTheServiceThenDoes() throws IOException {
        var options = SimulatorOptions.standingStill().timings(AT_ONCE).build();
        try (var simulator = Simulator.start(options); var client = HttpClient.newHttpClient()) {
            for (var seed = 1; seed <= PLANS; seed++) {
                var plan = RandomPlan.of(random(seed), simulator.clock().instant());
                var database = simulator.addDatabase("orders", SimulatedCloud.AWS, "region-1", "ACTIVE");
                carryOut(seed, plan, new PlannedMigration(client, simulator, database, plan));
            }
        }
        System.out.printf("%d plans, of which %d are called safe and %d begin after the cleanup: %d differ from the "
                + "simulator%n", PLANS, safe, closed, differences.size());
        assertThat(differences).isEmpty();
        assertThat(safe).isGreaterThan(PLANS / 20);
        assertThat(closed).isLessThan(PLANS / 3);
    }

    /** Generators of neighbouring seeds begin with like numbers, so the seed is scrambled first. */
    private static Random random(int seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }

    private void carryOut(int seed, RandomPlan plan, PlannedMigration migration) {
        migration.begin();
        var seen = migration.look();
        if (seen.phase().isClosing()) {
            closed++;
            return;
        }
        if (seen.phase() != plan.phase()) {
            differences.add(seed + ": begins as " + seen.phase() + " instead of " + plan.phase());
            return;
        }
        var start = migration.start(PlanStart.ImportLength.between(plan.left(), plan.left()));
        var whole = PlanOutcome.of(start, plan.steps());
        var isSafe = whole.isSafe();
        safe += isSafe ? 1 : 0;
        var told = PlanOutcome.of(start, plan.steps(), List.of(simulatorsReading(plan))).scenarios();
        if (told.size() != 1) {
            differences.add(seed + ": " + told.size() + " scenarios of one reading");
            return;
        }
        if (whole.scenarios().stream().noneMatch(each -> covers(each, told.getFirst()))) {
            differences.add(seed + ": what the simulator does is not among " + whole.scenarios());
        }
        var lost = walk(seed, start, migration, told.getFirst());
        if (isSafe && lost) {
            differences.add(seed + ": called safe, but data was lost");
        }
        wider(seed, start, plan, told.getFirst());
    }

    private static PlanRun.Reading simulatorsReading(RandomPlan plan) {
        return new PlanRun.Reading(plan.scheduledIn() != null, true, true);
    }

    /** A range around the true length has to contain what comes of the true one. */
    private void wider(int seed, PlanStart start, RandomPlan plan, PlanOutcome.Scenario truth) {
        var random = random(seed);
        var shortest = plan.left().multipliedBy(random.nextInt(100)).dividedBy(100);
        var longest = plan.left().plus(Duration.ofSeconds(random.nextInt(900_000)));
        var wide = new PlanStart(start.now(), start.phase(), start.cleanup(),
                PlanStart.ImportLength.between(shortest, longest), start.busy());
        var outcome = PlanOutcome.of(wide, plan.steps());
        if (outcome.scenarios().stream().noneMatch(each -> covers(each, truth))) {
            differences.add(seed + ": the range of lengths leaves out " + truth + " in " + outcome);
        }
        if (outcome.isSafe() && !truth.isSafe()) {
            differences.add(seed + ": the range of lengths is called safe");
        }
    }

    private static boolean covers(PlanOutcome.Scenario wide, PlanOutcome.Scenario exact) {
        if (wide.changes().size() != exact.changes().size() || !wide.refused().equals(exact.refused())) {
            return false;
        }
        for (var i = 0; i < wide.changes().size(); i++) {
            if (!covers(wide.changes().get(i), exact.changes().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(PlanChange wide, PlanChange exact) {
        return wide.rule() == exact.rule() && wide.phase() == exact.phase()
                && !wide.earliest().isAfter(exact.earliest()) && !wide.latest().isBefore(exact.latest())
                && !wide.earliestDue().isAfter(exact.earliestDue()) && !wide.latestDue().isBefore(exact.latestDue());
    }

    /** Carries the plan out and compares at every second that counts; returns whether data was lost. */
    private boolean walk(int seed, PlanStart start, PlannedMigration migration, PlanOutcome.Scenario told) {
        var wasImported = start.phase() == Phase.MIGRATION_DONE;
        for (var time : times(start, migration, told)) {
            migration.advance(Duration.between(migration.now(), time));
            take(seed, start, migration, told);
            var seen = migration.look();
            var expected = expected(start, told, time);
            if (!expected.equals(new PlannedMigration.Seen(open(seen.phase()), seen.due()))) {
                differences.add("%d: at %s the simulator has %s, the model %s%n%s %s %s".formatted(
                        seed, time, seen, expected, start, migration.steps(), told));
                return false;
            }
            wasImported = wasImported || seen.phase() == Phase.MIGRATION_DONE;
            if (seen.phase().isClosing()) {
                // A second in which an import ends and its cleanup begins shows only the latter.
                wasImported = wasImported || told.changes().stream()
                        .anyMatch(each -> each.rule() == PlanFact.IMPORT_ENDS && each.earliest().equals(time));
            }
        }
        return !wasImported;
    }

    private static NavigableSet<Instant> times(PlanStart start, PlannedMigration migration, PlanOutcome.Scenario told) {
        var times = new TreeSet<Instant>(List.of(start.now()));
        migration.steps().forEach(each -> times.add(each.doneAt(start.now(), start.now())));
        told.changes().forEach(each -> times.addAll(List.of(
                each.earliest(), each.earliest().minusSeconds(1), each.earliest().plusSeconds(3601))));
        times.add(times.last().plus(Duration.ofDays(9)));
        times.removeIf(each -> each.isBefore(start.now()));
        return times;
    }

    private void take(int seed, PlanStart start, PlannedMigration migration, PlanOutcome.Scenario told) {
        for (var step : migration.steps()) {
            if (step.doneAt(start.now(), start.now()).equals(migration.now())) {
                var code = migration.take(step);
                var isRefused = told.refused().stream().anyMatch(each -> isOf(each, step));
                // The service answers a resume without effect, and a second pause, as if all were well.
                var mayBeWithoutEffect = step.kind() == PlanStep.StepKind.RESUME
                        || step.kind() == PlanStep.StepKind.PAUSE;
                if ((code == 409 && !isRefused) || (code == 200 && isRefused && !mayBeWithoutEffect)) {
                    differences.add(seed + ": " + step + " was answered with " + code);
                }
            }
        }
    }

    private static boolean isOf(Fact refusal, PlanStep step) {
        return refusal.kind() == PlanFact.DATABASE_BUSY
                ? step.kind() == PlanStep.StepKind.LAUNCH
                : refusal.figures().getFirst() == step.kind();
    }

    private static PlannedMigration.Seen expected(PlanStart start, PlanOutcome.Scenario told, Instant time) {
        var seen = new PlannedMigration.Seen(start.phase(), start.cleanup().at());
        for (var change : told.changes()) {
            if (!change.earliest().isAfter(time)) {
                seen = new PlannedMigration.Seen(change.phase(), change.earliestDue());
            }
        }
        return seen;
    }

    private static Phase open(Phase phase) {
        return phase == Phase.CLOSED ? Phase.CLEANING_UP_FILES : phase;
    }
}
