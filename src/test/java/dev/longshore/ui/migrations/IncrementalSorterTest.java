package dev.longshore.ui.migrations;

import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.QueuedUi;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncrementalSorterTest {
    private static final int MANY = 4000;
    private static final Comparator<WatchedMigration> SOONEST_FIRST = Comparator.comparing(
            each -> each.cleanup().orElseThrow().at());

    private final QueuedUi frames = new QueuedUi();
    private final TestWindow window = new TestWindow(
            TestOrganisation.of(migrations().toArray(WatchedMigration[]::new)));
    private final SnapshotFeed feed = new SnapshotFeed(window.context(new SameThreadUi()));
    private final MigrationRows rows = new MigrationRows(new RowFacts(window.context(new SameThreadUi()), feed));
    private final List<List<MigrationRow>> results = new ArrayList<>();
    private final IncrementalSorter sorter = new IncrementalSorter(rows, frames, results::add);

    @Test
    void aNewArrangementOfManyIsFoundInSeveralFramesAndShownWhenItIsComplete() {
        rows.show(migrations());

        sorter.sort(SortAndFilter.of(null, null, SOONEST_FIRST));

        assertThat(results).isEmpty();
        frames.runAll();
        assertThat(results).hasSize(1);
        assertThat(results.getFirst()).hasSize(MANY).isSortedAccordingTo(
                Comparator.comparing(MigrationRow::migration, SOONEST_FIRST));
    }

    @Test
    void theNewestOfTwoArrangementsCounts() {
        rows.show(migrations());

        sorter.sort(SortAndFilter.of(null, null, SOONEST_FIRST));
        sorter.sort(SortAndFilter.of(null, null, SOONEST_FIRST.reversed()));
        frames.runAll();

        assertThat(results).hasSize(1);
        assertThat(results.getFirst()).isSortedAccordingTo(
                Comparator.comparing(MigrationRow::migration, SOONEST_FIRST.reversed()));
    }

    @Test
    void oneThatGoesWhileAnArrangementIsLookedForIsNotInIt() {
        rows.show(migrations());
        sorter.sort(SortAndFilter.of(null, null, SOONEST_FIRST));

        rows.show(migrations().subList(1, MANY));
        sorter.forgetMissing();
        frames.runAll();

        assertThat(results.getLast()).hasSize(MANY - 1)
                .noneMatch(row -> row.migration().name().equals("m0"));
    }

    @Test
    void oneThatChangesWhileAnArrangementIsLookedForComesToItsPlaceAfterThat() {
        rows.show(migrations());
        rows.takeChanged();
        sorter.sort(SortAndFilter.of(null, null, SOONEST_FIRST));

        var changed = new ArrayList<>(migrations());
        changed.set(7, migration("m7", 0));
        rows.show(changed);
        sorter.markChanged(rows.takeChanged());
        sorter.sortChanged();
        frames.runAll();
        sorter.sortChanged();
        frames.runAll();

        assertThat(results.getLast().getFirst().migration().name()).isEqualTo("m7");
    }

    private static List<WatchedMigration> migrations() {
        return IntStream.range(0, MANY).mapToObj(i -> migration("m" + i, 1 + i * 7919 % MANY)).toList();
    }

    private static WatchedMigration migration(String name, int cleanupInMinutes) {
        return TestOrganisation.migration(name).status("Paused", Duration.ofHours(2))
                .due(CLEANUP_SCHEDULED, Duration.ofMinutes(cleanupInMinutes)).build();
    }
}
