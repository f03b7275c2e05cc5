package dev.longshore.ui.context;

import dev.longshore.ui.look.Theme;
import java.util.OptionalDouble;

/**
 * How the window presents itself.
 *
 * @param theme light or dark
 * @param preferences what the user arranged
 * @param simulatorSpeed how many times faster than life the built-in simulator runs, or empty where none does
 */
public record Appearance(Theme theme, Preferences preferences, OptionalDouble simulatorSpeed) {}
