package dev.longshore.ui.shell;

import dev.longshore.model.Action;
import dev.longshore.text.Texts;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.actions.ActionBar;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.context.KeyBindings;
import dev.longshore.ui.context.KeyCommand;
import dev.longshore.ui.context.KeyCommand.CommandGroup;
import dev.longshore.ui.context.KeyShortcut;
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
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * All commands of the window in one list, those of {@link KeyCommand} first: the keys that work, the sheet that shows
 * them and the palette that finds them by name cannot differ. FX thread only.
 */
final class WindowCommands {
    /** The details of a migration, in the order of their tabs. */
    private static final List<KeyCommand> DETAILS = List.of(KeyCommand.TIMELINE, KeyCommand.PROGRESS,
            KeyCommand.UPLOADS, KeyCommand.CLEANUP, KeyCommand.DETAIL_ACTIVITY, KeyCommand.FAILURE);

    private final List<WindowCommand> commands = new ArrayList<>();
    private final Texts texts;
    private final KeyBindings keys;
    private final WindowAssembly window;
    private final ShellViewModel shell;
    private final ActionsViewModel actions;

    /**
     * Something the user can do by keyboard.
     *
     * @param label what it does, in words
     * @param keys what is pressed; none where only the palette has it
     * @param availability whether it can be done now
     */
    record WindowCommand(String label, CommandGroup group, List<KeyShortcut> keys,
            Supplier<ActionAvailability> availability, Runnable action) {
        /** All its keys, as they are shown. */
        String keysText() {
            return keys.stream().map(KeyShortcut::text).collect(Collectors.joining("  "));
        }
    }

    WindowCommands(Texts texts, KeyBindings keys, WindowAssembly window, ShellViewModel shell,
            ActionsViewModel actions) {
        this.texts = texts;
        this.keys = keys;
        this.window = window;
        this.shell = shell;
        this.actions = actions;
        keys.keysProperty().subscribe(_ -> rebuild());
    }

    private void rebuild() {
        commands.clear();
        Stream.of(KeyCommand.values()).map(this::command).forEach(commands::add);
        for (var action : List.of(Action.CLEAN_UP, Action.ABORT)) {
            commands.add(new WindowCommand(texts.get("shell.key." + action), CommandGroup.TABLE, List.of(),
                    actions.availabilityProperty(action)::get, () -> shell.request(action)));
        }
        commands.add(new WindowCommand(texts.get("shell.key.remove"), CommandGroup.TABLE, List.of(),
                actions.removalProperty()::get, actions::removeFromList));
        for (var column : List.of("name", "database", "status", "since", "progress", "eta", "deadline", "observed")) {
            commands.add(new WindowCommand(
                    texts.get("shell.key.sort", texts.get("migrations.col." + column)), CommandGroup.TABLE, List.of(),
                    WindowCommands::always, () -> window.sortBy(Optional.of(column))));
        }
    }

    private WindowCommand command(KeyCommand command) {
        return new WindowCommand(command.label(texts), command.group(), keys.of(command), availability(command),
                () -> run(command));
    }

    private Supplier<ActionAvailability> availability(KeyCommand command) {
        return action(command).<Supplier<ActionAvailability>>map(each -> actions.availabilityProperty(each)::get)
                .orElse(WindowCommands::always);
    }

    private static Optional<Action> action(KeyCommand command) {
        return Stream.of(Action.values()).filter(each -> ActionBar.command(each).filter(command::equals).isPresent())
                .findFirst();
    }

    private void run(KeyCommand command) {
        switch (command) {
            case POLL -> shell.pollNow();
            case PALETTE -> window.showPalette();
            case FILTER -> window.filter();
            case PANE -> window.switchPane(1);
            case PANE_BACK -> window.switchPane(-1);
            case ADD -> window.addMigrations();
            case MIGRATIONS, CALENDAR, QUEUE, ACTIVITY, SETTINGS -> shell.go(screen(command));
            case WHAT_IF -> window.showWhatIf();
            case THEME -> shell.toggleTheme();
            case TIMES -> window.switchZone();
            case SHEET -> window.showShortcuts();
            case HELP -> window.showHelp();
            case ALERTS -> shell.toggleAlerts();
            case NEXT_STEP -> window.doNextStep();
            case NEXT_URGENT -> window.openUrgent(1);
            case PREVIOUS_URGENT -> window.openUrgent(-1);
            case COPY_SUMMARY -> window.copySummary();
            case PAUSE, RESUME, LAUNCH, SCHEDULE_CLEANUP -> action(command).ifPresent(shell::request);
            case NEEDS_ME -> window.showMode(TableMode.NEEDS_ME);
            case ALL -> window.showMode(TableMode.ALL);
            case BY_DATABASE -> window.showMode(TableMode.BY_DATABASE);
            case SORT_BY_RISK -> window.sortBy(Optional.empty());
            case TIMELINE, PROGRESS, UPLOADS, CLEANUP, DETAIL_ACTIVITY, FAILURE ->
                window.showDetail(DETAILS.indexOf(command));
        }
    }

    private static WindowScreen screen(KeyCommand command) {
        return Stream.of(WindowScreen.values()).filter(each -> each.command() == command).findFirst().orElseThrow();
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
        if (keys.recordingProperty().get()) {
            return;
        }
        Stream.of(KeyCommand.values()).filter(each -> keys.of(each).stream().anyMatch(one -> one.matches(event)))
                .filter(each -> !suspended || each == KeyCommand.HELP).findFirst().ifPresent(each -> {
                    event.consume();
                    run(each);
                });
    }

    private static boolean isTyping(@Nullable Node owner) {
        return owner instanceof TextInputControl || (owner instanceof ComboBoxBase<?> box && box.isEditable());
    }
}
