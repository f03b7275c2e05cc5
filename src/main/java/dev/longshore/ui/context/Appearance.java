package dev.longshore.ui.context;

import dev.longshore.ui.look.Theme;
import java.util.Optional;

/**
 * How the window presents itself and what it listens to.
 *
 * @param theme light or dark
 * @param preferences what the user arranged
 * @param keys which keys stand for which command
 * @param simulatorTime that of the built-in simulator, or empty where none runs
 */
public record Appearance(
        Theme theme, Preferences preferences, KeyBindings keys, Optional<SimulatorTime> simulatorTime) {
    /** With the keys that are kept in {@code preferences}. */
    public Appearance(Theme theme, Preferences preferences, Optional<SimulatorTime> simulatorTime) {
        this(theme, preferences, new KeyBindings(preferences), simulatorTime);
    }
}
