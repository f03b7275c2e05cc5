package dev.longshore.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Alert;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.WatchGap;
import dev.longshore.model.activity.ActivityKind;
import dev.longshore.model.activity.ActivityRecord;
import dev.longshore.model.fact.CommonFact;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.SampleActivity;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.text.TimeText;
import dev.longshore.ui.activity.ActivityRow.AwayDivider;
import dev.longshore.ui.activity.ActivityRow.DayTitle;
import dev.longshore.ui.activity.ActivityRow.LogEntry;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

class ActivityViewModelTest {
    private static final Instant NOW = TestOrganisation.NOW;
    private static final MigrationKey ORDERS = TestOrganisation.migration("orders").key();
    private static final MigrationKey BILLING = TestOrganisation.migration("billing").key();

    private final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
    private final UiContext context = window.context(new SameThreadUi());
    private final SnapshotFeed feed = new SnapshotFeed(context);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ActivityViewModel model = new ActivityViewModel(context, feed, filter);

    private static ActivityRecord change(MigrationKey key, Duration ago, String status, String before) {
        return SampleActivity.change(key, NOW.minus(ago), status, before, Duration.ofMinutes(1));
    }

    private void show(ActivityRecord... records) {
        show(List.of(records));
    }

    private void show(List<ActivityRecord> records) {
        window.watch.answerActivity(SampleActivity.pages(records));
        model.onScreenProperty().set(true);
    }

    private void happens(ActivityRecord newest, List<ActivityRecord> before) {
        var all = new ArrayList<>(before);
        all.addFirst(newest);
        window.watch.answerActivity(SampleActivity.pages(all));
        pass();
    }

    private void pass() {
        for (int second = 0; second < 3; second++) {
            feed.tick();
        }
    }

    private List<LogEntry> entries() {
        return model.rowsProperty().get().stream().filter(LogEntry.class::isInstance).map(LogEntry.class::cast)
                .toList();
    }

    private List<String> sentences() {
        return entries().stream().map(each -> each.entryTexts().sentence()).toList();
    }

    @Test
    void nothingIsReadWhileNobodySeesIt() {
        pass();

        assertThat(window.watch.activityQueries).isEmpty();
    }

    @Test
    void saysWhatHappenedToWhichMigrationUnderItsDay() {
        show(change(ORDERS, Duration.ofMinutes(1), "ImportPaused", "ImportInProgress"),
                change(BILLING, Duration.ofDays(1), "Closed", "CleaningUpFiles"));

        assertThat(model.rowsProperty().get()).hasSize(4);
        assertThat(model.rowsProperty().get().getFirst())
                .isInstanceOfSatisfying(DayTitle.class, day -> assertThat(day.title()).isEqualTo(
                        "Today, Sat 21 Nov 2026"));
        assertThat(entries().getFirst().subject().name()).isEqualTo("orders");
        assertThat(entries().getFirst().subject().place()).isEqualTo("prod-eu · production");
        assertThat(entries().getFirst().entryTexts().time()).isEqualTo("15:29 CET");
        assertThat(sentences()).containsExactly("Paused, was Importing", "Closed, was Cleaning up");
    }

    @Test
    void aCommandSaysItsThreeTimesWhoAskedAndWhy() {
        show(SampleActivity.command(ORDERS, Action.PAUSE, NOW.minus(Duration.ofHours(1)),
                new Command.Author("dba", "maintenance")));

        assertThat(sentences()).containsExactly("Pause confirmed");
        assertThat(entries().getFirst().entryTexts().detail()).isEqualTo(
                "Requested 14:30 CET by dba · accepted after 1 s · confirmed after 6 min · reason: maintenance");
    }

    @Test
    void anOpenCommandFollowsItsNewestState() {
        var asked = new Command("command-orders", ORDERS, Action.PAUSE, null,
                List.of(new CommandState.Requested(NOW.minusSeconds(60))));
        show(new ActivityRecord.RequestedAction(asked));
        assertThat(sentences()).containsExactly("Pause requested…");

        window.watch.publish(TestOrganisation.of(TestOrganisation.migration("orders")
                .status("ImportPaused", Duration.ofHours(1))
                .command(Action.PAUSE, asked.state(), new CommandState.Accepted(NOW.minusSeconds(58))).build()));
        pass();

        assertThat(sentences()).containsExactly("Pause accepted · not confirmed yet");
    }

    @Test
    void anAlertIsToldAsItWasToldThen() {
        show(SampleActivity.raised(ORDERS, NOW.minus(Duration.ofDays(2)), Alert.Severity.SOON,
                Fact.of(CommonFact.SENTENCES, Fact.recorded("It failed."))));

        assertThat(sentences()).containsExactly("Alert: It failed.");
    }

    @Test
    void anAbsenceStandsBetweenWhatWasFoundAndWhatWasBefore() {
        var closed = NOW.minus(Duration.ofHours(10));
        var opened = NOW.minus(Duration.ofHours(1));
        show(SampleActivity.change(ORDERS, opened.plusSeconds(9), "ImportFailed", "ImportInProgress",
                Duration.ofHours(9).plusSeconds(30)),
                new ActivityRecord.AwayPeriod(closed, opened, WatchGap.Reason.CLOSED),
                change(BILLING, Duration.ofHours(11), "ImportPaused", "ImportInProgress"));

        assertThat(model.rowsProperty().get()).hasSize(5);
        assertThat(model.rowsProperty().get().get(2)).isInstanceOfSatisfying(AwayDivider.class, divider -> {
            assertThat(divider.title()).isEqualTo(
                    "You were away Sat 21 Nov, 05:30 CET – 14:30 CET (9 h): Longshore was closed");
            assertThat(divider.found()).isEqualTo("One change found on return, no alert raised");
        });
        assertThat(entries().getFirst().entryTexts().detail()).contains("Changed between two checks");
    }

