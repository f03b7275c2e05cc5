package dev.longshore.model.plan;

import dev.longshore.model.Phase;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.PlanFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What a plan leads to if nobody does anything else. It has several scenarios where the end of the import decides what
 * follows, and where the rules do not say; each lists every change with its range of times.
 *
 * @param scenarios at least one; those that lose something first
 * @param lengthIsKnown whether anybody knows how long the import takes
 */
public record PlanOutcome(List<Scenario> scenarios, boolean lengthIsKnown) {
    public PlanOutcome {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * One way in which the plan can go.
     *
     * @param changes oldest first
     * @param refused what of the plan the rules forbid in it; such a step has no change
     * @param loss what is lost in it, a constant of {@link PlanFact}
     * @param documented false where the documentation leaves open whether it comes to this
     */
    public record Scenario(List<PlanChange> changes, List<Fact> refused, PlanFact loss, boolean documented) {
        public Scenario {
            changes = List.copyOf(changes);
            refused = List.copyOf(refused);
        }

        /** True where nothing is lost. */
        public boolean isSafe() {
            return loss == PlanFact.LOSES_NOTHING;
        }

        /** When its import has left the database to others, in UTC; empty where it never has it. */
        private Optional<PlanStart.OccupiedUntil> freed(Phase begin) {
            Optional<PlanStart.OccupiedUntil> freed = Optional.empty();
            var before = begin;
            for (var each : changes) {
                if (before.occupiesTheDatabase() && !each.phase().occupiesTheDatabase()) {
                    freed = Optional.of(new PlanStart.OccupiedUntil(each.earliest(), each.latest(), true));
                }
                before = each.phase();
            }
            return before.occupiesTheDatabase() ? Optional.of(PlanStart.OccupiedUntil.until(Instant.MAX)) : freed;
        }

        private Fact fact(boolean lengthIsKnown) {
            var told = new ArrayList<Fact>(refused);
            changes.forEach(each -> told.add(each.fact(lengthIsKnown)));
            told.add(Fact.of(loss));
            if (!documented) {
                told.add(Fact.of(PlanFact.UNDOCUMENTED));
            }
            return Fact.sentences(told.toArray(Fact[]::new));
        }
    }

    /** What comes of doing {@code steps}, which may be none, beginning with {@code start}. */
    public static PlanOutcome of(PlanStart start, Collection<PlanStep> steps) {
        return of(start, steps, PlanRun.Reading.all(start.cleanup().cause()));
    }

    static PlanOutcome of(PlanStart start, Collection<PlanStep> steps, List<PlanRun.Reading> readings) {
        var byShape = new LinkedHashMap<PlanRun.PlanResult.OutcomeShape, Scenario>();
        for (var free : PlanTimes.free(start, steps)) {
            var inOrder = steps.stream()
                    .sorted(Comparator.<PlanStep, Instant>comparing(each -> each.doneAt(start.now(), free))
                            .thenComparing(PlanStep::kind))
                    .toList();
            for (var length : PlanTimes.lengths(start, inOrder, free)) {
                var results = readings.stream().map(each -> PlanRun.of(start, inOrder, length, free, each)).distinct()
                        .toList();
                results.forEach(each -> byShape.merge(
                        each.shape(), scenario(start, each, results.size() == 1), PlanOutcome::both));
            }
        }
        var scenarios = byShape.values().stream().sorted(Comparator.comparing(Scenario::isSafe)).toList();
        return new PlanOutcome(scenarios, start.importLength().known() && isStartKnown(start, steps));
    }

    private static boolean isStartKnown(PlanStart start, Collection<PlanStep> steps) {
        var busy = start.busy();
        return busy == null || busy.known() || steps.stream().noneMatch(PlanStep::isLaunch);
    }

    /**
     * Until when its import may keep the database from the others, in UTC; empty where it never does.
     *
     * @param start where the plan began
     */
    Optional<PlanStart.OccupiedUntil> busy(PlanStart start) {
        var ends = scenarios.stream().map(each -> each.freed(start.phase())).toList();
        if (ends.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var free = new PlanStart.OccupiedUntil(start.now(), start.now(), true);
        var ranges = ends.stream().map(each -> each.orElse(free)).toList();
        return Optional.of(new PlanStart.OccupiedUntil(
                ranges.stream().map(PlanStart.OccupiedUntil::earliest).min(Comparator.naturalOrder()).orElseThrow(),
                ranges.stream().map(PlanStart.OccupiedUntil::latest).max(Comparator.naturalOrder()).orElseThrow(),
                lengthIsKnown));
    }

    private static Scenario scenario(PlanStart start, PlanRun.PlanResult result, boolean documented) {
        return new Scenario(result.changes(), result.refused(), loss(start.phase(), result.changes()), documented);
    }

    /** The cleanup is the last of all changes. */
    private static PlanFact loss(Phase phase, List<PlanChange> changes) {
        if (changes.isEmpty() || !changes.getLast().isCleanup()) {
            return PlanFact.CLEANUP_WAITS;
        }
        var before = changes.size() == 1 ? phase : changes.get(changes.size() - 2).phase();
        return switch (before) {
            case RECEIVING_FILES, INITIALIZING -> PlanFact.LOSES_UPLOADS;
            case PAUSED, STARTING, IMPORT_IN_PROGRESS -> PlanFact.LOSES_PROGRESS;
            case FAILED -> PlanFact.LOSES_RELAUNCH;
            case ABORTED -> PlanFact.LOSES_ABORTED;
            case MIGRATION_DONE, CLEANING_UP_FILES, CLOSED -> PlanFact.LOSES_NOTHING;
        };
    }

    private static Scenario both(Scenario one, Scenario other) {
        var changes = new ArrayList<PlanChange>();
        for (var i = 0; i < one.changes().size(); i++) {
            changes.add(one.changes().get(i).with(other.changes().get(i)));
        }
        return new Scenario(changes, one.refused(), one.loss(), one.documented() && other.documented());
    }

    /** True where nothing that is needed can be lost, however the import and the undocumented rules go. */
    public boolean isSafe() {
        return scenarios.stream().allMatch(Scenario::isSafe);
    }

    /** The outcome in sentences, with the rule behind each change and what is lost. */
    public Fact fact() {
        return Fact.sentences(facts().toArray(Fact[]::new));
    }

    /** The same, a fact for each scenario; where there are several, first how many. */
    public List<Fact> facts() {
        if (scenarios.size() == 1) {
            return List.of(scenarios.getFirst().fact(lengthIsKnown));
        }
        var told = new ArrayList<Fact>();
        told.add(Fact.of(PlanFact.OUTCOMES, scenarios.size()));
        for (var i = 0; i < scenarios.size(); i++) {
            told.add(Fact.of(PlanFact.OUTCOME, i + 1, scenarios.get(i).fact(lengthIsKnown)));
        }
        return told;
    }
}
