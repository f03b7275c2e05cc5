package dev.longshore.ui.context;

import dev.longshore.ui.look.Theme;
import java.util.Optional;

/**
 * How the window presents itself.
 *
 * @param theme light or dark
 * @param preferences what the user arranged
 * @param simulatorTime that of the built-in simulator, or empty where none runs
 */
public record Appearance(Theme theme, Preferences preferences, Optional<SimulatorTime> simulatorTime) {}
