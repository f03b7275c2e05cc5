package dev.longshore.text;

import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.fact.Fact;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a command has come, in words: asked for, taken and seen to have happened are never mixed up. */
public final class CommandText {
    private final Texts texts;
    private final ActionText actions;
    private final FactText facts;

    /** Words out of {@code texts}, times by {@code times}. */
    public CommandText(Texts texts, TimeText times) {
        this.texts = texts;
        facts = new FactText(texts, times);
        actions = new ActionText(texts);
    }

    /** The same while it is news for the row: still open, or come to nothing; else empty. */
    public String progress(@Nullable Command command) {
        return Optional.ofNullable(command)
                .filter(each -> !(each.state() instanceof CommandState.Observed))
                .map(this::state)
                .orElse("");
    }

    /** The newest state, short enough for a row. */
    public String state(Command command) {
        var action = actions.noun(command.action());
        return switch (command.state()) {
            case CommandState.Requested _ -> texts.get("text.command.requested", action);
            case CommandState.Accepted _ -> texts.get("text.command.accepted", action);
            case CommandState.Unanswered _ -> texts.get("text.command.unanswered", action);
            case CommandState.Observed _ -> texts.get("text.command.observed", action);
            case CommandState.Refused refused ->
                texts.get(refused.wasAnswered() ? "text.command.refused" : "text.command.notSent", action);
            case CommandState.NoEffect _ -> texts.get("text.command.noEffect", action);
        };
    }

    /** What became of it: for a list that names the action beside it. */
    public String outcome(Command command) {
        return texts.get(switch (command.state()) {
            case CommandState.Requested _ -> "text.outcome.requested";
            case CommandState.Accepted _ -> "text.outcome.accepted";
            case CommandState.Unanswered _ -> "text.outcome.unanswered";
            case CommandState.Observed _ -> "text.outcome.observed";
            case CommandState.Refused refused ->
                refused.wasAnswered() ? "text.outcome.refused" : "text.outcome.notSent";
            case CommandState.NoEffect _ -> "text.outcome.noEffect";
        });
    }

    /** Why it came to nothing, or why nobody knows; else empty. */
    public String reason(@Nullable Command command) {
        return Optional.ofNullable(command).map(Command::state).flatMap(CommandText::why).map(facts::of).orElse("");
    }

    private static Optional<Fact> why(CommandState state) {
        return switch (state) {
            case CommandState.Unanswered unanswered -> Optional.of(unanswered.why());
            case CommandState.Refused refused -> Optional.of(refused.why());
            case CommandState.NoEffect none -> Optional.of(none.why());
            case CommandState.Requested _,CommandState.Accepted _,CommandState.Observed _ -> Optional.empty();
        };
    }
}
