package dev.longshore.ui.shell;

import dev.longshore.model.Action;
import dev.longshore.model.MigrationKey;
import dev.longshore.text.ActionText;
import dev.longshore.text.MigrationText;
import dev.longshore.text.StatusText;
import dev.longshore.text.Texts;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds by a few typed letters what can be done in the window, with a migration, and the migrations on the list. What was
 * done last comes first. FX thread only.
 */
final class CommandPalette {
    private static final int MOST = 50;
    private static final int MOST_URGENT = 3;
    private static final int REMEMBERED = 5;
    private static final int SCATTERED = 3;

    private final List<String> recent = new ArrayList<>();
    private final UiContext context;
    private final Supplier<List<WindowCommands.WindowCommand>> commands;
    private final SnapshotFeed feed;
    private final PaletteMigrations shell;
    private final MigrationText text;
    private final ActionText words;

    /**
     * What is found.
     *
     * @param label what it is called
     * @param detail its keys, or where the migration is; may be empty
     * @param availability whether it can be done now, and why not
     */
    record PaletteMatch(String label, String detail, ActionAvailability availability, Runnable action) {
        /** How far it is from what is typed; empty where a word does not occur. */
        private OptionalInt distance(List<String> words) {
            var distance = 0;
            for (var word : words) {
                var ofWord = distance(word);
                if (ofWord < 0) {
                    return OptionalInt.empty();
                }
                distance += ofWord;
            }
            return OptionalInt.of(distance);
        }

        private int distance(String word) {
            var said = lower(label + " " + detail);
            if (said.startsWith(word) || said.contains(" " + word)) {
                return said.startsWith(word) ? 0 : 1;
            }
            return said.contains(word) ? 2 : word.length() > 2 && isScattered(word, lower(label)) ? SCATTERED : -1;
        }

        /** Whether its letters occur in that order. */
        private static boolean isScattered(String word, String said) {
            var from = 0;
            for (int i = 0; i < word.length(); i++) {
                from = said.indexOf(word.charAt(i), from) + 1;
                if (from == 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What the palette does with migrations. */
    interface PaletteMigrations {
        /** Shows a migration in the table. */
        void open(MigrationKey key);

        /** Whether {@code action} can be asked for now for a migration, wherever it is shown. */
        ActionAvailability availability(Action action, WatchedMigration migration);

        /** Shows a migration and asks for {@code action} for it. */
        void request(Action action, MigrationKey key);

        /** Those that need a user, most urgent first; at most {@code most}. */
        List<WatchedMigration> urgent(int most);
    }

    /** @param shell shows a migration and asks for an action */
    CommandPalette(UiContext context, Supplier<List<WindowCommands.WindowCommand>> commands, SnapshotFeed feed,
            PaletteMigrations shell) {
        this.context = context;
        this.commands = commands;
        this.feed = feed;
        this.shell = shell;
        text = new MigrationText(context.texts(), context.times());
        words = new ActionText(context.texts());
    }

    /**
     * All in which every typed word occurs, the nearest first and what cannot be done now last; of very many the first
     * ones. While nothing is typed, the most urgent next steps come first.
     */
    List<PaletteMatch> find(String typed) {
        var typedWords = Stream.of(lower(typed).split("\\s+")).filter(word -> !word.isEmpty()).toList();
        var offered = Stream.concat(commands.get().stream().map(CommandPalette::match), migrations().map(this::match));
        var all = typedWords.isEmpty() ? Stream.concat(urgent(), offered)
                : Stream.concat(offered, migrations().flatMap(this::verbs));
        return all.filter(each -> each.distance(typedWords).isPresent())
                .sorted(Comparator.comparing((PaletteMatch each) -> !each.availability().enabled())
                        .thenComparingInt(each -> recency(each, typedWords.isEmpty()))
                        .thenComparingInt(each -> each.distance(typedWords).orElse(SCATTERED)))
                .limit(MOST)
                .map(this::remembered)
                .toList();
    }

    private int recency(PaletteMatch match, boolean isAll) {
        var place = recent.indexOf(match.label());
        return isAll || place < 0 ? REMEMBERED : place;
    }

    private PaletteMatch remembered(PaletteMatch match) {
        return new PaletteMatch(match.label(), match.detail(), match.availability(), () -> {
            recent.remove(match.label());
            recent.addFirst(match.label());
            recent.subList(Math.min(REMEMBERED, recent.size()), recent.size()).clear();
            match.action().run();
        });
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private Stream<WatchedMigration> migrations() {
        return feed.shownProperty().get().migrations().stream();
    }

    private Stream<PaletteMatch> urgent() {
        return shell.urgent(MOST_URGENT).stream().map(each -> new PaletteMatch(
                context.texts().get("shell.palette.next", each.name(), context.sentence(feed.nextStep(each).fact())),
                "", new ActionAvailability(true, ""), () -> shell.open(each.key())));
    }

    private static PaletteMatch match(WindowCommands.WindowCommand command) {
        return new PaletteMatch(command.label(), command.keysText(), command.availability().get(), command.action());
    }

    private PaletteMatch match(WatchedMigration migration) {
        var status = Optional.ofNullable(migration.lastKnown())
                .map(known -> new StatusText(context.texts()).word(known.status())).orElse("");
        var place = Texts.joined(Stream.of(text.database(migration), migration.connection().name(), status));
        return new PaletteMatch(
                migration.name(), place, new ActionAvailability(true, ""),
                () -> shell.open(migration.key()));
    }

    /** What can be done with one migration; what cannot be is left to the buttons, which say why. */
    private Stream<PaletteMatch> verbs(WatchedMigration migration) {
        return Stream.of(Action.values())
                .filter(action -> shell.availability(action, migration).enabled())
                .map(action -> new PaletteMatch(
                        context.texts().get("shell.palette.verb", words.noun(action), migration.name()),
                        text.database(migration), new ActionAvailability(true, ""),
                        () -> shell.request(action, migration.key())));
    }
}
