package dev.longshore.ui.shell;

import dev.longshore.model.MigrationKey;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/** Finds by a few typed letters what can be done in the window, and the migrations on the list. FX thread only. */
final class CommandPalette {
    private static final int MOST = 50;

    private final List<WindowCommands.WindowCommand> commands;
    private final SnapshotFeed feed;
    private final MigrationText text;
    private final Consumer<MigrationKey> open;

    /**
     * What is found.
     *
     * @param label what it is called
     * @param detail its keys, or where the migration is; may be empty
     * @param availability whether it can be done now, and why not
     */
    record PaletteMatch(String label, String detail, ActionAvailability availability, Runnable action) {
        private boolean matches(List<String> words) {
            var said = (label + " " + detail).toLowerCase(Locale.ROOT);
            return words.stream().allMatch(said::contains);
        }
    }

    /** @param open shows a migration in the table */
    CommandPalette(List<WindowCommands.WindowCommand> commands, SnapshotFeed feed, MigrationText text,
            Consumer<MigrationKey> open) {
        this.commands = commands;
        this.feed = feed;
        this.text = text;
        this.open = open;
    }

    /** All in which every typed word occurs, what can be done first; of very many the first ones. */
    List<PaletteMatch> find(String typed) {
        var words = Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
        var migrations = feed.shownProperty().get().migrations().stream().map(this::match);
        return Stream.concat(commands.stream().map(CommandPalette::match), migrations)
                .filter(each -> each.matches(words))
                .limit(MOST)
                .toList();
    }

    private static PaletteMatch match(WindowCommands.WindowCommand command) {
        var keys = command.keys().map(KeyCombination::getDisplayText).orElse("");
        return new PaletteMatch(command.label(), keys, command.availability().get(), command.action());
    }

    private PaletteMatch match(WatchedMigration migration) {
        var status = Optional.ofNullable(migration.lastKnown()).map(known -> known.status().raw()).orElse("");
        var place = Stream.of(text.database(migration), migration.connection().name(), status)
                .filter(part -> !part.isBlank()).toList();
        return new PaletteMatch(
                migration.name(), String.join(" · ", place), new ActionAvailability(true, ""),
                () -> open.accept(migration.key()));
    }
}
