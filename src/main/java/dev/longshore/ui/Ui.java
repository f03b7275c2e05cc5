package dev.longshore.ui;

import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.fx.TimeText;
import dev.longshore.ui.fx.UiThread;
import dev.longshore.ui.theme.Theme;
import dev.longshore.watch.Watch;
import java.time.InstantSource;
import java.util.OptionalDouble;

/**
 * What the window is built from.
 *
 * @param watch the background service layer
 * @param clock tells the time, for ages and distances
 * @param thread the one on which the window may be changed
 * @param times the formatter of times
 * @param texts the window's texts
 * @param theme its look
 * @param preferences what the person arranged
 * @param curl writes calls as curl commands
 * @param simulatorSpeed how many times faster than life the built-in simulator runs, or empty where none does
 */
public record Ui(
        Watch watch,
        InstantSource clock,
        UiThread thread,
        TimeText times,
        Texts texts,
        Theme theme,
        Preferences preferences,
        Curl curl,
        OptionalDouble simulatorSpeed) {}
