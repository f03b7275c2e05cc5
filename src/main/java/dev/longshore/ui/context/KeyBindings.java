package dev.longshore.ui.context;

import dev.longshore.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;

/**
 * Which keys stand for which command now: the usual ones, and what the user changed, which is kept. No keys stand for
 * two commands. FX thread only.
 */
public final class KeyBindings {
    private static final String PREFIX = "key.";
    private static final String NONE = "none";

    private final ReadOnlyObjectWrapper<Map<KeyCommand, List<KeyShortcut>>> keys = new ReadOnlyObjectWrapper<>(this,
            "keys", Map.of());
    private final BooleanProperty recording = new SimpleBooleanProperty(this, "recording");
    private final List<KeyProblem> problems = new ArrayList<>();
    private final Preferences preferences;

    /**
     * Kept keys that could not be used.
     *
     * @param kept as they were kept, or the usual keys that another command has
     * @param usedFor what has these keys; empty where they could not be read
     */
    public record KeyProblem(KeyCommand command, String kept, Optional<KeyCommand> usedFor) {}

    /** The usual keys, and those that are kept in {@code preferences}. */
    public KeyBindings(Preferences preferences) {
        this.preferences = preferences;
        load();
    }

    private void load() {
        var read = new EnumMap<KeyCommand, List<KeyShortcut>>(KeyCommand.class);
        for (var command : KeyCommand.values()) {
            kept(command).ifPresent(kept -> load(command, kept, read));
        }
        for (var command : KeyCommand.values()) {
            if (!read.containsKey(command)) {
                read.put(command, loadUsual(command, read));
            }
        }
        keys.set(Collections.unmodifiableMap(read));
    }

    private Optional<String> kept(KeyCommand command) {
        return preferences.find(PREFIX + command).filter(each -> !each.isEmpty());
    }

    private void load(KeyCommand command, String kept, Map<KeyCommand, List<KeyShortcut>> read) {
        var shortcut = KeyShortcut.read(kept);
        var user = shortcut.flatMap(each -> user(each, read));
        if (kept.equals(NONE)) {
            read.put(command, List.of());
        } else if (shortcut.isEmpty() || user.isPresent()) {
            problems.add(new KeyProblem(command, shortcut.map(KeyShortcut::text).orElse(kept), user));
        } else {
            read.put(command, List.of(shortcut.get()));
        }
    }

    private List<KeyShortcut> loadUsual(KeyCommand command, Map<KeyCommand, List<KeyShortcut>> read) {
        var usual = new ArrayList<>(command.usual());
        for (var each : command.usual()) {
            user(each, read).ifPresent(user -> {
                usual.remove(each);
                problems.add(new KeyProblem(command, each.text(), Optional.of(user)));
            });
        }
        return List.copyOf(usual);
    }

    /** The keys of every command. */
    public ReadOnlyObjectProperty<Map<KeyCommand, List<KeyShortcut>>> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    /** What of the kept keys could not be used at the start. */
    public List<KeyProblem> problems() {
        return List.copyOf(problems);
    }

    /** True while the user presses new keys, which then do nothing else. */
    public BooleanProperty recordingProperty() {
        return recording;
    }

    /** The keys of {@code command}; may be none. */
    public List<KeyShortcut> of(KeyCommand command) {
        return keys.get().getOrDefault(command, List.of());
    }

    /** The keys of {@code command} as they are shown; empty where it has none. */
    public String text(KeyCommand command) {
        return of(command).stream().map(KeyShortcut::text).collect(Collectors.joining("  "));
    }

    /** What {@code text} names, with the keys of {@code command} where it has some. */
    public String withKeys(String text, KeyCommand command, Texts texts) {
        return of(command).stream().findFirst().map(first -> texts.get("shell.tip", text, first.text())).orElse(text);
    }

    /** The keys of {@code command} that a menu can show. */
    public Optional<KeyCombination> combination(KeyCommand command) {
        return of(command).stream().filter(KeyShortcut.PressedKeys.class::isInstance)
                .map(KeyShortcut.PressedKeys.class::cast).map(KeyShortcut.PressedKeys::keys).findFirst();
    }

    /** The command that {@code shortcut} stands for. */
    public Optional<KeyCommand> user(KeyShortcut shortcut) {
        return user(shortcut, keys.get());
    }

    private static Optional<KeyCommand> user(KeyShortcut shortcut, Map<KeyCommand, List<KeyShortcut>> among) {
        return among.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(has -> has.text().equals(shortcut.text())))
                .map(Map.Entry::getKey).findFirst();
    }

    /** Whether {@code command} has other keys than usual. */
    public boolean isChanged(KeyCommand command) {
        return !of(command).equals(command.usual());
    }

    /** Gives {@code command} these keys and no others; what had them before has them no more. */
    public void change(KeyCommand command, KeyShortcut shortcut) {
        change(command, List.of(shortcut));
    }

    /** Takes its keys from {@code command}. */
    public void clear(KeyCommand command) {
        change(command, List.of());
    }

    /** Gives {@code command} its usual keys; what has them now has them no more. */
    public void reset(KeyCommand command) {
        change(command, command.usual());
    }

    /** Gives every command its usual keys. */
    public void resetAll() {
        problems.clear();
        for (var command : KeyCommand.values()) {
            if (preferences.find(PREFIX + command).isPresent()) {
                preferences.save(PREFIX + command, "");
            }
        }
        load();
    }

    private void change(KeyCommand command, List<KeyShortcut> given) {
        var changed = new EnumMap<KeyCommand, List<KeyShortcut>>(KeyCommand.class);
        for (var each : KeyCommand.values()) {
            changed.put(each, each == command ? given : without(of(each), given));
        }
        changed.forEach(this::save);
        keys.set(Collections.unmodifiableMap(changed));
    }

    private static List<KeyShortcut> without(List<KeyShortcut> has, List<KeyShortcut> taken) {
        return has.stream().filter(each -> taken.stream().noneMatch(one -> one.text().equals(each.text()))).toList();
    }

    private void save(KeyCommand command, List<KeyShortcut> now) {
        var saved = now.equals(command.usual()) ? ""
                : now.stream().findFirst().map(KeyShortcut::saved).orElse(NONE);
        if (!saved.equals(preferences.find(PREFIX + command).orElse(""))) {
            preferences.save(PREFIX + command, saved);
        }
    }
}
