package dev.longshore.model.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Phase;
import dev.longshore.model.fact.PlanFact;
import dev.longshore.model.plan.DatabasePlan.PlannedImport;
import dev.longshore.model.plan.PlanStart.ImportLength;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random plans for two or three migrations of one database, as the model sees them and as the simulator carries them out
 * over HTTP: the same, to the second. How many is said by the property {@code longshore.plans}. The two share no code.
 */
class DatabasePlanOnSimulatorTest {
    private static final int PLANS = Integer.getInteger("longshore.plans", 1000) / 4;
    private static final ServiceTimings AT_ONCE = new ServiceTimings(
            Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final List<String> differences = new ArrayList<>();
    private int compared;
    private int launched;
    private int safe;

    @Test
    void tellsOfThePlansOfADatabaseWhatTheServiceThenDoes() throws IOException {
        var options = SimulatorOptions.standingStill().timings(AT_ONCE).build();
        try (var simulator = Simulator.start(options); var client = HttpClient.newHttpClient()) {
            for (var seed = 1; seed <= PLANS; seed++) {
                new PlannedDatabase(seed, simulator, client).carryOut();
            }
        }
        System.out.printf("%d plans for several migrations of one database, %d of which are compared, with %d launches "
                + "that waited; %d migrations are called safe: %d differ from the simulator%n", PLANS, compared,
                launched, safe, differences.size());
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(PLANS / 2);
        assertThat(launched).isGreaterThan(PLANS / 20);
        assertThat(safe).isGreaterThan(PLANS / 20);
    }

    /** One database with the migrations of a plan. */
    private final class PlannedDatabase {
        private final int seed;
        private final Random random;
        private final List<RandomPlan> plans = new ArrayList<>();
        private final List<PlannedMigration> migrations = new ArrayList<>();
        private final List<PlanStart> starts = new ArrayList<>();
        private final Set<Integer> imported = new HashSet<>();

        PlannedDatabase(int seed, Simulator simulator, HttpClient client) {
            this.seed = seed;
            random = new Random(new SplittableRandom(seed).nextLong());
            plans.add(RandomPlan.of(random, simulator.clock().instant()).alone());
            for (var i = random.nextInt(2); i >= 0; i--) {
                plans.add(plans.getFirst().waiting(random));
            }
            var database = simulator.addDatabase("orders", SimulatedCloud.AWS, "region-1", "ACTIVE");
            plans.forEach(each -> migrations.add(new PlannedMigration(client, simulator, database, each)));
        }

        void carryOut() {
            migrations.stream().skip(1).forEach(PlannedMigration::prepare);
            migrations.getFirst().begin();
            if (!begins()) {
                return;
            }
            compared++;
            for (var i = 0; i < plans.size(); i++) {
                var left = plans.get(i).left();
                starts.add(migrations.get(i).start(ImportLength.between(left, left)));
                if (plans.get(i).phase() == Phase.MIGRATION_DONE) {
                    imported.add(i);
                }
            }
            var whole = DatabasePlan.outcomes(queue(starts), null);
            var exact = DatabasePlan.outcomes(queue(starts), null, this::inTheSimulatorsReading);
            exact.forEach((each, told) -> covers("all readings leave out", outcome(whole, each), told));
            var wider = DatabasePlan.outcomes(queue(starts.stream().map(this::wider).toList()), null);
            exact.forEach((each, told) -> covers("the ranges leave out", outcome(wider, each), told));
            walk(exact);
            whole.forEach((each, told) -> {
                safe += told.isSafe() ? 1 : 0;
                if (told.isSafe() && !imported.contains(each)) {
                    differences.add(seed + ": " + each + " is called safe, but its data was lost");
                }
            });
        }

        /** One whose cleanup comes before the plan is not compared. */
        private boolean begins() {
            for (var i = 0; i < plans.size(); i++) {
                if (migrations.get(i).look().phase() != plans.get(i).phase()) {
                    return false;
                }
            }
            return true;
        }

        private List<PlannedImport<Integer>> queue(List<PlanStart> of) {
            var queue = new ArrayList<PlannedImport<Integer>>();
            for (var i = 0; i < of.size(); i++) {
                queue.add(new PlannedImport<>(i, of.get(i), plans.get(i).steps()));
            }
            return queue;
        }

        private PlanOutcome inTheSimulatorsReading(PlannedImport<Integer> each) {
            var isScheduled = plans.get(each.key()).scheduledIn() != null;
            return PlanOutcome.of(each.start(), each.steps(),
                    List.of(new PlanRun.Reading(isScheduled, true, true)));
        }

        private PlanStart wider(PlanStart start) {
            var length = start.importLength().shortest();
            return new PlanStart(start.now(), start.phase(), start.cleanup(), ImportLength.between(
                    length.multipliedBy(random.nextInt(100)).dividedBy(100),
                    length.plus(Duration.ofSeconds(random.nextInt(400_000)))), null);
        }

        private static PlanOutcome outcome(Map<Integer, PlanOutcome> outcomes, int index) {
            return Objects.requireNonNull(outcomes.get(index));
        }

        private void covers(String what, PlanOutcome wide, PlanOutcome exact) {
            if (exact.scenarios().size() != 1) {
                differences.add(seed + ": " + exact.scenarios().size() + " scenarios of one reading");
            } else if (wide.scenarios().stream().noneMatch(each -> covers(each, exact.scenarios().getFirst()))) {
                differences.add("%d: %s%n%s%nin%n%s".formatted(seed, what, exact, wide));
            }
        }

        private boolean covers(PlanOutcome.Scenario wide, PlanOutcome.Scenario exact) {
            if (wide.changes().size() != exact.changes().size() || !wide.refused().equals(exact.refused())) {
                return false;
            }
            for (var i = 0; i < wide.changes().size(); i++) {
                var each = exact.changes().get(i);
                var range = wide.changes().get(i);
                if (range.rule() != each.rule() || range.phase() != each.phase()
                        || range.earliest().isAfter(each.earliest()) || range.latest().isBefore(each.latest())) {
                    return false;
                }
            }
            return true;
        }

        private void walk(Map<Integer, PlanOutcome> exact) {
            for (var time : times(exact)) {
                var first = migrations.getFirst();
                first.advance(Duration.between(first.now(), time));
                exact.keySet().forEach(each -> take(each, time, outcome(exact, each).scenarios().getFirst()));
                for (var each : exact.keySet()) {
                    if (!look(each, time, outcome(exact, each).scenarios().getFirst())) {
                        return;
                    }
                }
            }
        }

        private NavigableSet<Instant> times(Map<Integer, PlanOutcome> exact) {
            var now = starts.getFirst().now();
            var times = new TreeSet<Instant>(List.of(now));
            plans.forEach(plan -> plan.steps().forEach(each -> times.add(each.doneAt(now, now))));
            exact.values().stream().flatMap(each -> each.scenarios().getFirst().changes().stream())
                    .forEach(each -> times.addAll(List.of(each.earliest(), each.earliest().minusSeconds(1),
                            each.earliest().plusSeconds(3601))));
            times.add(times.last().plus(Duration.ofDays(9)));
            times.removeIf(each -> each.isBefore(now));
            return times;
        }

        private void take(int index, Instant time, PlanOutcome.Scenario told) {
            for (var step : plans.get(index).steps()) {
                if (step.kind() == PlanStep.StepKind.LAUNCH_NEXT) {
                    launched(step, told).forEach(at -> launchNext(index, step, time, at));
                } else if (step.doneAt(starts.get(index).now(), time).equals(time)) {
                    migrations.get(index).take(step);
                }
            }
        }

        /** When the model launches it; nothing where it does not. */
        private static Stream<Instant> launched(PlanStep step, PlanOutcome.Scenario told) {
            return told.changes().stream().filter(each -> each.rule() == PlanFact.LAUNCHED).map(PlanChange::earliest)
                    .filter(at -> !at.isBefore(step.at()));
        }

        /** Not a second earlier than it can be, and then it can. */
        private void launchNext(int index, PlanStep step, Instant time, Instant at) {
            var isWaiting = time.equals(at.minusSeconds(1)) && !time.isBefore(step.at());
            if (!isWaiting && !time.equals(at)) {
                return;
            }
            launched += isWaiting ? 1 : 0;
            var code = migrations.get(index).take(step);
            if ((code == 200) == isWaiting) {
                differences.add("%d: the launch of %d at %s is answered with %d%n%s".formatted(
                        seed, index, time, code, plans));
            }
        }

        private boolean look(int index, Instant time, PlanOutcome.Scenario told) {
            var seen = migrations.get(index).look();
            var phase = starts.get(index).phase();
            var due = starts.get(index).cleanup().at();
            for (var change : told.changes()) {
                if (!change.earliest().isAfter(time)) {
                    phase = change.phase();
                    due = change.earliestDue();
                    if (change.rule() == PlanFact.IMPORT_ENDS) {
                        imported.add(index);
                    }
                }
            }
            if (phase == Phase.MIGRATION_DONE) {
                imported.add(index);
            }
            var isSame = open(seen.phase()) == phase && Objects.equals(seen.due(), due);
            if (!isSame) {
                differences.add("%d: at %s the simulator has %s of %d, the model %s %s%n%s%n%s".formatted(
                        seed, time, seen, index, phase, due, plans, told));
            }
            return isSame;
        }

        private static Phase open(Phase phase) {
            return phase == Phase.CLOSED ? Phase.CLEANING_UP_FILES : phase;
        }
    }
}
