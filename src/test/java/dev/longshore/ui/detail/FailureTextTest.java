package dev.longshore.ui.detail;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;
import static dev.longshore.model.Deadline.Cause.CLEANUP_UNKNOWN;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Deadline;
import dev.longshore.model.Environment;
import dev.longshore.model.cleanup.Risk;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTextTest {
    private static final String MESSAGE = "Schema mismatch in shop.orders:\n  column 'vat' | ";

    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private final FailureText text = text();

    private FailureText text() {
        var context = window.context(new SameThreadUi());
        return new FailureText(context, new SnapshotFeed(context));
    }

    @Test
    void theMessageIsShownAsItCame() {
        var failureExplanation = of(failed());

        assertThat(failureExplanation.message()).isEqualTo(MESSAGE);
        assertThat(failureExplanation.silence()).isEmpty();
        assertThat(failureExplanation.meaning())
                .startsWith("Likely cause: schema mismatch.");
    }

    @Test
    void aMessageFromBeforeTheFailureIsNotTakenForItsReason() {
        var failureExplanation = of(TestOrganisation.migration("orders").status("ImportFailed", Duration.ofSeconds(1))
                .progress("Corrupt?"));

        assertThat(failureExplanation.message()).isEmpty();
        assertThat(failureExplanation.silence()).contains("gave no message", "\u201cCorrupt?\u201d", "15:29 CET");
        assertThat(failureExplanation.meaning()).startsWith("Cause unknown.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ImportInProgress", "MigrationDone", "Closed", "REBALANCING", "Paused", "CleaningUpFiles"})
    void isOnlyAboutWhatIsKnownToHaveFailed(String word) {
        assertThat(text.of(TestOrganisation.migration("orders").status(word, Duration.ofHours(2)).build())).isEmpty();
    }

    @Test
    void isNotAboutWhatWasNeverObserved() {
        assertThat(text.of(TestOrganisation.migration("orders").build())).isEmpty();
    }

    @Test
    void anAbortHasNoCauseToLookFor() {
        var failureExplanation = of(
                TestOrganisation.migration("orders").status("Aborted", Duration.ofHours(2)).progress("aborted"));

        assertThat(failureExplanation.headline()).startsWith("The import was aborted");
        assertThat(failureExplanation.meaning()).startsWith("All progress is lost.");
        assertThat(say(failureExplanation.warning().explanation()))
                .contains("The cleanup deletes the uploaded files.");
    }

    @ParameterizedTest
    @CsvSource({
        "CLEANUP_IDLE, cleanup (idle timeout), The idle timeout restarts when data is imported",
        "CLEANUP_SCHEDULED, cleanup (scheduled), a launch does not move it",
        "CLEANUP_UNKNOWN, cleanup (idle or scheduled), It is unknown whether the cleanup was scheduled"})
    void saysWhenTheDataDisappearsAndWhatALaunchDoesToThat(Deadline.Cause cause, String rule, String launch) {
        var failureExplanation = of(failed().due(cause, Duration.ofHours(100)));

        assertThat(failureExplanation.disappears())
                .startsWith("Staged data is deleted in 4 d 4 h: Wed 25 Nov, 19:30 CET, ")
                .contains(rule);
        assertThat(say(failureExplanation.warning().explanation())).contains(launch);
    }

    @Test
    void countsByTheClockOfTheService() {
        var migration = failed().due(CLEANUP_IDLE, Duration.ofHours(100)).build();
        var ahead = new WatchedConnection(
                TestOrganisation.PRODUCTION, new WatchedConnection.Health.Watching(),
                TestOrganisation.watched(TestOrganisation.PRODUCTION).token(),
                List.of(), null, null, Duration.ofHours(2));
        window.watch.publish(new Snapshot(
                2, TestOrganisation.NOW, List.of(ahead), List.of(migration), List.of(), List.of()));

        assertThat(of(migration).disappears()).startsWith("Staged data is deleted in 4 d 2 h: ");
    }

    @Test
    void aCleanupThatIsDueIsUrgent() {
        var failureExplanation = of(failed().due(CLEANUP_SCHEDULED, Duration.ofHours(-3)));

        assertThat(failureExplanation.disappears()).startsWith("The cleanup was due 3 h ago, Sat 21 Nov, 12:30 CET")
                .endsWith("the staged data may be gone already.");
        assertThat(failureExplanation.warning().risk()).isEqualTo(Risk.RED);
    }

    @Test
    void withoutACleanupTimeNoneIsInvented() {
        var failureExplanation = of(failed());

        assertThat(failureExplanation.disappears()).startsWith("Deletion of the staged data: unknown");
        assertThat(failureExplanation.warning().risk()).isEqualTo(Risk.UNKNOWN);
    }

    @Test
    void throughAReadOnlyConnectionNoNewMigrationIsOffered() {
        var readOnly = TestOrganisation.connection("audit", Environment.PRODUCTION, true);
        var failureExplanation = of(
                new MigrationBuilder(TestOrganisation.NOW, "orders", readOnly, TestOrganisation.PROD_EU)
                        .status("Failed", Duration.ofHours(1)).due(CLEANUP_UNKNOWN, Duration.ofHours(9)));

        assertThat(failureExplanation.restart().enabled()).isFalse();
        assertThat(failureExplanation.restart().sentence()).contains("read-only");
    }

    private static MigrationBuilder failed() {
        return TestOrganisation.migration("orders").status("ImportFailed", Duration.ofHours(2)).progress(MESSAGE);
    }

    private FailureExplanation of(MigrationBuilder migration) {
        return of(migration.build());
    }

    private FailureExplanation of(WatchedMigration migration) {
        return text.of(migration).orElseThrow();
    }
}
