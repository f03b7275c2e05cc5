package dev.longshore.ui.alerts;

import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Notice;
import dev.longshore.support.Alerts;
import dev.longshore.support.Estate;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestWindow;
import dev.longshore.watch.Missed;
import dev.longshore.watch.StandingAlert;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MissedTextTest {
    private final MissedText text = new MissedText(new TestWindow(Estate.empty()).ui(new SameThreadUi()));

    private static Missed missed(List<Missed.Change> changes, List<StandingAlert> alerts, int unheard) {
        return new Missed(
                Estate.NOW.minus(Duration.ofHours(14)), Estate.NOW, BlindSpan.Cause.CLOSED, changes, alerts, unheard);
    }

    private static Missed.Change change(String name, MigrationBuilder before, MigrationBuilder after) {
        return new Missed.Change(after.key(), name, known(before), known(after));
    }

    private static LastKnown known(MigrationBuilder migration) {
        return Objects.requireNonNull(migration.build().lastKnown());
    }

    private static MigrationBuilder orders(String word) {
        return Estate.migration("orders").status(word, Duration.ofHours(1));
    }

    private static List<StandingAlert> failures(int count) {
        return Alerts.of(Estate.of(IntStream.range(0, count)
                .mapToObj(nth -> Estate.migration("m-" + nth)
                        .notice(Notice.Kind.FAILED, Notice.Severity.ACT_NOW, "It failed.").build())
                .toArray(WatchedMigration[]::new))).alerts();
    }

    @Test
    void saysFromWhenToWhenNobodyWatchedInLocalTime() {
        assertThat(text.inFull(missed(List.of(), List.of(), 0))).isEqualTo("""
                Nobody watched from Sat 21 Nov, 01:30 CET to Sat 21 Nov, 15:30 CET (14 h).
                Nothing has changed, as far as is known.""");
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
        var change = change("orders", orders("ImportInProgress"), orders("MigrationDone"));

        assertThat(text.inFull(missed(List.of(change, change, change, change, change, change, change), failures(6), 3)))
                .contains("\nand 2 more changes\n")
                .contains("\nAlerts came up: m-0, m-1, m-2, m-3, m-4 and one more\n")
                .endsWith("\n3 migrations were not observed since.");
    }

    @Test
    void saysInShortHowMuchHasComeOfIt() {
        assertThat(text.inShort(missed(List.of(), failures(2), 0)))
                .isEqualTo("No migration changed, 2 alerts came up.");
    }

    @Test
    void saysWhyNobodyWatched() {
        assertThat(text.title(missed(List.of(), List.of(), 0))).isEqualTo("While Longshore was closed");
        assertThat(text.title(new Missed(
                Estate.NOW, Estate.NOW, BlindSpan.Cause.ASLEEP, List.of(), List.of(), 0)))
                .isEqualTo("While this computer slept");
    }
}
