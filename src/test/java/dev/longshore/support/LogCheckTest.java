package dev.longshore.support;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCheckTest {
    private static List<LogCapture.LoggedEvent> logged(String message) {
        return List.of(new LogCapture.LoggedEvent("ERROR [main] library", message, null, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "MockWebServer[1] connection from /127.0.0.1 didn't make a request",
        "Failed to delete old native lib",
        "While cleaning old data directories",
    })
    void isSilentAboutWhatEndedInAnotherProcess(String message) {
        assertThatCode(() -> LogCheck.check(logged(message), List.of(), List.of())).doesNotThrowAnyException();
    }

    @Test
    void failsForWhatNobodyExpects() {
        assertThatThrownBy(() -> LogCheck.check(logged("The journal is damaged"), List.of(), List.of("settings")))
                .isInstanceOf(AssertionError.class).hasMessageContaining("The journal is damaged");
    }

    @Test
    void failsWhereAnExpectedFaultIsMissing() {
        assertThatThrownBy(() -> LogCheck.check(List.of(), List.of("The journal is damaged"), List.of()))
                .isInstanceOf(AssertionError.class).hasMessage("No such fault was logged: The journal is damaged");
    }

    @Test
    @ExpectedFault("Nothing caught this on another")
    void seesWhatNothingCatchesOnAnotherThread() throws InterruptedException {
        var thread = Thread.ofPlatform().name("another").start(() -> {
            throw new IllegalStateException("made by the test");
        });

        thread.join();
    }
}
