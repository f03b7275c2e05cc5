package dev.longshore.model;

import java.util.List;

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
}
