package dev.longshore.ui.activity;

import dev.longshore.model.Command;
import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.fx.TimeText;
import dev.longshore.ui.text.ActionText;
import dev.longshore.ui.text.CommandText;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.util.List;

/** Turns commands into lines. Pure. */
public final class CommandLines {
    private final CommandLine.Words words;

    /** Sentences out of {@code texts}, times by {@code times}. */
    public CommandLines(Texts texts, TimeText times) {
        words = new CommandLine.Words(new ActionText(texts), new CommandText(texts), times);
    }

    /** The newest commands of all migrations, newest first. */
    List<CommandLine> of(Snapshot snapshot) {
        return snapshot.recentCommands().stream().map(each -> line(each, name(snapshot, each))).toList();
    }

    /** The commands of one migration, newest first. */
    public List<CommandLine> of(List<Command> commands, String name) {
        return commands.stream().map(each -> line(each, name)).toList().reversed();
    }

    private CommandLine line(Command command, String name) {
        return CommandLine.of(command, name, words);
    }

    private static String name(Snapshot snapshot, Command command) {
        return snapshot.migration(command.key())
                .map(WatchedMigration::name)
                .orElse(command.key().ref().migration().value());
    }
}
