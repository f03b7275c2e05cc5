package dev.longshore.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of one migration, oldest first.
 *
 * @param observations answers that differed from the one before
 * @param commands what was asked for
 * @param blindSpans times in which nobody watched
 */
public record History(List<Observation> observations, List<Command> commands, List<BlindSpan> blindSpans) {
    public History {
        observations = List.copyOf(observations);
        commands = List.copyOf(commands);
        blindSpans = List.copyOf(blindSpans);
    }

    /** The status that was last observed at {@code time} (UTC), or empty where nothing is kept of that time. */
    public Optional<Status> statusAt(Instant time) {
        return observations.stream()
                .takeWhile(each -> !each.at().isAfter(time))
                .reduce((_, later) -> later)
                .map(Observation::status);
    }
}
