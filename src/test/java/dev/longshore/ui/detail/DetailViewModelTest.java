package dev.longshore.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.History;
import dev.longshore.model.MigrationKey;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.SampleHistories;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DetailViewModelTest {
    private final WatchedMigration orders = TestOrganisation.migration("orders")
            .status("ImportInProgress", Duration.ofHours(51)).build();
    private final TestWindow window = new TestWindow(TestOrganisation.of(orders));
    private final UiContext context = window.context(new SameThreadUi());
    private final SnapshotFeed feed = new SnapshotFeed(context);
    private final DetailViewModel model = new DetailViewModel(context, feed);
    private final List<MigrationKey> read = new ArrayList<>();

    @Test
    void theTimelineIsMadeForNowAndAgesWithIt() {
        select();

        pass(19);
        assertThat(read).hasSize(1);

        pass(1);
        assertThat(read).hasSize(2);
        assertThat(Objects.requireNonNull(model.timelineProperty().get()).now())
                .isEqualTo(TestOrganisation.NOW.plusSeconds(20));
    }

    @Test
    void whatCannotBeReadKeepsWhatWasReadAndSaysWhy() {
        select();
        failHistory();

        model.reload();

        assertThat(model.historyProblemProperty().get()).contains("the disk is gone");
        assertThat(model.timelineProperty().get()).isNotNull();
    }

    @Test
    void whatCannotBeReadIsNotAskedForEachSecond() {
        select();
        failHistory();
        model.reload();

        pass(60);

        assertThat(read).hasSize(2);
    }

    @Test
    void severalAreCompared() {
        window.watch.answerHistory(this::history);

        model.select(List.of(orders.key(), TestOrganisation.migration("billing").key()));

        assertThat(read).containsExactly(orders.key());
        assertThat(model.comparedProperty().get()).containsOnlyKeys(orders.key());
        assertThat(model.selectedProperty().get()).isEqualTo(2);
    }

    private void select() {
        window.watch.answerHistory(this::history);
        model.select(List.of(orders.key()));
    }

    private History history(MigrationKey key) {
        read.add(key);
        return SampleHistories.importing(key);
    }

    private void failHistory() {
        window.watch.answerHistory(key -> {
            read.add(key);
            throw new IllegalStateException("The journal cannot be read: the disk is gone.");
        });
    }

    private void pass(int seconds) {
        for (var second = 0; second < seconds; second++) {
            window.clock.advance(Duration.ofSeconds(1));
            feed.tick();
        }
    }
}
