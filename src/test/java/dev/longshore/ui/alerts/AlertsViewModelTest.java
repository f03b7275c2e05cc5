package dev.longshore.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.Deadline;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.SampleAlerts;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.MissedSummary;
import dev.longshore.watch.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsViewModelTest {
    private static final Snapshot FAILED = TestOrganisation.of(
            TestOrganisation.migration("orders").status("ImportFailed", Duration.ofHours(1))
                    .notice(Alert.Kind.FAILED, Alert.Severity.ACT_NOW, "It failed.")
                    .build(),
            TestOrganisation.migration("billing").status("MigrationDone", Duration.ofHours(1))
                    .notice(Alert.Kind.IMPORTED, Alert.Severity.GOOD, "It ended.")
                    .build());
    private static final AlertsSnapshot BOARD = SampleAlerts.of(FAILED);

    private final TestWindow window = new TestWindow(FAILED);
    private final UiContext context = window.context(new SameThreadUi());
    private final SnapshotFeed feed = new SnapshotFeed(context);
    private final AlertsViewModel model = new AlertsViewModel(context, feed, window.preferences());

    private List<String> subjects() {
        return model.itemsProperty().get().stream().map(AlertsViewModelTest::subject).toList();
    }

    private static String subject(InboxItem item) {
        return switch (item) {
            case InboxItem.AlertItem(var activeAlert, _) -> activeAlert.subject();
            case InboxItem.MissedItem _ -> "summary";
        };
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            feed.tick();
        }
    }

    private static MissedSummary missed(List<ActiveAlert> alerts) {
        return new MissedSummary(
                TestOrganisation.NOW.minus(Duration.ofHours(14)), TestOrganisation.NOW, WatchGap.Reason.CLOSED,
                List.of(), alerts, 0);
    }

    @Test
    void countsWhatNobodyHasAcknowledged() {
        window.watch.publishAlerts(BOARD);
        assertThat(model.countProperty().get()).isEqualTo(2);

        window.watch.publishAlerts(SampleAlerts.acknowledged(BOARD, TestOrganisation.NOW, "orders"));
        assertThat(model.countProperty().get()).isEqualTo(1);
    }

    @Test
    void whatIsAcknowledgedStandsApartAtTheEnd() {
        model.openProperty().set(true);
        window.watch.publishAlerts(SampleAlerts.acknowledged(BOARD, TestOrganisation.NOW, "orders"));

        assertThat(subjects()).containsExactly("billing", "orders");
        assertThat(model.itemsProperty().get()).extracting(InboxItem::isNews).containsExactly(true, false);
    }

    @Test
    void aClosedInboxIsNotFilled() {
        window.watch.publishAlerts(BOARD);
        assertThat(subjects()).isEmpty();

        model.openProperty().set(true);
        assertThat(subjects()).containsExactly("orders", "billing");
    }

    @Test
    void acknowledgesAllAtOnceAndNothingTwice() {
        model.openProperty().set(true);
        window.watch.publishAlerts(SampleAlerts.acknowledged(BOARD, TestOrganisation.NOW, "orders"));
        model.acknowledge(model.itemsProperty().get());

        assertThat(window.watch.acknowledged).containsExactly("billing IMPORTED");
    }

    @Test
    void saysWhyItCouldNotBeKeptThatAPersonKnows() {
        window.watch.acknowledging = CompletableFuture.completedFuture(Optional.of(Fact.recorded("The disk is full.")));
        window.watch.publishAlerts(BOARD);
        model.openProperty().set(true);
        model.acknowledge(model.itemsProperty().get());

        assertThat(model.troubleProperty().get()).isEqualTo("The disk is full.");
        assertThat(model.itemsProperty().get()).allMatch(InboxItem::isNews);
    }

    @Test
    void callsForWhatIsUrgentUntilItIsAcknowledged() {
        window.watch.publishAlerts(BOARD);
        assertThat(model.bannerProperty().get()).contains(
                new AlertBannerContent("New: orders", "It failed.", 0, ColorRole.DANGER));

        model.remindLater();
        pass(AlertReminder.REMIND_AFTER_SECONDS - 1);
        assertThat(model.bannerProperty().get()).isEmpty();
        pass(1);
        assertThat(model.bannerProperty().get()).isPresent();

        window.watch.publishAlerts(SampleAlerts.acknowledged(BOARD, TestOrganisation.NOW, "orders"));
        assertThat(model.bannerProperty().get()).isEmpty();
        pass(2 * AlertReminder.REMIND_AFTER_SECONDS);
        assertThat(model.bannerProperty().get()).isEmpty();
    }

    @Test
    void goodNewsCallNobody() {
        window.watch.publishAlerts(SampleAlerts.acknowledged(BOARD, TestOrganisation.NOW, "orders"));

        assertThat(model.bannerProperty().get()).isEmpty();
    }

    @Test
    void somethingElseThatIsUrgentCallsAtOnce() {
        window.watch.publishAlerts(SampleAlerts.of(TestOrganisation.of(FAILED.migrations().getLast())));
        window.watch.publishAlerts(BOARD);
        model.remindLater();
        var other = TestOrganisation.migration("returns")
                .notice(Alert.Kind.FAILED, Alert.Severity.ACT_NOW, "It too.")
                .build();
        var both = new ArrayList<>(FAILED.migrations());
        both.add(other);
        window.watch.publishAlerts(SampleAlerts.of(TestOrganisation.with(FAILED, both)));

        assertThat(model.bannerProperty().get()).contains(
                new AlertBannerContent("New: returns", "It too.", 1, ColorRole.DANGER));
    }

    @Test
    void whatIsSnoozedIsSilentUntilThenAlsoAfterARestart() {
        window.watch.publishAlerts(BOARD);
        model.snoozeForAnHour();
        assertThat(window.savedAtOnce).containsKey("alerts.snoozed");
        assertThat(model.bannerProperty().get()).isEmpty();
        var restarted = new AlertsViewModel(context, feed, window.preferences());
        assertThat(restarted.bannerProperty().get()).isEmpty();

        window.clock.advance(Duration.ofMinutes(59));
        pass(1);
        assertThat(restarted.bannerProperty().get()).isEmpty();
        window.clock.advance(Duration.ofMinutes(1));
        pass(1);

        assertThat(restarted.bannerProperty().get()).map(AlertBannerContent::title).contains("New: orders");
    }

    @Test
    void untilTomorrowIsEightInTheUsersMorning() {
        window.watch.publishAlerts(BOARD);
        model.snoozeUntilTomorrow();
        model.openProperty().set(true);

        assertThat(model.itemsProperty().get()).filteredOn(each -> each.id().equals("orders FAILED"))
                .extracting(each -> ((InboxItem.AlertItem) each).snoozedUntil())
                .containsExactly(Optional.of(Instant.parse("2026-11-22T07:00:00Z")));
    }

    @Test
    void saysInTheInboxThatSilenceIsNotKeptOverTheNextStart() {
        window.watch.publishAlerts(BOARD);
        window.savingTrouble = Optional.of(Fact.of(StartFact.SETTINGS_NOT_WRITTEN, "settings.json", "disk full"));

        model.snoozeForAnHour();

        assertThat(model.openProperty().get()).isTrue();
        assertThat(model.troubleProperty().get()).contains("settings.json (disk full)", "next start does not know");
        assertThat(model.pressingProperty().get()).isZero();

        window.savingTrouble = Optional.empty();
        model.snoozeForAnHour(model.itemsProperty().get().getFirst());
        assertThat(model.troubleProperty().get()).isEmpty();
    }

    @Test
    void whatIsSnoozedStandsBetweenNewsAndWhatIsAcknowledged() {
        model.openProperty().set(true);
        window.watch.publishAlerts(BOARD);

        model.snoozeForAnHour();

        assertThat(subjects()).containsExactly("billing", "orders");
        assertThat(model.itemsProperty().get()).allMatch(InboxItem::isNews);
        assertThat(model.countProperty().get()).isEqualTo(1);
    }

    @Test
    void oneThatBecomesMoreUrgentIsNotSilentAnyMore() {
        var soon = TestOrganisation.of(TestOrganisation.migration("orders")
                .notice(Alert.Kind.FAILED, Alert.Severity.SOON, "Soon.").build());
        window.watch.publishAlerts(SampleAlerts.of(soon));
        model.openProperty().set(true);
        model.snoozeForAnHour(model.itemsProperty().get().getFirst());
        model.openProperty().set(false);

        window.watch.publishAlerts(BOARD);

        assertThat(model.bannerProperty().get()).map(AlertBannerContent::title).contains("New: orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "=", "a=b", "orders%20FAILED=soon", "%zz=2026-11-22T07:00:00Z", "a=b=c,,"})
    void whatCannotBeReadSilencesNothing(String kept) {
        window.saved.put("alerts.snoozed", kept);
        var other = new AlertsViewModel(context, feed, window.preferences());

        window.watch.publishAlerts(BOARD);

        assertThat(other.bannerProperty().get()).isPresent();
    }

    @Test
    void whoLooksIntoTheInboxIsNotCalled() {
        model.openProperty().set(true);
        window.watch.publishAlerts(BOARD);
        assertThat(model.bannerProperty().get()).isEmpty();

        model.openProperty().set(false);
        pass(AlertReminder.REMIND_AFTER_SECONDS);
        assertThat(model.bannerProperty().get()).isPresent();
    }

    @Test
    void aClockThatJumpsCallsNobody() {
        window.watch.publishAlerts(BOARD);
        model.remindLater();
        window.clock.advance(Duration.ofDays(2));
        pass(1);

        assertThat(model.bannerProperty().get()).isEmpty();
    }

    @Test
    void aCleanupThatIsDueBecauseItWasMovedIsOneEntryForBoth() {
        model.openProperty().set(true);
        window.watch.publishAlerts(SampleAlerts.of(moved()));

        assertThat(subjects()).containsExactly("orders");
        assertThat(model.countProperty().get()).isEqualTo(1);
        assertThat(model.pressingProperty().get()).isEqualTo(1);

        model.acknowledge(model.itemsProperty().get());
        assertThat(window.watch.acknowledged).containsExactlyInAnyOrder("orders CLEANUP_SOON", "orders CLEANUP_MOVED");
    }

    @Test
    void anEntryForTwoIsNewsUntilBothAreKnown() {
        model.openProperty().set(true);
        var both = SampleAlerts.of(moved()).alerts();
        var known = both.getFirst().alertRecord().withState(new AlertRecord.State.Acknowledged(TestOrganisation.NOW));
        window.watch.publishAlerts(AlertsSnapshot.of(
                List.of(new ActiveAlert(known, both.getFirst().alert(), "orders"), both.getLast()), List.of()));

        assertThat(model.itemsProperty().get()).singleElement().matches(InboxItem::isNews);
        assertThat(model.countProperty().get()).isEqualTo(1);
    }

    @Test
    void anEntryForTwoIsSilentOnlyWhereBothAre() {
        var due = TestOrganisation.of(due().build());
        window.watch.publishAlerts(SampleAlerts.of(due));
        model.snoozeForAnHour();
        assertThat(model.pressingProperty().get()).isZero();

        window.watch.publishAlerts(SampleAlerts.of(moved()));

        assertThat(model.pressingProperty().get()).isEqualTo(1);
        assertThat(model.bannerProperty().get()).map(AlertBannerContent::title).contains("New: orders");
        model.snoozeForAnHour();
        assertThat(model.pressingProperty().get()).isZero();
        assertThat(model.countProperty().get()).isZero();
    }

    @Test
    void whatIsLostFirstStandsFirst() {
        model.openProperty().set(true);
        window.watch.publishAlerts(AlertsSnapshot.of(
                List.of(loss("third", Alert.Kind.COLLISION, 70), loss("first", Alert.Kind.CLEANUP_SOON, 20),
                        loss("second", Alert.Kind.COLLISION, 30)),
                List.of()));

        assertThat(subjects()).containsExactly("first", "second", "third");
    }

    private static ActiveAlert loss(String name, Alert.Kind kind, int hours) {
        var alert = new Alert(
                kind, Alert.Severity.ACT_NOW, TestOrganisation.NOW.plus(Duration.ofHours(hours)), Fact.recorded(name));
        var key = TestOrganisation.migration(name).build().key();
        return new ActiveAlert(
                new AlertRecord(name, key.connection(), key.ref(), alert, List.of(new AlertRecord.State.Raised(
                        TestOrganisation.NOW, alert.severity(), alert.fact()))),
                alert, name);
    }

    private static Snapshot moved() {
        return TestOrganisation.of(due()
                .notice(Alert.Kind.CLEANUP_MOVED, Alert.Severity.ACT_NOW, "Someone moved it.").build());
    }

    private static MigrationBuilder due() {
        return TestOrganisation.migration("orders").status("ImportPaused", Duration.ofHours(3))
                .due(Deadline.Cause.CLEANUP_SCHEDULED, Duration.ofHours(20));
    }

    @Test
    void whatWasMissedIsSummedUpUntilItHasBeenRead() {
        model.openProperty().set(true);
        window.watch.publishAlerts(SampleAlerts.of(FAILED, missed(BOARD.alerts())));
        assertThat(subjects()).containsExactly("summary", "orders", "billing");

        model.acknowledge(List.of(model.itemsProperty().get().getFirst()));
        window.watch.publishAlerts(SampleAlerts.of(FAILED, missed(List.of())));
        assertThat(subjects()).containsExactly("orders", "billing");
        assertThat(window.watch.acknowledged).isEmpty();
    }

    @Test
    void callsForWhatWasMissedOnlyWhereSomethingCameOfIt() {
        var calm = TestOrganisation.of(FAILED.migrations().getLast());
        window.watch.publishAlerts(SampleAlerts.of(calm, missed(List.of())));
        assertThat(model.bannerProperty().get()).isEmpty();

        window.watch.publishAlerts(SampleAlerts.of(calm, missed(SampleAlerts.of(calm).alerts())));
        assertThat(model.bannerProperty().get()).map(AlertBannerContent::title).contains("While Longshore was closed");
        assertThat(model.bannerProperty().get()).map(AlertBannerContent::sentence)
                .contains("No migration changed, one alert was raised.");
    }

    @Test
    void aJournalThatCannotBeWrittenIsOneMore() {
        window.watch.publish(new Snapshot(
                2, TestOrganisation.NOW, FAILED.connections(), FAILED.migrations(), List.of(),
                List.of(Fact.recorded("The disk is full."))));

        assertThat(model.countProperty().get()).isEqualTo(1);
        assertThat(model.troubleProperty().get()).isEqualTo("The disk is full.");
    }

    @Test
    void listensNoMoreOnceItIsClosed() {
        model.close();
        window.watch.publishAlerts(BOARD);

        assertThat(model.countProperty().get()).isZero();
    }
}
