package dev.longshore.ui.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import org.junit.jupiter.api.Test;

class KeepWatchingTest {
    private final TestWindow window = new TestWindow(TestOrganisation.empty());

    @Test
    void whatWasDecidedIsKnownAgainAfterTheProgramIsKilled() {
        var keepWatching = new KeepWatching(window.preferences());

        keepWatching.decide(true);

        assertThat(window.savedAtOnce).containsValue("true");
        assertThat(keepWatching.isWanted()).isTrue();
    }
}
