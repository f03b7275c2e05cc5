package dev.longshore.ui.control.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.ui.fx.WindowTimes;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimelineTextTest {
    private final WindowTimes time = SampleTimelines.time();
    private final TimelineText text = new TimelineText(time, new Texts(Locale.ENGLISH));

    @Test
    void linesAreByTimeAndNameTheirZone() {
        var lines = text.lines(SampleTimelines.busy());

        assertThat(lines.stream().map(TimelineText.TimelineTextLine::at)).isSorted();
        assertThat(lines).allSatisfy(line -> assertThat(line.when()).endsWith(" CET"));
    }

    @Test
    void whatWasAskedForTakenAndSeenAreDifferentLines() {
        assertThat(text.lines(SampleTimelines.busy())).extracting(TimelineText.TimelineTextLine::what).contains(
                "Launch: requested.",
                "Launch: accepted by the service after 1 min.",
                "Launch: confirmed 14 min after the request.",
                "Pause: accepted by the service after 1 min; not confirmed yet.",
                "Clean up: refused. A cleanup never runs during an import.");
    }

    @Test
    void everythingThatThePictureShowsHasALine() {
        assertThat(text.lines(SampleTimelines.busy())).extracting(TimelineText.TimelineTextLine::what).contains(
                "Importing for 1 d 16 h. The service calls it “ImportInProgress”.",
                "Someone else changed it from “Initializing” to “Receiving files”.",
                "Someone else moved the cleanup from Sun 22 Nov, 14:30 CET to Mon 23 Nov, 12:06 CET.",
                "Not watched for 6 h: this computer was asleep.",
                "Sealed by the launch: nothing can be uploaded to the directory any more.",
                "Point of no return: metadata is being imported; the import can no longer be aborted.",
                "Now.",
                "Upload credentials expire in 42 min. As of 1 min ago.",
                "Cleanup in 1 d 21 h, as scheduled: deletes the staged data. As of 1 min ago.",
                "Expected end of the import: in 6–9 h. From the last 24 hours of progress.");
    }

    @Test
    void ofAPhaseThatWasThereAtTheFirstLookOnlyALeastLengthIsTold() {
        var first = text.lines(SampleTimelines.unseen()).getFirst();

        assertThat(first.when()).isEqualTo("before Wed 18 Nov, 14:30 CET");
        assertThat(first.what()).isEqualTo("Importing for ≥ 2 d. The service calls it “ImportInProgress”. "
                + "Already so at the first check (Wed 18 Nov, 14:30 CET); start unknown. "
                + "Ended between Fri 20 Nov, 14:30 CET and Sat 21 Nov, 00:06 CET (two checks).");
    }

    @Test
    void ofAChangeThatNobodySawTheRangeIsTold() {
        var lines = text.lines(SampleTimelines.unseen());

        assertThat(lines).contains(new TimelineText.TimelineTextLine(SampleTimelines.days(-0.1),
                "by Sat 21 Nov, 12:06 CET",
                "Cleaning up for 2–6 h. The service calls it “CleaningUpFiles”. "
                        + "Began between Sat 21 Nov, 08:30 CET and Sat 21 Nov, 12:06 CET (two checks)."));
    }

    @Test
    void markdownSaysTooWhatNobodySaw() {
        assertThat(text.asMarkdown(SampleTimelines.unseen(), "orders"))
                .contains("| before 2026-11-18T14:30:00+01:00 | Importing for ≥ 2 d.")
                .contains("| by 2026-11-21T12:06:00+01:00 | Cleaning up for 2–6 h.")
                .doesNotContain(" CET");
    }

    @Test
    void anUnknownWordIsShownAsItCame() {
        assertThat(text.lines(SampleTimelines.closed()))
                .anySatisfy(line -> assertThat(line.what())
                        .isEqualTo("Reticulating for 19 h 12 min. The service calls it “Reticulating”."));
    }

    @Test
    void markdownIsATableWithOffsets() {
        var markdown = text.asMarkdown(SampleTimelines.fresh(), "orders");

        assertThat(markdown.lines()).startsWith("## orders", "", "| When | What |", "|---|---|");
        assertThat(markdown.lines().skip(2)).allMatch(line -> line.startsWith("|") && line.endsWith("|"));
        assertThat(markdown).contains(
                "| 2026-11-21T14:21:00+01:00 | Initializing for 5 min. The service calls it “INITIALIZING”. |");
    }

    @Test
    void plainTextFollowsTheSwitchToUtc() {
        time.zoneProperty().set(TimeText.ZoneChoice.UTC);

        assertThat(text.asText(SampleTimelines.fresh(), "orders")).startsWith("orders\n")
                .contains("Sat 21 Nov, 13:21 UTC  Initializing for 5 min.")
                .doesNotContain("CET");
    }

    @Test
    void theSummarySaysPhaseDeadlinesForecastAndGaps() {
        assertThat(text.summary(SampleTimelines.busy())).isEqualTo(
                "Importing for 1 d 4 h. The service calls it “ImportInProgress”. "
                        + "Upload credentials expire in 42 min. As of 1 min ago. "
                        + "Cleanup in 1 d 21 h, as scheduled: deletes the staged data. As of 1 min ago. "
                        + "Expected end of the import: in 6–9 h. From the last 24 hours of progress. "
                        + "16 events, 2 unwatched periods.");
    }

    @Test
    void anUnknownForecastSaysWhatIsMissing() {
        assertThat(text.summary(SampleTimelines.fresh()))
                .contains("No import is running.");
    }
}
