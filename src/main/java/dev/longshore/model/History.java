package dev.longshore.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of one migration, oldest first.
 *
 * @param observations answers that differed from the one before
 * @param commands what was asked for
 * @param watchGaps times in which nobody watched
 * @param seenUntil by the time of an observation, when the answer before it was last seen; both in UTC
 */
public record History(
        List<Observation> observations,
        List<Command> commands,
        List<WatchGap> watchGaps,
        Map<Instant, Instant> seenUntil) {
    public History {
        observations = List.copyOf(observations);
        commands = List.copyOf(commands);
        watchGaps = List.copyOf(watchGaps);
        seenUntil = Map.copyOf(seenUntil);
    }

    /** As far as it is remembered without when an answer was last seen. */
    public History(List<Observation> observations, List<Command> commands, List<WatchGap> blindSpans) {
        this(observations, commands, blindSpans, Map.of());
    }

    /** When what {@code before} said was last seen, in UTC, {@code after} being the observation that followed it. */
    public Instant lastSeen(Observation before, Observation after) {
        return seenUntil.getOrDefault(after.at(), before.at());
    }

    /** The status that was last observed at {@code time} (UTC), or empty where nothing is kept of that time. */
    public Optional<Status> statusAt(Instant time) {
        return observations.stream()
                .takeWhile(each -> !each.at().isAfter(time))
                .reduce((_, later) -> later)
                .map(Observation::status);
    }
}
