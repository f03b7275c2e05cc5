package dev.longshore.ui.shell;

import dev.longshore.model.Action;
import dev.longshore.text.Texts;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.actions.ActionBar;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.migrations.MigrationsViewModel.TableMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * All commands of the window in one list: the keys that work, the sheet that shows them and the palette that finds them
 * by name cannot differ. FX thread only.
 */
final class WindowCommands {
    /** The details of a migration, in the order of their tabs. */
    private static final List<String> DETAILS = List.of("detail.timeline", "detail.progress", "detail.uploads",
            "detail.cleanup", "detail.activity", "detail.failure");

    private final List<WindowCommand> commands = new ArrayList<>();
    private final Texts texts;
    private final WindowAssembly window;
    private final WindowCommand help;

    /** Where a command belongs on the sheet. */
    enum CommandGroup {
        EVERYWHERE, TABLE, DETAILS, ALERTS
    }

    /** Keys that stand for a command. */
    sealed interface WindowKey {
        /** As they are shown. */
        String text();

        boolean matches(KeyEvent event);

        /** A key, with others held down. */
        record Chord(KeyCombination keys) implements WindowKey {
            @Override
            public String text() {
                return keys.getDisplayText();
            }

            @Override
            public boolean matches(KeyEvent event) {
                return event.getEventType() == KeyEvent.KEY_PRESSED && keys.match(event);
            }
        }

        /** A character, wherever it lies on the keyboard. */
        record Typed(String character) implements WindowKey {
            @Override
            public String text() {
                return character.toUpperCase(java.util.Locale.ROOT);
            }

            @Override
            public boolean matches(KeyEvent event) {
                return event.getEventType() == KeyEvent.KEY_TYPED && character.equalsIgnoreCase(event.getCharacter())
                        && event.isAltDown() == event.isControlDown() && !event.isMetaDown();
            }
        }
    }

    /**
     * Something the user can do by keyboard.
     *
     * @param label what it does, in words
     * @param keys what is pressed; none where only the palette has it
     * @param availability whether it can be done now
     */
    record WindowCommand(String label, CommandGroup group, List<WindowKey> keys,
            Supplier<ActionAvailability> availability, Runnable action) {
        boolean matches(KeyEvent event) {
            return keys.stream().anyMatch(each -> each.matches(event));
        }

        /** All its keys, as they are shown. */
        String keysText() {
            return keys.stream().map(WindowKey::text).collect(Collectors.joining("  "));
        }
    }

    WindowCommands(Texts texts, WindowAssembly window, ShellViewModel shell, ActionsViewModel actions) {
        this.texts = texts;
        this.window = window;
        help = command("shell.key.help", CommandGroup.EVERYWHERE, window::showHelp, chord("F1"));
        addEverywhere(shell);
        addTable(shell, actions);
        addDetails();
        addViews();
    }

    private void addEverywhere(ShellViewModel shell) {
        add("shell.key.poll", shell::pollNow, chord("F5"));
        add("shell.key.palette", window::showPalette, chord("Shortcut+P"));
        add("shell.key.filter", window::filter, chord("Shortcut+F"));
        add("shell.key.pane", () -> window.switchPane(1), chord("F6"));
        add("shell.key.pane.back", () -> window.switchPane(-1), chord("Shift+F6"));
        add("shell.key.add", window::addMigrations, chord("Shortcut+N"));
        for (var screen : WindowScreen.values()) {
            add("shell.key." + screen, () -> shell.go(screen), chord(screen.keys()));
        }
        add("shell.key.whatIf", window::showWhatIf);
        add("shell.key.theme", shell::toggleTheme, chord("Shortcut+Shift+D"));
        add("shell.key.times", window::switchZone);
        add("shell.key.sheet", window::showShortcuts, typed("?"), chord("Shift+F1"));
        commands.add(help);
        commands.add(command("shell.key.alerts", CommandGroup.ALERTS, shell::toggleAlerts,
                chord("Shortcut+Shift+A")));
    }

