package dev.longshore.ui.activity;

import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.ui.fx.TimeText;
import dev.longshore.ui.text.ActionText;
import dev.longshore.ui.text.CommandText;
import dev.longshore.ui.theme.Token;
import java.time.Duration;
import java.util.Optional;

/**
 * A command as a line of the activity list: asked for, taken, and what became of it, each with its time.
 *
 * @param migration the person's name for the migration
 * @param action what was asked for
 * @param requested when
 * @param accepted how long after that the service took it, or empty
 * @param outcome what was seen, and how long after the request; or that it is still open
 * @param note why it came to nothing, or the cleanup time asked for; may be empty
 * @param token the colour of the outcome
 */
public record CommandLine(
        String migration, String action, String requested, String accepted, String outcome, String note, Token token) {
    /** The line for {@code command}. */
    static CommandLine of(Command command, String migration, Words words) {
        return new CommandLine(
                migration, words.actions.noun(command.action()), words.times.at(command.requestedAt()),
                accepted(command, words), outcome(command, words), note(command, words), token(command.state()));
    }

    /** What lines are written with. */
    record Words(ActionText actions, CommandText commands, TimeText times) {}

    private static String accepted(Command command, Words words) {
        return command.states().stream()
                .filter(CommandState.Accepted.class::isInstance)
                .findFirst()
                .map(state -> after(command, state, words))
                .orElse("–");
    }

    private static String outcome(Command command, Words words) {
        var said = words.commands.outcome(command);
        return command.isOpen() ? said : said + " · " + after(command, command.state(), words);
    }

    private static String after(Command command, CommandState state, Words words) {
        return "+" + words.times.duration(Duration.between(command.requestedAt(), state.at()));
    }

    private static String note(Command command, Words words) {
        var why = words.commands.reason(command);
        return why.isEmpty() ? Optional.ofNullable(command.cleanupTime()).map(words.times::at).orElse("") : why;
    }

    private static Token token(CommandState state) {
        return switch (state) {
            case CommandState.Requested _,CommandState.Accepted _ -> Token.RUNNING;
            case CommandState.Unanswered _ -> Token.RISK;
            case CommandState.Observed _ -> Token.GOOD;
            case CommandState.Refused _,CommandState.NoEffect _ -> Token.DANGER;
        };
    }
}
