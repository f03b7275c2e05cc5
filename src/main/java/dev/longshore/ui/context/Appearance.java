package dev.longshore.ui.context;

import dev.longshore.ui.look.Theme;
import java.util.OptionalDouble;

/**
 * How the window presents itself and what it listens to.
 *
 * @param theme light or dark
 * @param preferences what the user arranged
 * @param keys which keys stand for which command
 * @param simulatorSpeed how many times faster than life the built-in simulator runs, or empty where none does
 */
public record Appearance(Theme theme, Preferences preferences, KeyBindings keys, OptionalDouble simulatorSpeed) {
    /** With the keys that are kept in {@code preferences}. */
    public Appearance(Theme theme, Preferences preferences, OptionalDouble simulatorSpeed) {
        this(theme, preferences, new KeyBindings(preferences), simulatorSpeed);
    }
}
