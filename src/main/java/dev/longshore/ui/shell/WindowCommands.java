package dev.longshore.ui.shell;

import dev.longshore.model.Action;
import dev.longshore.text.Texts;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.actions.ActionsViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * All commands of the window in one list: the keys that work, the sheet that shows them and the palette that finds them
 * by name cannot differ. FX thread only.
 */
final class WindowCommands {
    private final List<WindowCommand> commands = new ArrayList<>();
    private final Texts texts;

    /**
     * Something the user can do by keyboard.
     *
     * @param label what it does, in words
     * @param keys what is pressed, or empty where only the palette has it
     * @param inDialogs whether its keys work while a dialog is shown, which has all others to itself
     * @param availability whether it can be done now
     */
    record WindowCommand(
            String label, Optional<KeyCombination> keys, boolean inDialogs, Supplier<ActionAvailability> availability,
            Runnable action) {}

    WindowCommands(Texts texts, WindowAssembly window, ShellViewModel shell, ActionsViewModel actions) {
        this.texts = texts;
        add("F5", "shell.key.poll", shell::pollNow);
        add("Shortcut+P", "shell.key.palette", window::showPalette);
        add("Shortcut+F", "shell.key.filter", window::filter);
        add("Shortcut+Shift+C", "shell.key.copySummary", window::copySummary);
        add("F6", "shell.key.pane", window::switchPane);
        add("Shortcut+N", "shell.key.add", window::addMigrations);
        addScreens(shell);
        addActions(shell, actions);
        add("Shortcut+Shift+A", "shell.key.alerts", shell::toggleAlerts);
        add("Shortcut+Shift+D", "shell.key.theme", shell::toggleTheme);
        add("Shift+F1", "shell.key.sheet", window::showShortcuts);
        commands.add(new WindowCommand(
                texts.get("shell.key.help"), keys("F1"), true, WindowCommands::always, window::showHelp));
    }

    private void addScreens(ShellViewModel shell) {
        add("Shortcut+1", "shell.key.migrations", () -> shell.go(WindowScreen.MIGRATIONS));
        add("Shortcut+2", "shell.key.calendar", () -> shell.go(WindowScreen.CALENDAR));
        add("Shortcut+3", "shell.key.queue", () -> shell.go(WindowScreen.QUEUE));
        add("Shortcut+4", "shell.key.activity", () -> shell.go(WindowScreen.ACTIVITY));
        add("Shortcut+5", "shell.key.settings", () -> shell.go(WindowScreen.SETTINGS));
    }

    private void addActions(ShellViewModel shell, ActionsViewModel actions) {
        for (var action : List.of(Action.PAUSE, Action.RESUME, Action.LAUNCH, Action.SCHEDULE_CLEANUP, Action.CLEAN_UP,
                Action.ABORT)) {
            add(keys(action), "shell.key." + action, actions.availabilityProperty(action)::get,
                    () -> shell.request(action));
        }
        add(Optional.empty(), "shell.key.remove", actions.removalProperty()::get, actions::removeFromList);
    }

    /** What destroys has no keys of its own: nobody is to press them by mistake. */
    private static Optional<KeyCombination> keys(Action action) {
        return switch (action) {
            case PAUSE -> keys("Shortcut+Shift+P");
            case RESUME -> keys("Shortcut+Shift+R");
            case LAUNCH -> keys("Shortcut+Shift+L");
            case SCHEDULE_CLEANUP -> keys("Shortcut+Shift+S");
            case CLEAN_UP, ABORT -> Optional.empty();
        };
    }

    private static Optional<KeyCombination> keys(String keys) {
        return Optional.of(KeyCombination.valueOf(keys));
    }

    private void add(String keys, String label, Runnable action) {
        add(keys(keys), label, WindowCommands::always, action);
    }

    private void add(Optional<KeyCombination> keys, String label, Supplier<ActionAvailability> availability,
            Runnable action) {
        commands.add(new WindowCommand(texts.get(label), keys, false, availability, action));
    }

    private static ActionAvailability always() {
        return new ActionAvailability(true, "");
    }

    List<WindowCommand> all() {
        return List.copyOf(commands);
    }

    /**
     * Listens to the keys pressed in {@code root}, before whatever has the focus does.
     *
     * @param suspended true while a dialog is shown
     */
    void listen(Node root, BooleanSupplier suspended) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> commands.stream()
                .filter(each -> each.keys().filter(keys -> keys.match(event)).isPresent())
                .filter(each -> each.inDialogs() || !suspended.getAsBoolean())
                .findFirst()
                .ifPresent(each -> {
                    event.consume();
                    each.action().run();
                }));
    }
}
