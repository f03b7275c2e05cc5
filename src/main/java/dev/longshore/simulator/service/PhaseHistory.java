package dev.longshore.simulator.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The phases a migration went through, each with its begin; and, some minutes later, the phase that is reported. */
final class PhaseHistory {

    record PhaseChange(Instant at, SimulatedPhase phase) {}

    private final Duration lag;
    private final List<PhaseChange> changes = new ArrayList<>();

    PhaseHistory(Duration lag, Instant begin) {
        this.lag = lag;
        changes.add(new PhaseChange(begin, SimulatedPhase.INITIALIZING));
    }

    void add(PhaseChange change) {
        changes.add(change);
    }

    SimulatedPhase phase() {
        return changes.getLast().phase();
    }

    Instant since() {
        return changes.getLast().at();
    }

    /** The newest phase that is old enough to be reported and that the vocabulary has a word for. */
    SimulatedPhase reported(Instant now, Predicate<SimulatedPhase> known) {
        return changes.reversed().stream()
                .filter(change -> known.test(change.phase()) && !change.at().plus(lag).isAfter(now))
                .map(PhaseChange::phase)
                .findFirst()
                .orElse(changes.getFirst().phase());
    }
}
