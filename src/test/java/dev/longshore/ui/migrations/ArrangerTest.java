package dev.longshore.ui.migrations;

import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.Estate;
import dev.longshore.support.QueuedUi;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.Feed;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrangerTest {
    private static final int MANY = 4000;
    private static final Comparator<WatchedMigration> SOONEST_FIRST = Comparator.comparing(
            each -> each.cleanup().orElseThrow().at());

    private final QueuedUi frames = new QueuedUi();
    private final TestWindow window = new TestWindow(Estate.of(migrations().toArray(WatchedMigration[]::new)));
    private final Feed feed = new Feed(window.ui(new SameThreadUi()));
    private final MigrationRows rows = new MigrationRows(new RowReader(window.ui(new SameThreadUi()), feed));
    private final List<List<MigrationRow>> results = new ArrayList<>();
    private final Arranger arranger = new Arranger(rows, frames, results::add);

    @Test
    void aNewArrangementOfManyIsFoundInSeveralFramesAndShownWhenItIsComplete() {
        rows.show(migrations());

        arranger.arrange(Arrangement.of(null, SOONEST_FIRST));

        assertThat(results).isEmpty();
        frames.runAll();
        assertThat(results).hasSize(1);
        assertThat(results.getFirst()).hasSize(MANY).isSortedAccordingTo(
                Comparator.comparing(MigrationRow::migration, SOONEST_FIRST));
    }

    @Test
    void theNewestOfTwoArrangementsCounts() {
        rows.show(migrations());

        arranger.arrange(Arrangement.of(null, SOONEST_FIRST));
        arranger.arrange(Arrangement.of(null, SOONEST_FIRST.reversed()));
        frames.runAll();

        assertThat(results).hasSize(1);
        assertThat(results.getFirst()).isSortedAccordingTo(
                Comparator.comparing(MigrationRow::migration, SOONEST_FIRST.reversed()));
    }

    @Test
    void oneThatGoesWhileAnArrangementIsLookedForIsNotInIt() {
        rows.show(migrations());
        arranger.arrange(Arrangement.of(null, SOONEST_FIRST));

        rows.show(migrations().subList(1, MANY));
        arranger.forgetMissing();
        frames.runAll();

        assertThat(results.getLast()).hasSize(MANY - 1)
                .noneMatch(row -> row.migration().name().equals("m0"));
    }

    @Test
    void oneThatChangesWhileAnArrangementIsLookedForComesToItsPlaceAfterThat() {
        rows.show(migrations());
        rows.takeChanged();
        arranger.arrange(Arrangement.of(null, SOONEST_FIRST));

        var changed = new ArrayList<>(migrations());
        changed.set(7, migration("m7", 0));
        rows.show(changed);
        arranger.note(rows.takeChanged());
        arranger.arrangeChanged();
        frames.runAll();
        arranger.arrangeChanged();
        frames.runAll();

        assertThat(results.getLast().getFirst().migration().name()).isEqualTo("m7");
    }

    private static List<WatchedMigration> migrations() {
        return IntStream.range(0, MANY).mapToObj(i -> migration("m" + i, 1 + i * 7919 % MANY)).toList();
    }

    private static WatchedMigration migration(String name, int cleanupInMinutes) {
        return Estate.migration(name).status("Paused", Duration.ofHours(2))
                .due(CLEANUP_SCHEDULED, Duration.ofMinutes(cleanupInMinutes)).build();
    }
}
