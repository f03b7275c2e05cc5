package dev.longshore.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.Estate;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestWindow;
import dev.longshore.watch.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedTest {
    private final TestWindow window = new TestWindow(Estate.dozen(Estate.PRODUCTION));
    private final Feed feed = new Feed(window.ui(new SameThreadUi()));
    private final List<Long> calm = new ArrayList<>();

    @Test
    void calmNewsComesOnceASecondTheFirstAtOnceAndTheNewestAfterIt() {
        feed.calmProperty().addListener((_, _, snapshot) -> calm.add(snapshot.version()));

        publish(2);
        publish(3);
        publish(4);
        feed.second();
        feed.second();
        publish(5);

        assertThat(calm).containsExactly(2L, 4L, 5L);
    }

    @Test
    void aConnectionThatIsChosenIsCalmNewsAtOnce() {
        publish(2);

        feed.connectionProperty().set(Optional.of(Estate.connection("other", Estate.PRODUCTION.environment(), false)
                .id()));

        assertThat(feed.calmProperty().get().migrations()).isEmpty();
    }

    private void publish(long version) {
        var before = feed.snapshotProperty().get();
        window.watch.publish(
                new Snapshot(
                        version, before.at(), before.connections(), before.migrations(), before.recentCommands(),
                        before.trouble()));
    }
}
