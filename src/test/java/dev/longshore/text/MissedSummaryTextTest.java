package dev.longshore.text;

import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Alert;
import dev.longshore.model.LastKnown;
import dev.longshore.model.WatchGap;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.SampleAlerts;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.MissedSummary;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MissedSummaryTextTest {
    private final MissedSummaryText text = text();

    private static MissedSummaryText text() {
        var context = new TestWindow(TestOrganisation.empty()).context(new SameThreadUi());
        return new MissedSummaryText(context.texts(), context.times());
    }

    private static MissedSummary missed(List<MissedSummary.MissedChange> changes, List<ActiveAlert> alerts,
            int unheard) {
        return new MissedSummary(
                TestOrganisation.NOW.minus(Duration.ofHours(14)), TestOrganisation.NOW, WatchGap.Reason.CLOSED, changes,
                alerts, unheard);
    }

    private static MissedSummary.MissedChange change(String name, MigrationBuilder before, MigrationBuilder after) {
        return new MissedSummary.MissedChange(after.key(), name, known(before), known(after));
    }

    private static LastKnown known(MigrationBuilder migration) {
        return Objects.requireNonNull(migration.build().lastKnown());
    }

    private static MigrationBuilder orders(String word) {
        return TestOrganisation.migration("orders").status(word, Duration.ofHours(1));
    }

    private static List<ActiveAlert> failures(int count) {
        return SampleAlerts.of(TestOrganisation.of(IntStream.range(0, count)
                .mapToObj(nth -> TestOrganisation.migration("m-" + nth)
                        .notice(Alert.Kind.FAILED, Alert.Severity.ACT_NOW, "It failed.").build())
                .toArray(WatchedMigration[]::new))).alerts();
    }

    @Test
    void saysFromWhenToWhenNobodyWatchedInLocalTime() {
        assertThat(text.inFull(missed(List.of(), List.of(), 0))).isEqualTo("""
                Not watched from Sat 21 Nov, 01:30 CET to Sat 21 Nov, 15:30 CET (14 h).
                No changes, as far as known.""");
    }

    @Test
    void saysWhatIsDifferentNow() {
        var imported = change("orders", orders("ImportInProgress"), orders("MigrationDone"));
        var moved = change(
                "orders", orders("ImportInProgress").due(CLEANUP_SCHEDULED, Duration.ofHours(72)),
                orders("ImportInProgress").due(CLEANUP_SCHEDULED, Duration.ofHours(48)));

        assertThat(text.inFull(missed(List.of(imported, moved), List.of(), 0)))
                .contains("\norders: Importing, now Done\n")
                .contains("\norders: cleanup now Mon 23 Nov, 15:30 CET, was Tue 24 Nov, 15:30 CET")
                .doesNotContain("Nothing has changed");
    }

    @Test
    void namesAFewAndCountsTheRest() {
        var missedChange = change("orders", orders("ImportInProgress"), orders("MigrationDone"));

        assertThat(text.inFull(missed(List.of(missedChange, missedChange, missedChange, missedChange, missedChange,
                missedChange, missedChange), failures(6), 3)))
                .contains("\nand 2 more changes\n")
                .contains("\nAlerts raised: m-0, m-1, m-2, m-3, m-4 and one more\n")
                .endsWith("\n3 migrations have not been checked since.");
    }

    @Test
    void saysInShortHowMuchHasComeOfIt() {
        assertThat(text.inShort(missed(List.of(), failures(2), 0)))
                .isEqualTo("No migration changed, 2 alerts were raised.");
    }

    @Test
    void saysWhyNobodyWatched() {
        assertThat(text.title(missed(List.of(), List.of(), 0))).isEqualTo("While Longshore was closed");
        assertThat(text.title(new MissedSummary(
                TestOrganisation.NOW, TestOrganisation.NOW, WatchGap.Reason.ASLEEP, List.of(), List.of(), 0)))
                .isEqualTo("While this computer slept");
    }
}
