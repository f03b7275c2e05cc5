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
        return switch (command.state()) {
            case CommandState.Refused refused -> Optional.of(Fact.of(
                    refused.wasAnswered() ? AdviceFact.COMMAND_REFUSED : AdviceFact.COMMAND_NOT_SENT,
                    command.action(), refused.why()));
            case CommandState.NoEffect none ->
                Optional.of(Fact.of(AdviceFact.COMMAND_WITHOUT_EFFECT, command.action(), none.why()));
            case CommandState.Unanswered unanswered ->
                Optional.of(Fact.of(AdviceFact.COMMAND_UNANSWERED, command.action(), unanswered.why()));
            case CommandState.Requested _,CommandState.Accepted _,CommandState.Observed _ -> Optional.empty();
        };
    }
}
