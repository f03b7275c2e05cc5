package dev.longshore.support;

import dev.longshore.model.Action;
import dev.longshore.model.MigrationKey;
import dev.longshore.ui.Curl;
import dev.longshore.ui.Preferences;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.fx.TimeText;
import dev.longshore.ui.fx.UiThread;
import dev.longshore.ui.theme.Theme;
import dev.longshore.watch.Snapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a window is built from in tests: a watch of the test's, a clock that stands still, preferences in memory. */
public final class TestWindow {
    public final ManualClock clock = new ManualClock(Estate.NOW);
    public final FakeWatch watch;
    public final Map<String, String> kept = new HashMap<>();
    private final Texts texts = new Texts(Locale.ENGLISH);

    public TestWindow(Snapshot first) {
        watch = new FakeWatch(first);
    }

    /** All of it, with the window changed on {@code thread}. FX thread only, for the theme. */
    public Ui ui(UiThread thread) {
        return ui(thread, new Theme());
    }

    public Ui ui(UiThread thread, Theme theme) {
        var times = new TimeText(clock, ZoneId.of("Europe/Berlin"), texts);
        return new Ui(watch, clock, thread, times, texts, theme, preferences(), curl(), OptionalDouble.of(600));
    }

    private Preferences preferences() {
        return new Preferences() {
            @Override
            public Optional<String> find(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void keep(String key, String value) {
                kept.put(key, value);
            }
        };
    }

    private static Curl curl() {
        return new Curl() {
            @Override
            public String status(MigrationKey migration) {
                return "curl " + migration.ref();
            }

            @Override
            public String action(MigrationKey migration, Action action, @Nullable Instant cleanupTime) {
                return "curl -X POST " + migration.ref() + " " + action;
            }
        };
    }
}
