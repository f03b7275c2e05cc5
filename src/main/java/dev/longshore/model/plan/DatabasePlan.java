package dev.longshore.model.plan;

import dev.longshore.model.plan.PlanStart.OccupiedUntil;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A plan for several migrations of one database, of which one import runs at a time. Pure functions. */
public final class DatabasePlan {
    private DatabasePlan() {}

    /**
     * One migration of it.
     *
     * @param <K> what tells the migrations apart
     * @param start the situation in which the plan begins; what it says of other imports is not asked
     * @param steps what is planned for this one
     */
    public record PlannedImport<K>(K key, PlanStart start, List<PlanStep> steps) {
        public PlannedImport {
            steps = List.copyOf(steps);
        }

        private Instant begins(@Nullable OccupiedUntil busy) {
            if (start.phase().occupiesTheDatabase()) {
                return Instant.MIN;
            }
            var free = busy == null ? start.now() : busy.earliest();
            return steps.stream().filter(PlanStep::isLaunch).map(each -> each.doneAt(start.now(), free))
                    .min(Comparator.naturalOrder()).orElse(Instant.MAX);
        }

        private PlannedImport<K> after(@Nullable OccupiedUntil others) {
            return new PlannedImport<>(key, start.with(others), steps);
        }
    }

    /**
     * What comes of the plan for each of them, in the order in which their imports begin.
     *
     * @param queue in the order in which those are launched that wait for each other
     * @param outside until when imports run of which nothing else is known; null for none
     */
    public static <K> SequencedMap<K, PlanOutcome> outcomes(
            List<PlannedImport<K>> queue, @Nullable OccupiedUntil outside) {
        return outcomes(queue, outside, each -> PlanOutcome.of(each.start(), each.steps()));
    }

    static <K> SequencedMap<K, PlanOutcome> outcomes(
            List<PlannedImport<K>> queue, @Nullable OccupiedUntil outside,
            Function<PlannedImport<K>, PlanOutcome> outcome) {
        var outcomes = new LinkedHashMap<K, PlanOutcome>();
        var waiting = new ArrayList<>(queue);
        var busy = outside;
        while (!waiting.isEmpty()) {
            var before = busy;
            // Of those that begin at the same time the first one in the queue.
            var next = waiting.stream().min(Comparator.comparing(each -> each.begins(before))).orElseThrow()
                    .after(busy);
            waiting.removeIf(each -> each.key().equals(next.key()));
            var told = outcome.apply(next);
            outcomes.put(next.key(), told);
            busy = told.busy(next.start()).map(each -> each.and(before)).orElse(before);
        }
        return outcomes;
    }
}
