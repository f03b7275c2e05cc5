package dev.longshore.ui.activity;

import dev.longshore.model.Command;
import dev.longshore.text.ActionText;
import dev.longshore.text.CommandText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.util.List;

/** Turns commands into lines. Pure. */
public final class CommandRows {
    private final CommandRow.RowTexts rowTexts;

    /** Sentences out of {@code texts}, times by {@code times}. */
    public CommandRows(Texts texts, TimeText times) {
        rowTexts = new CommandRow.RowTexts(new ActionText(texts), new CommandText(texts, times), times);
    }

    /** The newest commands of all migrations, newest first. */
    List<CommandRow> of(Snapshot snapshot) {
        return snapshot.recentCommands().stream().map(each -> row(each, name(snapshot, each))).toList();
    }

    /** The commands of one migration, newest first. */
    public List<CommandRow> of(List<Command> commands, String name) {
        return commands.stream().map(each -> row(each, name)).toList().reversed();
    }

    private CommandRow row(Command command, String name) {
        return CommandRow.of(command, name, rowTexts);
    }

    private static String name(Snapshot snapshot, Command command) {
        return snapshot.migration(command.key())
                .map(WatchedMigration::name)
                .orElse(command.key().ref().migration().value());
    }
}
