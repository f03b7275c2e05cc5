package dev.longshore.ui.activity;

import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.text.ActionText;
import dev.longshore.text.CommandText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.ui.look.IconStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A command as a line of the activity list: asked for, taken, and what became of it, each with its time.
 *
 * @param id the command's
 * @param action what was asked for
 * @param requested when
 * @param accepted how long after that the service took it, or empty
 * @param outcome what was seen, and how long after the request; or that it is still open
 * @param note why it came to nothing, or the cleanup time asked for; may be empty
 * @param style the icon and the colour of the outcome
 */
public record CommandRow(
        String id, String action, String requested, String accepted, String outcome, String note,
        IconStyle style) {
    /** The lines of {@code commands}, the newest first. */
    public static List<CommandRow> of(List<Command> commands, Texts texts, TimeText times) {
        var rowTexts = new RowTexts(new ActionText(texts), new CommandText(texts, times), times);
        return commands.stream().map(each -> of(each, rowTexts)).toList().reversed();
    }

    private static CommandRow of(Command command, RowTexts rowTexts) {
        return new CommandRow(
                command.id(), rowTexts.actions.noun(command.action()),
                rowTexts.times.at(command.requestedAt()),
                accepted(command, rowTexts), outcome(command, rowTexts), note(command, rowTexts),
                IconStyle.of(command.state()));
    }

    /** What lines are written with. */
    private record RowTexts(ActionText actions, CommandText commands, TimeText times) {}

    private static String accepted(Command command, RowTexts rowTexts) {
        return command.states().stream()
                .filter(CommandState.Accepted.class::isInstance)
                .findFirst()
                .map(state -> after(command, state, rowTexts))
                .orElse("–");
    }

    private static String outcome(Command command, RowTexts rowTexts) {
        var said = rowTexts.commands.outcome(command);
        return command.isOpen() ? said : said + " · " + after(command, command.state(), rowTexts);
    }

    private static String after(Command command, CommandState state, RowTexts rowTexts) {
        return "+" + rowTexts.times.duration(Duration.between(command.requestedAt(), state.at()));
    }

    private static String note(Command command, RowTexts rowTexts) {
        var why = rowTexts.commands.reason(command);
        return why.isEmpty()
                ? Optional.ofNullable(command.cleanupTime()).map(CleanupTime::at).map(rowTexts.times::at).orElse("")
                : why;
    }
}
