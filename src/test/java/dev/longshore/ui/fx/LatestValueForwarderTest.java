package dev.longshore.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.TestWait;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class LatestValueForwarderTest {

    @Test
    void ofSeveralValuesWithinAFrameOnlyTheNewestArrives() {
        var frameByFrameUi = new FrameByFrameUi();
        var received = new ArrayList<String>();
        var latest = new LatestValueForwarder<String>(frameByFrameUi, received::add);

        latest.accept("first");
        latest.accept("second");
        latest.accept("third");
        frameByFrameUi.next();

        assertThat(received).containsExactly("third");
    }

    @Test
    void eachFrameBringsWhatCameSince() {
        var frameByFrameUi = new FrameByFrameUi();
        var received = new ArrayList<String>();
        var latest = new LatestValueForwarder<String>(frameByFrameUi, received::add);

        latest.accept("first");
        frameByFrameUi.next();
        frameByFrameUi.next();
        latest.accept("second");
        frameByFrameUi.next();

        assertThat(received).containsExactly("first", "second");
    }

    @Test
    void theNewestArrivesOnTheFxThreadHoweverManyThreadsHandOver() {
        var last = new CountDownLatch(1);
        var threads = new CopyOnWriteArrayList<Boolean>();
        var latest = new LatestValueForwarder<Integer>(new FxThread(), value -> {
            threads.add(Platform.isFxApplicationThread());
            if (value == 10_000) {
                last.countDown();
            }
        });

        IntStream.range(0, 10_000).parallel().forEach(latest::accept);
        latest.accept(10_000);

        TestWait.until(last);
        assertThat(threads).containsOnly(true);
        assertThat(threads).hasSizeLessThan(10_000);
    }

    private static final class FrameByFrameUi implements UiThread {
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        void next() {
            var task = waiting.poll();
            if (task != null) {
                task.run();
            }
            assertThat(waiting).isEmpty();
        }

        @Override
        public void run(Runnable task) {
            waiting.add(task);
        }

        @Override
        public void runNextFrame(Runnable task) {
            waiting.add(task);
        }

        @Override
        public boolean isCurrent() {
            return true;
        }
    }
}
