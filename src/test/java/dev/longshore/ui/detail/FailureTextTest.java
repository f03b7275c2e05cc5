package dev.longshore.ui.detail;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;
import static dev.longshore.model.Deadline.Cause.CLEANUP_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Deadline;
import dev.longshore.model.Environment;
import dev.longshore.model.Risk;
import dev.longshore.support.Estate;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.Feed;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTextTest {
    private static final String MESSAGE = "Schema mismatch in shop.orders:\n  column 'vat' | ";

    private final TestWindow window = new TestWindow(Estate.empty());
    private final FailureText text = text();

    private FailureText text() {
        var ui = window.ui(new SameThreadUi());
        return new FailureText(ui, new Feed(ui));
    }

    @Test
    void theMessageIsShownAsItCame() {
        var failure = of(failed());

        assertThat(failure.message()).isEqualTo(MESSAGE);
        assertThat(failure.silence()).isEmpty();
        assertThat(failure.meaning()).startsWith("Most likely a table in the database is not what the snapshot holds.");
    }

    @Test
    void aMessageFromBeforeTheFailureIsNotTakenForItsReason() {
        var failure = of(Estate.migration("orders").status("ImportFailed", Duration.ofSeconds(1)).progress("Corrupt?"));

        assertThat(failure.message()).isEmpty();
        assertThat(failure.silence()).contains("gave no message", "\u201cCorrupt?\u201d", "15:29 CET");
        assertThat(failure.meaning()).startsWith("What it means is not known.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ImportInProgress", "MigrationDone", "Closed", "REBALANCING", "Paused", "CleaningUpFiles"})
    void isOnlyAboutWhatIsKnownToHaveFailed(String word) {
        assertThat(text.of(Estate.migration("orders").status(word, Duration.ofHours(2)).build())).isEmpty();
    }

    @Test
    void isNotAboutWhatWasNeverObserved() {
        assertThat(text.of(Estate.migration("orders").build())).isEmpty();
    }

    @Test
    void anAbortHasNoCauseToLookFor() {
        var failure = of(Estate.migration("orders").status("Aborted", Duration.ofHours(2)).progress("aborted"));

        assertThat(failure.headline()).startsWith("The import was aborted");
        assertThat(failure.meaning()).startsWith("An abort takes all progress away.");
        assertThat(failure.warning().paragraph()).contains("The cleanup deletes the files that were uploaded.");
    }

    @ParameterizedTest
    @CsvSource({
        "CLEANUP_IDLE, cleanup (idle), The idle week starts anew when data is imported",
        "CLEANUP_SCHEDULED, cleanup (scheduled), a launch does not move it",
        "CLEANUP_UNKNOWN, cleanup (cause ?), Whether the cleanup was scheduled is not known"})
    void saysWhenTheDataDisappearsAndWhatALaunchDoesToThat(Deadline.Cause cause, String rule, String launch) {
        var failure = of(failed().due(cause, Duration.ofHours(100)));

        assertThat(failure.disappears()).startsWith("The staged data disappears in 4 d 4 h: Wed 25 Nov, 19:30 CET, ")
                .contains(rule);
        assertThat(failure.warning().paragraph()).contains(launch);
    }

    @Test
    void countsByTheClockOfTheService() {
        var migration = failed().due(CLEANUP_IDLE, Duration.ofHours(100)).build();
        var ahead = new WatchedConnection(
                Estate.PRODUCTION, new WatchedConnection.Health.Watching(), Estate.watched(Estate.PRODUCTION).token(),
                List.of(), null, null, Duration.ofHours(2));
        window.watch.publish(new Snapshot(
                2, Estate.NOW, List.of(ahead), List.of(migration), List.of(), Optional.empty()));

        assertThat(of(migration).disappears()).startsWith("The staged data disappears in 4 d 2 h: ");
    }

    @Test
    void aCleanupThatIsDueIsUrgent() {
        var failure = of(failed().due(CLEANUP_SCHEDULED, Duration.ofHours(-3)));

        assertThat(failure.disappears()).startsWith("The cleanup was due 3 h ago, Sat 21 Nov, 12:30 CET")
                .endsWith("the staged data may be gone already.");
        assertThat(failure.warning().risk()).isEqualTo(Risk.RED);
    }

    @Test
    void withoutACleanupTimeNoneIsInvented() {
        var failure = of(failed());

        assertThat(failure.disappears()).startsWith("When the staged data disappears is not known");
        assertThat(failure.warning().risk()).isEqualTo(Risk.UNKNOWN);
    }

    @Test
    void throughAReadOnlyConnectionNoNewMigrationIsOffered() {
        var readOnly = Estate.connection("audit", Environment.PRODUCTION, true);
        var failure = of(new MigrationBuilder(Estate.NOW, "orders", readOnly, Estate.PROD_EU)
                .status("Failed", Duration.ofHours(1)).due(CLEANUP_UNKNOWN, Duration.ofHours(9)));

        assertThat(failure.restart().enabled()).isFalse();
        assertThat(failure.restart().sentence()).contains("read-only");
    }

    private static MigrationBuilder failed() {
        return Estate.migration("orders").status("ImportFailed", Duration.ofHours(2)).progress(MESSAGE);
    }

    private Failure of(MigrationBuilder migration) {
        return of(migration.build());
    }

    private Failure of(WatchedMigration migration) {
        return text.of(migration).orElseThrow();
    }
}
