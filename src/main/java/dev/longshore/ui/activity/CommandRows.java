package dev.longshore.ui.activity;

import dev.longshore.model.Command;
import dev.longshore.text.ActionText;
import dev.longshore.text.CommandText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns commands into rows; one that says the same as before is written once. For one thread at a time. */
public final class CommandRows {
    private final CommandRow.RowTexts rowTexts;
    private Map<String, WrittenRow> written = Map.of();
    private TimeFormat writtenIn;

    /** Sentences out of {@code texts}, times by {@code times}. */
    public CommandRows(Texts texts, TimeText times) {
        rowTexts = new CommandRow.RowTexts(new ActionText(texts), new CommandText(texts, times), times);
        writtenIn = TimeFormat.of(times);
    }

    private record WrittenRow(Command command, String name, CommandRow row) {
        private boolean isOf(Command other, String otherName) {
            return command.equals(other) && name.equals(otherName);
        }
    }

    /** What the times of a row depend on: the year stands where it is not this one. */
    private record TimeFormat(ZoneId zone, int year) {
        private static TimeFormat of(TimeText times) {
            var now = times.zoned(times.now());
            return new TimeFormat(now.getZone(), now.getYear());
        }
    }

    /** The newest commands of all migrations, newest first. */
    List<CommandRow> of(Snapshot snapshot) {
        var timeFormat = TimeFormat.of(rowTexts.times());
        var before = timeFormat.equals(writtenIn) ? written : Map.<String, WrittenRow>of();
        writtenIn = timeFormat;
        written = new HashMap<>();
        return snapshot.recentCommands().stream().map(each -> row(each, name(snapshot, each), before)).toList();
    }

    private CommandRow row(Command command, String name, Map<String, WrittenRow> before) {
        var earlier = before.get(command.id());
        var now = earlier != null && earlier.isOf(command, name)
                ? earlier
                : new WrittenRow(command, name, row(command, name));
        written.put(command.id(), now);
        return now.row();
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
