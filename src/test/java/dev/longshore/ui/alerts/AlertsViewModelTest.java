package dev.longshore.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.Notice;
import dev.longshore.support.Alerts;
import dev.longshore.support.Estate;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.watch.AlertBoard;
import dev.longshore.watch.Missed;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.StandingAlert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AlertsViewModelTest {
    private static final Snapshot FAILED = Estate.of(
            Estate.migration("orders").status("ImportFailed", Duration.ofHours(1))
                    .notice(Notice.Kind.FAILED, Notice.Severity.ACT_NOW, "It failed.")
                    .build(),
            Estate.migration("billing").status("MigrationDone", Duration.ofHours(1))
                    .notice(Notice.Kind.IMPORTED, Notice.Severity.GOOD, "It ended.")
                    .build());
    private static final AlertBoard BOARD = Alerts.of(FAILED);

    private final TestWindow window = new TestWindow(FAILED);
    private final Ui ui = window.ui(new SameThreadUi());
    private final Feed feed = new Feed(ui);
    private final AlertsViewModel model = new AlertsViewModel(ui, feed);

    private List<String> subjects() {
        return model.itemsProperty().get().stream().map(AlertsViewModelTest::subject).toList();
    }

    private static String subject(InboxItem item) {
        return switch (item) {
            case InboxItem.One(var alert) -> alert.subject();
            case InboxItem.Summary _ -> "summary";
        };
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            feed.second();
        }
    }

    private static Missed missed(List<StandingAlert> alerts) {
        return new Missed(
                Estate.NOW.minus(Duration.ofHours(14)), Estate.NOW, BlindSpan.Cause.CLOSED, List.of(), alerts, 0);
    }

    @Test
    void countsWhatNobodyHasAcknowledged() {
        window.watch.tell(BOARD);
        assertThat(model.countProperty().get()).isEqualTo(2);

        window.watch.tell(Alerts.acknowledged(BOARD, Estate.NOW, "orders"));
        assertThat(model.countProperty().get()).isEqualTo(1);
    }

    @Test
    void whatIsAcknowledgedStandsApartAtTheEnd() {
        model.openProperty().set(true);
        window.watch.tell(Alerts.acknowledged(BOARD, Estate.NOW, "orders"));

        assertThat(subjects()).containsExactly("billing", "orders");
        assertThat(model.itemsProperty().get()).extracting(InboxItem::isNews).containsExactly(true, false);
    }

    @Test
    void aClosedInboxIsNotFilled() {
        window.watch.tell(BOARD);
        assertThat(subjects()).isEmpty();

        model.openProperty().set(true);
        assertThat(subjects()).containsExactly("orders", "billing");
    }

    @Test
    void acknowledgesAllAtOnceAndNothingTwice() {
        model.openProperty().set(true);
        window.watch.tell(Alerts.acknowledged(BOARD, Estate.NOW, "orders"));
        model.acknowledge(model.itemsProperty().get());

        assertThat(window.watch.acknowledged).containsExactly("billing IMPORTED");
    }

    @Test
    void saysWhyItCouldNotBeKeptThatAPersonKnows() {
        window.watch.acknowledging = CompletableFuture.completedFuture(Optional.of("The disk is full."));
        window.watch.tell(BOARD);
        model.openProperty().set(true);
        model.acknowledge(model.itemsProperty().get());

        assertThat(model.troubleProperty().get()).isEqualTo("The disk is full.");
        assertThat(model.itemsProperty().get()).allMatch(InboxItem::isNews);
    }

    @Test
    void callsForWhatIsUrgentUntilItIsAcknowledged() {
        window.watch.tell(BOARD);
        assertThat(model.callProperty().get()).map(Call::sentence).contains("orders: It failed.");

        model.later();
        pass(Calling.SILENCE - 1);
        assertThat(model.callProperty().get()).isEmpty();
        pass(1);
        assertThat(model.callProperty().get()).isPresent();

        window.watch.tell(Alerts.acknowledged(BOARD, Estate.NOW, "orders"));
        assertThat(model.callProperty().get()).isEmpty();
        pass(2 * Calling.SILENCE);
        assertThat(model.callProperty().get()).isEmpty();
    }

    @Test
    void goodNewsCallNobody() {
        window.watch.tell(Alerts.acknowledged(BOARD, Estate.NOW, "orders"));

        assertThat(model.callProperty().get()).isEmpty();
    }

    @Test
    void somethingElseThatIsUrgentCallsAtOnce() {
        window.watch.tell(Alerts.of(Estate.of(FAILED.migrations().getLast())));
        window.watch.tell(BOARD);
        model.later();
        var other = Estate.migration("returns")
                .notice(Notice.Kind.FAILED, Notice.Severity.ACT_NOW, "It too.")
                .build();
        var both = new ArrayList<>(FAILED.migrations());
        both.add(other);
        window.watch.tell(Alerts.of(Estate.with(FAILED, both)));

        assertThat(model.callProperty().get()).map(Call::title).contains("2 alerts need you now");
    }

    @Test
    void whoLooksIntoTheInboxIsNotCalled() {
        model.openProperty().set(true);
        window.watch.tell(BOARD);
        assertThat(model.callProperty().get()).isEmpty();

        model.openProperty().set(false);
        pass(Calling.SILENCE);
        assertThat(model.callProperty().get()).isPresent();
    }

    @Test
    void aClockThatJumpsCallsNobody() {
        window.watch.tell(BOARD);
        model.later();
        window.clock.advance(Duration.ofDays(2));
        pass(1);

        assertThat(model.callProperty().get()).isEmpty();
    }

    @Test
    void whatWasMissedIsSummedUpUntilItHasBeenRead() {
        model.openProperty().set(true);
        window.watch.tell(Alerts.of(FAILED, missed(BOARD.alerts())));
        assertThat(subjects()).containsExactly("summary", "orders", "billing");

        model.acknowledge(List.of(model.itemsProperty().get().getFirst()));
        window.watch.tell(Alerts.of(FAILED, missed(List.of())));
        assertThat(subjects()).containsExactly("orders", "billing");
        assertThat(window.watch.acknowledged).isEmpty();
    }

    @Test
    void callsForWhatWasMissedOnlyWhereSomethingCameOfIt() {
        var calm = Estate.of(FAILED.migrations().getLast());
        window.watch.tell(Alerts.of(calm, missed(List.of())));
        assertThat(model.callProperty().get()).isEmpty();

        window.watch.tell(Alerts.of(calm, missed(Alerts.of(calm).alerts())));
        assertThat(model.callProperty().get()).map(Call::title).contains("While Longshore was closed");
        assertThat(model.callProperty().get()).map(Call::sentence)
                .contains("No migration changed, one alert came up.");
    }

    @Test
    void aJournalThatCannotBeWrittenIsOneMore() {
        window.watch.publish(new Snapshot(
                2, Estate.NOW, FAILED.connections(), FAILED.migrations(), List.of(), Optional.of("The disk is full.")));

        assertThat(model.countProperty().get()).isEqualTo(1);
        assertThat(model.troubleProperty().get()).isEqualTo("The disk is full.");
    }

    @Test
    void listensNoMoreOnceItIsClosed() {
        model.close();
        window.watch.tell(BOARD);

        assertThat(model.countProperty().get()).isZero();
    }
}