    private void addTable(ShellViewModel shell, ActionsViewModel actions) {
        table("shell.key.next", window::doNextStep, typed("n"));
        table("shell.key.urgent", () -> window.openUrgent(1), typed("]"));
        table("shell.key.urgent.previous", () -> window.openUrgent(-1), typed("["));
        table("shell.key.copySummary", window::copySummary, chord("Shortcut+Shift+C"));
        for (var action : List.of(Action.PAUSE, Action.RESUME, Action.LAUNCH, Action.SCHEDULE_CLEANUP, Action.CLEAN_UP,
                Action.ABORT)) {
            List<WindowKey> keys = ActionBar.keys(action).<WindowKey>map(WindowKey.Chord::new).stream().toList();
            commands.add(new WindowCommand(texts.get("shell.key." + action), CommandGroup.TABLE, keys,
                    actions.availabilityProperty(action)::get, () -> shell.request(action)));
        }
        commands.add(new WindowCommand(texts.get("shell.key.remove"), CommandGroup.TABLE, List.of(),
                actions.removalProperty()::get, actions::removeFromList));
    }

    private void addDetails() {
        for (int i = 0; i < DETAILS.size(); i++) {
            var index = i;
            commands.add(new WindowCommand(
                    texts.get("shell.key.details", texts.get(DETAILS.get(index))), CommandGroup.DETAILS,
                    List.of(chord("Alt+" + (index + 1))), WindowCommands::always, () -> window.showDetail(index)));
        }
    }

    private void addViews() {
        table("shell.key.mode.needsMe", () -> window.showMode(TableMode.NEEDS_ME));
        table("shell.key.mode.all", () -> window.showMode(TableMode.ALL));
        table("shell.key.mode.byDatabase", () -> window.showMode(TableMode.BY_DATABASE));
        table("shell.key.sort.risk", () -> window.sortBy(Optional.empty()));
        for (var column : List.of("name", "database", "status", "since", "progress", "eta", "deadline", "observed")) {
            commands.add(new WindowCommand(
                    texts.get("shell.key.sort", texts.get("migrations.col." + column)), CommandGroup.TABLE, List.of(),
                    WindowCommands::always, () -> window.sortBy(Optional.of(column))));
        }
    }

    private static WindowKey chord(String keys) {
        return new WindowKey.Chord(KeyCombination.valueOf(keys));
    }

    private static WindowKey typed(String character) {
        return new WindowKey.Typed(character);
    }

    private void add(String label, Runnable action, WindowKey... keys) {
        commands.add(command(label, CommandGroup.EVERYWHERE, action, keys));
    }

    private void table(String label, Runnable action, WindowKey... keys) {
        commands.add(command(label, CommandGroup.TABLE, action, keys));
    }

    private WindowCommand command(String label, CommandGroup group, Runnable action, WindowKey... keys) {
        return new WindowCommand(texts.get(label), group, List.of(keys), WindowCommands::always, action);
    }

    private static ActionAvailability always() {
        return new ActionAvailability(true, "");
    }

    /** All there are now: views that the user has saved are among them. */
    List<WindowCommand> all() {
        var views = window.savedViews().stream().map(view -> new WindowCommand(
                texts.get("shell.key.view", view.name()), CommandGroup.TABLE, List.of(), WindowCommands::always,
                () -> window.show(view)));
        return Stream.concat(commands.stream(), views).toList();
    }

    /**
     * Listens to the keys pressed in {@code root}, before whatever has the focus does.
     *
     * @param suspended true while a dialog is shown, which has all keys but that of the guide to itself
     */
    void listen(Node root, BooleanSupplier suspended) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> run(event, suspended.getAsBoolean()));
        root.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (!isTyping(root.getScene() == null ? null : root.getScene().getFocusOwner())) {
                run(event, suspended.getAsBoolean());
            }
        });
    }

    private void run(KeyEvent event, boolean suspended) {
        commands.stream().filter(each -> each.matches(event)).filter(each -> !suspended || each.equals(help))
                .findFirst().ifPresent(each -> {
                    event.consume();
                    each.action().run();
                });
    }

    private static boolean isTyping(@Nullable Node owner) {
        return owner instanceof TextInputControl || (owner instanceof ComboBoxBase<?> box && box.isEditable());
    }
}
