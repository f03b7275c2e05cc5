package dev.longshore.ui;

import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.fx.TimeText;
import dev.longshore.ui.fx.UiThread;
import dev.longshore.ui.text.FaultText;
import dev.longshore.watch.Watch;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What every screen works with.
 *
 * @param watch the background service layer
 * @param clock tells the time, for ages and distances
 * @param thread the one on which the window may be changed
 * @param times the formatter of times
 * @param texts the window's texts
 * @param curl writes calls as curl commands
 */
public record Ui(Watch watch, InstantSource clock, UiThread thread, TimeText times, Texts texts, Curl curl) {
    /** What went wrong, as a sentence for the person; empty where nothing did. */
    public String sentence(@Nullable Throwable fault) {
        return new FaultText(texts).of(fault);
    }
}
