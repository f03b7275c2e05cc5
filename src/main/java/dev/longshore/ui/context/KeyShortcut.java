package dev.longshore.ui.context;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/** Keys that stand for a command. */
public sealed interface KeyShortcut {
    /** As they are shown; two that are the same to the user have the same text. */
    String text();

    /** As they are saved. */
    String saved();

    /** Whether {@code event} is the pressing of them. */
    boolean matches(KeyEvent event);

    /** Whether they can be given to a command: keys of the controls, of typing and of editing cannot. */
    boolean isAllowed();

    /** A key, with others held down. */
    record PressedKeys(KeyCombination keys) implements KeyShortcut {
        private static final Set<KeyCode> OF_CONTROLS = EnumSet.of(KeyCode.F2, KeyCode.F4, KeyCode.F10);

        private static final Set<KeyCode> OF_EDITING = EnumSet.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X,
                KeyCode.Y, KeyCode.Z);

        @Override
        public String text() {
            return keys.getDisplayText();
        }

        @Override
        public String saved() {
            return keys.getName();
        }

        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_PRESSED && keys.match(event);
        }

        @Override
        public boolean isAllowed() {
            return keys instanceof KeyCodeCombination pressed && isAllowed(pressed);
        }

        private static boolean isAllowed(KeyCodeCombination pressed) {
            var code = pressed.getCode();
            if (code.isFunctionKey()) {
                return !OF_CONTROLS.contains(code);
            }
            var isPlainShortcut = pressed.getShift() != KeyCombination.ModifierValue.DOWN
                    && pressed.getAlt() != KeyCombination.ModifierValue.DOWN;
            return isHeldWith(pressed) && (code.isLetterKey() || code.isDigitKey())
                    && !(isPlainShortcut && OF_EDITING.contains(code));
        }

        private static boolean isHeldWith(KeyCodeCombination pressed) {
            return List.of(pressed.getShortcut(), pressed.getControl(), pressed.getAlt(), pressed.getMeta())
                    .contains(KeyCombination.ModifierValue.DOWN);
        }
    }

    /** A character, wherever it lies on the keyboard. */
    record TypedCharacter(String character) implements KeyShortcut {
        /** Those that table, timeline and alerts understand. */
        private static final Set<String> OF_CONTROLS = Set.of("e", "a", "s", "+", "-", "=", "*", "/", " ");

        @Override
        public String text() {
            return character.toUpperCase(Locale.ROOT);
        }

        @Override
        public String saved() {
            return character.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_TYPED && character.equalsIgnoreCase(event.getCharacter())
                    && event.isAltDown() == event.isControlDown() && !event.isMetaDown();
        }

        @Override
        public boolean isAllowed() {
            return !OF_CONTROLS.contains(saved()) && !Character.isISOControl(character.codePointAt(0))
                    && !Character.isWhitespace(character.codePointAt(0));
        }
    }

    /** Reads what {@link #saved()} wrote; empty where it is none, or none that is allowed. */
    static Optional<KeyShortcut> read(String saved) {
        return parse(saved).filter(KeyShortcut::isAllowed);
    }

    private static Optional<KeyShortcut> parse(String saved) {
        if (saved.isEmpty()) {
            return Optional.empty();
        }
        if (saved.codePointCount(0, saved.length()) == 1) {
            return Optional.of(new TypedCharacter(saved));
        }
        try {
            return Optional.of(new PressedKeys(KeyCombination.valueOf(saved)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What the user presses or types by {@code event}; empty while only keys like Shift are held down. */
    static Optional<KeyShortcut> of(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            return Optional.of(event.getCharacter()).filter(each -> isTyping(event) && !each.isEmpty())
                    .filter(each -> !Character.isISOControl(each.codePointAt(0))).map(TypedCharacter::new);
        }
        var code = event.getCode();
        return code.isModifierKey() || code == KeyCode.UNDEFINED || (isTyping(event) && isCharacter(code))
                ? Optional.empty()
                : Optional.of(new PressedKeys(new KeyCodeCombination(code, modifiers(event))));
    }

    private static boolean isTyping(KeyEvent event) {
        return event.isAltDown() == event.isControlDown() && !event.isMetaDown();
    }

    private static boolean isCharacter(KeyCode code) {
        return !code.isFunctionKey() && !code.isNavigationKey() && !code.isWhitespaceKey() && !code.isMediaKey()
                && code != KeyCode.ESCAPE && code != KeyCode.DELETE && code != KeyCode.BACK_SPACE
                && code != KeyCode.INSERT;
    }

    private static Modifier[] modifiers(KeyEvent event) {
        var held = new ArrayList<Modifier>();
        if (event.isShortcutDown()) {
            held.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (event.isShiftDown()) {
            held.add(KeyCombination.SHIFT_DOWN);
        }
        if (event.isAltDown()) {
            held.add(KeyCombination.ALT_DOWN);
        }
        if (event.isControlDown() && !event.isShortcutDown()) {
            held.add(KeyCombination.CONTROL_DOWN);
        }
        return held.toArray(Modifier[]::new);
    }
}
