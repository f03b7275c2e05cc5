package dev.longshore.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class FxWatchdogTest {
    @Test
    void noticesAWindowThatIsFrozen() {
        var letGo = new CountDownLatch(1);
        try (var watchdog = new FxWatchdog()) {
            Platform.runLater(() -> {
                try {
                    letGo.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });

            await().until(() -> watchdog.longestWait().compareTo(Duration.ofMillis(300)) > 0);
        } finally {
            letGo.countDown();
        }
    }
}
