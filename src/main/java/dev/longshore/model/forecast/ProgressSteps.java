package dev.longshore.model.forecast;

import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How the present import has come forward so far: one step per observed gain, with the time it took while the import
 * ran. Time in which it was paused is not counted; a percentage that falls begins the count anew.
 */
final class ProgressSteps {
    /**
     * One observed gain.
     *
     * @param gained in percent points, more than 0
     * @param took the time in which the import ran, more than 0
     */
    record ProgressStep(double gained, Duration took) {
        /** Percent points per hour. */
        double pace() {
            return gained / hours(took);
        }
    }

    private final List<ProgressStep> steps = new ArrayList<>();
    private @Nullable Observation last;
    private double percent = -1;
    private Instant changedAt = Instant.MIN;
    private Duration running = Duration.ZERO;

    private ProgressSteps() {}

    /** The steps of the import that runs, or is paused, at the end of these observations. */
    static ProgressSteps of(List<Observation> observations) {
        var steps = new ProgressSteps();
        for (var observation : presentImport(observations)) {
            steps.add(observation);
        }
        return steps;
    }

    static double hours(Duration time) {
        return (time.toSeconds() + time.toNanosPart() / 1e9) / 3_600;
    }

    List<ProgressStep> steps() {
        return List.copyOf(steps);
    }

    /** The newest percentage, or empty where none was seen. */
    OptionalDouble percent() {
        return percent < 0 ? OptionalDouble.empty() : OptionalDouble.of(percent);
    }

    /** When the newest percentage was first seen, in UTC. */
    Instant changedAt() {
        return changedAt;
    }

    /** For how long the import, which still runs at {@code now}, has run since the percentage last rose. */
    Duration runningSinceChange(Instant now) {
        var sinceLast = last == null ? Duration.ZERO : Duration.between(last.at(), now);
        return sinceLast.isNegative() ? running : running.plus(sinceLast);
    }

    /** From the launch on; a word nobody knows does not end an import. */
    private static List<Observation> presentImport(List<Observation> observations) {
        var from = observations.size();
        while (from > 0 && observations.get(from - 1).status().phase().map(Phase::occupiesTheDatabase).orElse(true)) {
            from--;
        }
        return observations.subList(from, observations.size());
    }

    private void add(Observation next) {
        if (last != null && last.status().is(Phase.IMPORT_IN_PROGRESS)) {
            running = running.plus(Duration.between(last.at(), next.at()));
        }
        last = next;
        if (next.progress() != null) {
            next.progress().percent().ifPresent(value -> record(value, next.at()));
        }
    }

    private void record(double value, Instant at) {
        if (percent < 0 || value < percent) {
            steps.clear();
            begin(value, at);
        } else if (value > percent && running.isPositive()) {
            steps.add(new ProgressStep(value - percent, running));
            begin(value, at);
        }
    }

    private void begin(double value, Instant at) {
        percent = value;
        changedAt = at;
        running = Duration.ZERO;
    }
}
