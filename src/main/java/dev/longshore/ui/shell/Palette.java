package dev.longshore.ui.shell;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.Feed;
import dev.longshore.ui.actions.Offer;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/** Finds by a few typed letters what can be done in the window, and the migrations on the list. FX thread only. */
final class Palette {
    private static final int MOST = 50;

    private final Commands commands;
    private final Feed feed;
    private final MigrationText text;
    private final Consumer<MigrationKey> open;

    /**
     * What is found.
     *
     * @param label what it is called
     * @param detail its keys, or where the migration is; may be empty
     * @param offer whether it can be done now, and why not
     */
    record Found(String label, String detail, Offer offer, Runnable action) {
        private boolean matches(List<String> words) {
            var said = (label + " " + detail).toLowerCase(Locale.ROOT);
            return words.stream().allMatch(said::contains);
        }
    }

    /** @param open shows a migration in the table */
    Palette(Commands commands, Feed feed, MigrationText text, Consumer<MigrationKey> open) {
        this.commands = commands;
        this.feed = feed;
        this.text = text;
        this.open = open;
    }

    /** All in which every typed word occurs, what can be done first; of very many the first ones. */
    List<Found> find(String typed) {
        var words = Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
        var migrations = feed.shownProperty().get().migrations().stream().map(this::found);
        return Stream.concat(commands.all().stream().map(Palette::found), migrations)
                .filter(each -> each.matches(words))
                .limit(MOST)
                .toList();
    }

    private static Found found(Commands.Command command) {
        var keys = command.keys().map(KeyCombination::getDisplayText).orElse("");
        return new Found(command.label(), keys, command.offer().get(), command.action());
    }

    private Found found(WatchedMigration migration) {
        var status = Optional.ofNullable(migration.lastKnown()).map(known -> known.status().raw()).orElse("");
        var place = Stream.of(text.database(migration), migration.connection().name(), status)
                .filter(part -> !part.isBlank()).toList();
        return new Found(
                migration.name(), String.join(" · ", place), new Offer(true, ""), () -> open.accept(migration.key()));
    }
}
