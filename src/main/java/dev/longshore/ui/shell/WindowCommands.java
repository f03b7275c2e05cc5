package dev.longshore.ui.shell;

import dev.longshore.text.Texts;
import dev.longshore.ui.actions.ActionAvailability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * What can be done in the window by keyboard, in one list: the keys that work, the sheet that shows them and the palette
 * that finds them by name cannot differ.
 */
final class WindowCommands {
    private final List<WindowCommand> commands = new ArrayList<>();
    private final Texts texts;

    /**
     * Something that can be done.
     *
     * @param label what it does, in words
     * @param keys what is pressed, or empty where only the palette has it
     * @param inDialogs whether its keys work while a dialog is shown, which has all others to itself
     * @param availability whether it can be done now
     */
    record WindowCommand(
            String label, Optional<KeyCombination> keys, boolean inDialogs, Supplier<ActionAvailability> availability,
            Runnable action) {}

    WindowCommands(Texts texts) {
        this.texts = texts;
    }

    /** Adds one that can always be done; {@code keys} as {@link KeyCombination#valueOf} reads them. */
    void add(String keys, String label, Runnable action) {
        add(Optional.of(keys), label, WindowCommands::always, action);
    }

    /** Adds one that also works in dialogs. */
    void addEverywhere(String keys, String label, Runnable action) {
        commands.add(new WindowCommand(
                texts.get(label), Optional.of(KeyCombination.valueOf(keys)), true, WindowCommands::always, action));
    }

    /** Adds one that cannot be done at all times. */
    void add(Optional<String> keys, String label, Supplier<ActionAvailability> offer, Runnable action) {
        commands.add(new WindowCommand(texts.get(label), keys.map(KeyCombination::valueOf), false, offer, action));
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
