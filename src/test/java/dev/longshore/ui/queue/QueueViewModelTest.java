package dev.longshore.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.feed.SnapshotFeed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueueViewModelTest {
    private final TestWindow window = new TestWindow(TestOrganisation.of(
            TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(1)).build(),
            TestOrganisation.migration("customers").status("ReceivingFiles", Duration.ofHours(1)).build(),
            TestOrganisation.migration("ledger").status("Closed", Duration.ofHours(1)).build()));
    private final SnapshotFeed feed = new SnapshotFeed(window.context(new SameThreadUi()));
    private final QueueViewModel model = new QueueViewModel(window.context(new SameThreadUi()), feed);

    @Test
    void aLaneSaysWhatImportsAndWhatWaits() {
        assertThat(model.queuesProperty().get()).singleElement().satisfies(queue -> {
            assertThat(queue.importing()).extracting(DatabaseQueue.QueueItem::name).containsExactly("orders");
            assertThat(queue.waiting()).extracting(DatabaseQueue.QueueItem::name).containsExactly("customers");
        });
    }

    @Test
    void aDatabaseIntoWhichNothingImportsAndForWhichNothingWaitsHasNoLane() {
        window.watch.publish(TestOrganisation
                .of(TestOrganisation.migration("ledger").status("Closed", Duration.ofHours(1)).build()));

        assertThat(model.queuesProperty().get()).isEmpty();
    }

    @Test
    void lanesStayInTheOrderOfTheirDatabasesWhateverHappensInThem() {
        window.watch.publish(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
        feed.tick();

        assertThat(model.queuesProperty().get()).extracting(DatabaseQueue::title)
                .hasSizeGreaterThan(1).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void nothingIsWorkedOutWhileNobodySeesItAndAllOfItWhenSomebodyDoes() {
        model.onScreenProperty().set(false);

        window.watch.publish(TestOrganisation
                .of(TestOrganisation.migration("orders").status("Paused", Duration.ofHours(1)).build()));
        assertThat(model.queuesProperty().get().getFirst().waiting()).isNotEmpty();

        model.onScreenProperty().set(true);
        assertThat(model.queuesProperty().get().getFirst().waiting()).isEmpty();
    }
}