    @Test
    void oneKindIsAskedForAndTheAbsencesStay() {
        show(change(ORDERS, Duration.ofMinutes(1), "ImportPaused", "ImportInProgress"),
                new ActivityRecord.AwayPeriod(
                        NOW.minus(Duration.ofHours(9)), NOW.minus(Duration.ofHours(1)), WatchGap.Reason.CLOSED),
                SampleActivity.command(BILLING, Action.PAUSE, NOW.minus(Duration.ofHours(10)),
                        new Command.Author("", "")));

        model.kindProperty().set(Optional.of(ActivityKind.CHANGES));

        assertThat(window.watch.activityQueries.getLast().kind()).contains(ActivityKind.CHANGES);
        assertThat(entries()).hasSize(1);
        assertThat(model.rowsProperty().get()).hasAtLeastOneElementOfType(AwayDivider.class);
    }

    @Test
    void wordsAreLookedForInEverythingThatIsRead() {
        var records = SampleActivity.many(window.watch.snapshot(), 2000);
        show(records);
        model.see(0);
        assertThat(entries().size()).isLessThan(2000);

        filter.set("ledger-2019 alert");

        assertThat(entries()).isNotEmpty().allSatisfy(
                each -> assertThat(each.subject().name()).isEqualTo("ledger-2019"));
        filter.set("nothing like it");
        assertThat(model.rowsProperty().get()).isEmpty();
        assertThat(model.readingProperty().get()).isFalse();
    }

    @Test
    void theChosenConnectionIsAskedFor() {
        show(change(ORDERS, Duration.ofMinutes(1), "ImportPaused", "ImportInProgress"));

        feed.connectionProperty().set(Optional.of(new ConnectionId("other")));

        assertThat(window.watch.activityQueries.getLast().connection()).contains(new ConnectionId("other"));
        assertThat(entries()).isEmpty();
    }

    @Test
    void olderPagesAreReadWhenTheUserComesNearTheEndUntilNothingIsLeft() {
        var records = SampleActivity.many(window.watch.snapshot(), 3000);
        show(records);
        assertThat(window.watch.activityQueries).hasSize(1);
        assertThat(entries().size()).isBetween(100, 300);

        for (int seen = 0; seen < 3000; seen += 50) {
            model.see(seen);
        }

        assertThat(entries()).hasSize(3000);
        assertThat(entries()).extracting(LogEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void whatHappensIsPutAtTheBeginning() {
        var before = SampleActivity.many(window.watch.snapshot(), 1000);
        show(before);
        model.see(300);
        var read = entries().size();

        happens(SampleActivity.change(ORDERS, NOW.plusSeconds(1), "Closed", "CleaningUpFiles", Duration.ofSeconds(30)),
                before);

        assertThat(sentences().getFirst()).isEqualTo("Closed, was Cleaning up");
        assertThat(entries()).hasSize(read + 1);
    }

    @Test
    void nothingMovesWhileTheUserReadsWhatIsOlder() {
        var before = SampleActivity.many(window.watch.snapshot(), 1000);
        show(before);
        var shown = model.rowsProperty().get();
        model.atTopProperty().set(false);

        happens(change(ORDERS, Duration.ZERO, "Closed", "CleaningUpFiles"), before);
        assertThat(model.rowsProperty().get()).isEqualTo(shown);
        assertThat(model.newerProperty().get()).isTrue();

        model.atTopProperty().set(true);
        assertThat(sentences().getFirst()).isEqualTo("Closed, was Cleaning up");
        assertThat(model.newerProperty().get()).isFalse();
    }

    @Test
    void readingItAgainShowsTheSame() {
        show(SampleActivity.of(window.watch.snapshot()));
        var first = model.rowsProperty().get();

        model.onScreenProperty().set(false);
        model.onScreenProperty().set(true);

        assertThat(model.rowsProperty().get()).isEqualTo(first);
    }

    @Test
    void aRowThatSaysTheSameIsTheSame() {
        show(SampleActivity.of(window.watch.snapshot()));
        var first = entries();

        pass();

        assertThat(entries().getFirst()).isSameAs(first.getFirst());
    }

    @Test
    void timesFollowTheZone() {
        show(change(ORDERS, Duration.ofMinutes(1), "ImportPaused", "ImportInProgress"));

        context.times().zoneProperty().set(TimeText.ZoneChoice.UTC);

        assertThat(entries().getFirst().entryTexts().time()).isEqualTo("14:29 UTC");
    }

    @Test
    void saysWhyTheLogCannotBeReadAndTriesAgain() {
        window.watch.answerActivity(_ -> {
            throw new IllegalStateException("the disk is gone");
        });
        model.onScreenProperty().set(true);
        assertThat(model.troubleProperty().get()).startsWith("The log cannot be read");

        show(change(ORDERS, Duration.ofMinutes(1), "ImportPaused", "ImportInProgress"));
        pass();

        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(entries()).hasSize(1);
    }

    @Test
    void aMigrationThatIsNotOnTheListIsNamedAndLeadsNowhere() {
        var gone = TestOrganisation.migration("gone").key();
        show(change(gone, Duration.ofMinutes(1), "ImportPaused", "ImportInProgress"));

        assertThat(entries().getFirst().subject().name()).isEqualTo("prod-eu m-gone");
        assertThat(entries().getFirst().target()).isEmpty();
    }
}
