package dev.longshore.journal;

import dev.longshore.model.CommandState;
import dev.longshore.model.fact.Fact;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The word by which a state of a command stands in the file. */
enum StoredCommandState {
    REQUESTED,
    ACCEPTED,
    UNANSWERED,
    OBSERVED,
    REFUSED,
    NO_EFFECT;

    static StoredCommandState of(CommandState state) {
        return switch (state) {
            case CommandState.Requested _ -> REQUESTED;
            case CommandState.Accepted _ -> ACCEPTED;
            case CommandState.Unanswered _ -> UNANSWERED;
            case CommandState.Observed _ -> OBSERVED;
            case CommandState.Refused _ -> REFUSED;
            case CommandState.NoEffect _ -> NO_EFFECT;
        };
    }

    /** @param cleanupTime the one that the answer named, for a command that was accepted */
    CommandState state(Instant at, Fact why, @Nullable Instant cleanupTime) {
        return switch (this) {
            case REQUESTED -> new CommandState.Requested(at);
            case ACCEPTED -> new CommandState.Accepted(at, cleanupTime);
            case UNANSWERED -> new CommandState.Unanswered(at, why);
            case OBSERVED -> new CommandState.Observed(at);
            case REFUSED -> new CommandState.Refused(at, why);
            case NO_EFFECT -> new CommandState.NoEffect(at, why);
        };
    }

    /** The words of the states that are not decided, as they stand in an SQL list. */
    static String open() {
        return Arrays.stream(values())
                .filter(word -> word.state(Instant.EPOCH, Fact.recorded(""), null).isOpen())
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(", "));
    }
}
