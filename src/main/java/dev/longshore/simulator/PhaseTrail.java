package dev.longshore.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The phases a migration went through, each with its begin; and, some minutes later, the phase that is reported. */
final class PhaseTrail {

    record Turn(Instant at, Phase phase) {}

    private final Duration lag;
    private final List<Turn> turns = new ArrayList<>();

    PhaseTrail(Duration lag, Instant begin) {
        this.lag = lag;
        turns.add(new Turn(begin, Phase.INITIALIZING));
    }

    void add(Turn turn) {
        turns.add(turn);
    }

    Phase phase() {
        return turns.getLast().phase();
    }

    Instant since() {
        return turns.getLast().at();
    }

    /** The newest phase that is old enough to be reported and that the vocabulary has a word for. */
    Phase reported(Instant now, Predicate<Phase> known) {
        return turns.reversed().stream()
                .filter(turn -> known.test(turn.phase()) && !turn.at().plus(lag).isAfter(now))
                .map(Turn::phase)
                .findFirst()
                .orElse(turns.getFirst().phase());
    }
}
