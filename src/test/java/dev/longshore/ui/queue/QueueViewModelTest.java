package dev.longshore.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.Estate;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.Feed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueueViewModelTest {
    private final TestWindow window = new TestWindow(Estate.of(
            Estate.migration("orders").status("ImportInProgress", Duration.ofHours(1)).build(),
            Estate.migration("customers").status("ReceivingFiles", Duration.ofHours(1)).build(),
            Estate.migration("ledger").status("Closed", Duration.ofHours(1)).build()));
    private final Feed feed = new Feed(window.ui(new SameThreadUi()));
    private final QueueViewModel model = new QueueViewModel(window.ui(new SameThreadUi()), feed);

    @Test
    void aLaneSaysWhatImportsAndWhatWaits() {
        assertThat(model.lanesProperty().get()).singleElement().satisfies(lane -> {
            assertThat(lane.importing()).extracting(Lane.Berth::name).containsExactly("orders");
            assertThat(lane.waiting()).extracting(Lane.Berth::name).containsExactly("customers");
        });
    }

    @Test
    void aDatabaseIntoWhichNothingImportsAndForWhichNothingWaitsHasNoLane() {
        window.watch.publish(Estate.of(Estate.migration("ledger").status("Closed", Duration.ofHours(1)).build()));

        assertThat(model.lanesProperty().get()).isEmpty();
    }

    @Test
    void lanesStayInTheOrderOfTheirDatabasesWhateverHappensInThem() {
        window.watch.publish(Estate.dozen(Estate.PRODUCTION));
        feed.second();

        assertThat(model.lanesProperty().get()).extracting(Lane::title)
                .hasSizeGreaterThan(1).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void nothingIsWorkedOutWhileNobodySeesItAndAllOfItWhenSomebodyDoes() {
        model.onScreenProperty().set(false);

        window.watch.publish(Estate.of(Estate.migration("orders").status("Paused", Duration.ofHours(1)).build()));
        assertThat(model.lanesProperty().get().getFirst().waiting()).isNotEmpty();

        model.onScreenProperty().set(true);
        assertThat(model.lanesProperty().get().getFirst().waiting()).isEmpty();
    }
}
