package dev.longshore.ui.queue;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.model.userdate.ImportMoments;
import dev.longshore.model.userdate.OwnDates;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.text.TimeText.ZoneChoice;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.queue.QueueRow.RowContent;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueViewModelTest {
    private final TestWindow window = new TestWindow(TestOrganisation.of(
            TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(1)).build(),
            TestOrganisation.migration("customers").status("ReceivingFiles", Duration.ofHours(1)).build(),
            TestOrganisation.migration("ledger").status("Closed", Duration.ofHours(1)).build()));
    private final SnapshotFeed feed = new SnapshotFeed(window.context(new SameThreadUi()));
    private final UiContext context = window.context(new SameThreadUi());
    private final QueueViewModel model = new QueueViewModel(context, feed);

    @Test
    void aQueueSaysWhatImportsAndWhatWaits() {
        assertThat(said()).containsExactly("prod-eu", "off ", "RUNNING:", "orders", "WAITING:", "customers");
    }

    @Test
    void aPartOfAQueueInWhichNothingIsIsLeftOut() {
        publish(TestOrganisation.migration("orders").status("ImportPaused", Duration.ofHours(1)).build());

        assertThat(said()).containsExactly("prod-eu", "RUNNING:", "orders");
    }

    @Test
    void whatWaitsAndWhatNeedsADecisionHaveAPartOfTheirOwn() {
        window.watch.publish(TestOrganisation.of(
                TestOrganisation.migration("orders").status("ImportFailed", Duration.ofHours(1)).build(),
                TestOrganisation.migration("customers").status("ReceivingFiles", Duration.ofHours(1)).build(),
                TestOrganisation.migration("stock").status("Initializing", Duration.ofHours(1)).build()));
        feed.tick();

        assertThat(said()).containsExactly("prod-eu", "off ", "RUNNING:", "nothing", "WAITING:", "customers",
                "stock", "DECISION:", "orders");
    }

    @Test
    void saysBelowTheDatabaseWhyItsEndIsUnknown() {
        var end = (RowContent.DatabaseEnd) model.rowsProperty().get().get(1).content();

        assertThat(end.sentence()).startsWith("Expected end unknown: one import has yet to run");
        assertThat(end.basis()).isEmpty();
    }

    @Test
    void onlyTheLastRowOfADatabaseSaysThatItIs() {
        window.watch.publish(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
        feed.tick();

        var rows = model.rowsProperty().get();
        for (int i = 0; i < rows.size(); i++) {
            var beginsAnother = i + 1 == rows.size() || rows.get(i + 1).content() instanceof RowContent.DatabaseName;
            assertThat(rows.get(i).isLast()).isEqualTo(beginsAnother);
        }
    }

    @Test
    void noTwoRowsHaveTheSameKey() {
        window.watch.publish(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
        feed.tick();

        assertThat(model.rowsProperty().get()).extracting(QueueRow::key).doesNotHaveDuplicates();
    }

    @Test
    void aDatabaseIntoWhichNothingImportsAndForWhichNothingWaitsHasNoQueue() {
        publish(TestOrganisation.migration("ledger").status("Closed", Duration.ofHours(1)).build());

        assertThat(model.rowsProperty().get()).isEmpty();
    }

    @Test
    void aQueueInWhichNothingHasChangedKeepsItsRows() {
        var orders = TestOrganisation.dozen(TestOrganisation.PRODUCTION).migrations();
        window.watch.publish(TestOrganisation.with(window.watch.snapshot(), orders));
        feed.tick();
        var before = model.rowsProperty().get();

        var changed = new ArrayList<>(orders);
        changed.replaceAll(each -> each.name().equals("clickstream")
                ? new MigrationBuilder(TestOrganisation.NOW, "clickstream", TestOrganisation.PRODUCTION,
                        TestOrganisation.ANALYTICS).status("Closed", Duration.ofHours(1)).build()
                : each);
        window.watch.publish(TestOrganisation.with(window.watch.snapshot(), changed));
        feed.tick();

        assertThat(model.rowsProperty().get().stream().filter(each -> !isOfAnalytics(each)))
                .usingElementComparator((one, other) -> one == other ? 0 : 1)
                .containsExactlyElementsOf(before.stream().filter(each -> !isOfAnalytics(each)).toList());
    }

    private static boolean isOfAnalytics(QueueRow row) {
        return row.database().database().equals(TestOrganisation.ANALYTICS.id());
    }

    @Test
    void queuesStayInTheOrderOfTheirDatabasesWhateverHappensInThem() {
        window.watch.publish(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
        feed.tick();

        assertThat(model.rowsProperty().get().stream().map(QueueRow::content)
                .filter(RowContent.DatabaseName.class::isInstance)
                .map(each -> ((RowContent.DatabaseName) each).title()))
                .hasSizeGreaterThan(1).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void nothingIsWorkedOutWhileNobodySeesItAndAllOfItWhenSomebodyDoes() {
        model.onScreenProperty().set(false);

        publish(TestOrganisation.migration("orders").status("Paused", Duration.ofHours(1)).build());
        assertThat(said()).contains("customers");

        model.onScreenProperty().set(true);
        assertThat(said()).doesNotContain("customers");
    }

    @Test
    void whatComesNextIsSaidAnewWhenAFreezeBeginsWithoutAnyNews() {
        var now = TestOrganisation.NOW;
        switchOn(new FreezeWindow("w", "Audit", FreezeScope.ALL,
                new FreezeTimes.OnceFrozen(now.plusSeconds(60), now.plusSeconds(3600))));
        assertThat(said()).contains("on Next: “customers”. It is about to be launched.");

        for (int second = 0; second <= 120; second++) {
            window.clock.advance(Duration.ofSeconds(1));
            feed.tick();
        }
        assertThat(said()).anyMatch(each -> each.startsWith("on Next: “customers”. Waits for the end of the freeze"));
    }

    @Test
    void theEndOfAFreezeIsSaidInTheZoneThatIsChosen() {
        var now = TestOrganisation.NOW;
        switchOn(new FreezeWindow("w", "Audit", FreezeScope.ALL,
                new FreezeTimes.OnceFrozen(now.minusSeconds(60), now.plusSeconds(3600))));
        assertThat(said()).anyMatch(each -> each.contains("Waits for the end of the freeze") && !each.contains("UTC"));

        context.times().zoneProperty().set(ZoneChoice.UTC);
        feed.tick();

        assertThat(said()).anyMatch(each -> each.contains("Waits for the end of the freeze") && each.contains("UTC"));
    }

    /** One import is done, the next is approved, and the queue is on, with this freeze. */
    private void switchOn(FreezeWindow freeze) {
        var now = TestOrganisation.NOW;
        var customers = TestOrganisation.migration("customers").status("ReceivingFiles", Duration.ofHours(1))
                .due(CLEANUP_IDLE, Duration.ofDays(7)).observed(Duration.ZERO).build()
                .with(new OwnDates(List.of(), List.of(freeze), ImportMoments.UNSEEN));
        var orders = TestOrganisation.migration("orders").status("MigrationDone", Duration.ofHours(1))
                .observed(Duration.ZERO).build()
                .with(new OwnDates(List.of(), List.of(), new ImportMoments(now, now)));
        window.watch.publish(TestOrganisation.of(orders, customers));
        feed.tick();
        var key = model.rowsProperty().get().getFirst().database();
        window.watch.changeQueue(key, new QueueChange.LaunchApproved(customers.key().ref().migration(), ""));
        model.switchAutoLaunch(key, true);
        feed.tick();
    }

    private void publish(WatchedMigration migration) {
        window.watch.publish(TestOrganisation.of(migration));
    }

    /** What the rows say, without those that say when all imports end. */
    private List<String> said() {
        return model.rowsProperty().get().stream().map(QueueRow::content)
                .filter(each -> !(each instanceof RowContent.DatabaseEnd)).map(each -> switch (each) {
                    case RowContent.DatabaseName name -> name.title();
                    case RowContent.DatabaseEnd end -> end.sentence();
                    case RowContent.PartName(var part) -> part + ":";
                    case RowContent.AutoLaunchSwitch auto -> (auto.isOn() ? "on " : "off ") + auto.sentence();
                    case RowContent.NothingIn _ -> "nothing";
                    case RowContent.QueueItem item -> item.name();
                }).toList();
    }
}
