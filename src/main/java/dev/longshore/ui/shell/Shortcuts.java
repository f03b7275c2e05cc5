package dev.longshore.ui.shell;

import dev.longshore.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The window's keys, in one list: what works and what the sheet shows cannot differ. */
final class Shortcuts {
    private final List<Shortcut> shortcuts = new ArrayList<>();
    private final Texts texts;

    /**
     * A key and what it does.
     *
     * @param keys what is pressed
     * @param label what it does, in words
     * @param inDialogs whether it works while a dialog is shown, which has all other keys to itself
     */
    record Shortcut(KeyCombination keys, String label, boolean inDialogs, Runnable action) {}

    Shortcuts(Texts texts) {
        this.texts = texts;
    }

    /** Adds one; {@code keys} as {@link KeyCombination#valueOf} reads them. */
    void add(String keys, String label, Runnable action) {
        shortcuts.add(new Shortcut(KeyCombination.valueOf(keys), texts.get(label), false, action));
    }

    /** Adds one that also works in dialogs. */
    void addEverywhere(String keys, String label, Runnable action) {
        shortcuts.add(new Shortcut(KeyCombination.valueOf(keys), texts.get(label), true, action));
    }

    List<Shortcut> all() {
        return List.copyOf(shortcuts);
    }

    /**
     * Listens to the keys pressed in {@code root}, before whatever has the focus does.
     *
     * @param suspended true while a dialog is shown
     */
    void listen(Node root, BooleanSupplier suspended) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> shortcuts.stream()
                .filter(each -> each.keys().match(event) && (each.inDialogs() || !suspended.getAsBoolean()))
                .findFirst()
                .ifPresent(each -> {
                    event.consume();
                    each.action().run();
                }));
    }
}
