package dev.longshore.ui.actions;

import dev.longshore.model.Command;
import dev.longshore.model.MigrationKey;
import dev.longshore.watch.Snapshot;
import java.util.HashMap;
import java.util.Map;

/**
 * The migrations for which something was just asked: from the click until the snapshot shows the command. While one is
 * in here nothing more is sent for it, so a double-click asks once. FX thread only.
 */
final class PendingRequests {
    private static final String NOT_ANSWERED = "";

    private final Map<MigrationKey, String> commands = new HashMap<>();

    /** Notes that something is asked for; false when something else still is. */
    boolean begin(MigrationKey key) {
        return commands.putIfAbsent(key, NOT_ANSWERED) == null;
    }

    boolean contains(MigrationKey key) {
        return commands.containsKey(key);
    }

    /** The call was answered; an open command stays under way until the snapshot shows it. */
    void answered(MigrationKey key, Command command, Snapshot newest) {
        if (command.isOpen()) {
            commands.put(key, command.id());
            shown(newest);
        } else {
            end(key);
        }
    }

    void end(MigrationKey key) {
        commands.remove(key);
    }

    /** Forgets what the snapshot shows. */
    void shown(Snapshot newest) {
        commands.entrySet().removeIf(each -> shows(newest, each.getKey(), each.getValue()));
    }

    private static boolean shows(Snapshot newest, MigrationKey key, String commandId) {
        var migration = newest.migration(key);
        if (migration.isEmpty()) {
            return true;
        }
        var latest = migration.get().latest();
        return (latest != null && latest.id().equals(commandId))
                || newest.recentCommands().stream().anyMatch(each -> each.id().equals(commandId));
    }
}
