package dev.longshore.text;

import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.CommandStateKind;
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
                .filter(each -> each.state().kind() != CommandStateKind.OBSERVED)
                .map(this::state)
                .orElse("");
    }

    /** The newest state, short enough for a row. */
    public String state(Command command) {
        return texts.get("text.command." + command.state().kind(), actions.noun(command.action()));
    }

    /** What became of it: for a list that names the action beside it. */
    public String outcome(Command command) {
        return texts.get("text.outcome." + command.state().kind());
    }

    /** Why it came to nothing, or why nobody knows; else empty. */
    public String reason(@Nullable Command command) {
        return Optional.ofNullable(command).map(Command::state).flatMap(CommandState::reason).map(facts::of).orElse("");
    }
}
