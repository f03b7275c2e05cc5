package dev.longshore.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.TestWait;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class FxThreadTest {
    private final FxThread thread = new FxThread();
    private final List<String> ran = new CopyOnWriteArrayList<>();

    @Test
    void tasksRunByRankAfterThoseOfTheNextFrame() {
        var last = new CountDownLatch(1);
        Platform.runLater(() -> {
            thread.runByRank(2, () -> ran.add("third"));
            thread.runByRank(3, last::countDown);
            thread.runByRank(1, () -> ran.add("second"));
            thread.runNextFrame(() -> ran.add("first"));
        });

        TestWait.until(last);
        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void whatATaskAsksToBeRunInTheNextFrameIsNotRunInThisOne() {
        var last = new CountDownLatch(1);
        Platform.runLater(() -> {
            thread.runNextFrame(() -> {
                thread.runNextFrame(() -> {
                    ran.add("next frame");
                    last.countDown();
                });
                ran.add("this frame");
            });
            thread.runByRank(1, () -> ran.add("this frame, by rank"));
        });

        TestWait.until(last);
        assertThat(ran).containsExactly("this frame", "this frame, by rank", "next frame");
    }
}
