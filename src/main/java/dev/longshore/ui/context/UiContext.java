package dev.longshore.ui.context;

import dev.longshore.model.fact.Fact;
import dev.longshore.text.ErrorText;
import dev.longshore.text.FactText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.ui.fx.UiThread;
import dev.longshore.ui.fx.WindowTimes;
import dev.longshore.watch.Watch;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What every screen works with.
 *
 * @param watch the background service layer
 * @param clock tells the time, for ages and distances
 * @param thread the one on which the window may be changed
 * @param times the formatter of times
 * @param texts the window's texts
 */
public record UiContext(Watch watch, InstantSource clock, UiThread thread, WindowTimes times, Texts texts) {
    /** Calls of the service as curl commands. */
    public CurlCommands curl() {
        return new CurlCommands(watch);
    }

    /** What {@code fact} is, as a sentence for the user, in the zone that is shown now. */
    public String sentence(Fact fact) {
        return new FactText(texts, times).of(fact);
    }

    /** Facts as sentences with times in {@code zone}, whatever zone is shown; for files, on any thread. */
    public FactText factsIn(ZoneId zone) {
        return new FactText(texts, new TimeText(clock, zone, () -> TimeText.ZoneChoice.LOCAL, texts));
    }

    /** What went wrong, as a sentence for the user; empty where nothing did. */
    public String sentence(@Nullable Throwable fault) {
        return new ErrorText(texts, new FactText(texts, times)).of(fault);
    }

    /**
     * Tells, on the window's thread, what came of a change that was asked of the watch.
     *
     * @param change completes with what was wrong, or empty
     * @param tell takes that as a sentence for the user; empty where nothing was wrong
     */
    public void whenDone(CompletableFuture<Optional<Fact>> change, Consumer<String> tell) {
        var _ = change.whenComplete((trouble, failure) -> {
            var sentence = failure == null ? trouble.map(fact -> sentence(fact)).orElse("") : sentence(failure);
            thread.run(() -> tell.accept(sentence));
        });
    }
}
