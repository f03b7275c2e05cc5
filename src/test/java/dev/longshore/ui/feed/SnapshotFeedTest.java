package dev.longshore.ui.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.watch.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotFeedTest {
    private final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
    private final SnapshotFeed feed = new SnapshotFeed(window.context(new SameThreadUi()));
    private final List<Long> calm = new ArrayList<>();

    @Test
    void calmNewsComesOnceASecondTheFirstAtOnceAndTheNewestAfterIt() {
        feed.throttledProperty().addListener((_, _, snapshot) -> calm.add(snapshot.version()));

        publish(2);
        publish(3);
        publish(4);
        feed.tick();
        feed.tick();
        publish(5);

        assertThat(calm).containsExactly(2L, 4L, 5L);
    }

    @Test
    void aConnectionThatIsChosenIsCalmNewsAtOnce() {
        publish(2);

        feed.connectionProperty()
                .set(Optional.of(TestOrganisation.connection("other", TestOrganisation.PRODUCTION.environment(), false)
                        .id()));

        assertThat(feed.throttledProperty().get().migrations()).isEmpty();
    }

    @Test
    void newsWaitsForTheSecondUnlessTheUserHasJustDoneSomething() {
        feed.showNewsEachSecond();
        publish(2);
        assertThat(shownVersion()).isNotEqualTo(2);

        feed.tick();
        assertThat(shownVersion()).isEqualTo(2);

        publish(3);
        feed.showNewsAtOnce();
        assertThat(shownVersion()).isEqualTo(3);

        feed.showNewsEachSecond();
        publish(4);
        assertThat(shownVersion()).isEqualTo(4);
    }

    @Test
    void aWindowThatIsMinimisedFollowsNowAndThenAndAtOnceWhenItIsSeenAgain() {
        feed.showNewsEachSecond();
        publish(2);
        feed.tick(false);
        assertThat(shownVersion()).isNotEqualTo(2);

        for (int second = 0; second < 30; second++) {
            feed.tick(false);
        }
        assertThat(shownVersion()).isEqualTo(2);

        publish(3);
        feed.showNewsAtOnce();
        assertThat(shownVersion()).isEqualTo(3);
    }

    private long shownVersion() {
        return feed.snapshotProperty().get().version();
    }

    private void publish(long version) {
        var before = feed.snapshotProperty().get();
        window.watch.publish(
                new Snapshot(
                        version, before.at(), before.connections(), before.migrations(), before.recentCommands(),
                        before.troubles()));
    }
}
