package dev.longshore.model.advice;

import dev.longshore.model.Alert;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.LastKnown;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.Fact;
import java.util.List;
import java.util.Optional;

/** Tells that what a user asked for last came to nothing, or that nobody knows whether it happened. */
final class FailedCommandRule {
    private FailedCommandRule() {}

    /** What to tell of the newest command; nothing any more once the status has changed after that. */
    static Optional<Alert> alert(LastKnown known, List<Command> commands) {
        return commands.stream()
                .reduce((_, newer) -> newer)
                .filter(command -> !known.since().isAfter(command.state().at()))
                .flatMap(command -> fact(command).map(fact -> new Alert(
                        Alert.Kind.COMMAND_FAILED, Alert.Severity.SOON, command.requestedAt(), fact)));
    }

    /** True when it came to nothing, or may have. */
    static boolean hasFailed(Command command) {
        return fact(command).isPresent();
    }

    private static Optional<Fact> fact(Command command) {
        return factKind(command.state())
                .flatMap(kind -> command.state().reason().map(why -> Fact.of(kind, command.action(), why)));
    }

    private static Optional<AdviceFact> factKind(CommandState state) {
        return switch (state.kind()) {
            case REFUSED -> Optional.of(AdviceFact.COMMAND_REFUSED);
            case NOT_SENT -> Optional.of(AdviceFact.COMMAND_NOT_SENT);
            case NO_EFFECT -> Optional.of(AdviceFact.COMMAND_WITHOUT_EFFECT);
            case UNANSWERED -> Optional.of(AdviceFact.COMMAND_UNANSWERED);
            case REQUESTED, ACCEPTED, OBSERVED -> Optional.empty();
        };
    }
}
