package dev.longshore.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Alert;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import dev.longshore.support.FakeWatch;
import dev.longshore.support.SampleAlerts;
import dev.longshore.support.TestOrganisation;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.MissedSummary;
import dev.longshore.watch.Snapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLinesTest {
    private final List<String> printed = new ArrayList<>();
    private final TimeText times = new TimeText(
            InstantSource.fixed(TestOrganisation.NOW), ZoneId.of("Europe/Berlin"), () -> TimeText.ZoneChoice.LOCAL,
            new Texts(Locale.ENGLISH));

    private FakeWatch followed() {
        var watch = new FakeWatch(TestOrganisation.empty());
        new EventLines(watch.snapshot(), times, printed::add).follow(watch);
        return watch;
    }

    @Test
    void printsEachStatusOnceWithItsTimeAndItsIds() {
        var watch = followed();
        var one = TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(1)).build();
        watch.publish(TestOrganisation.of(one));
        watch.publish(TestOrganisation.of(one));
        watch.publish(TestOrganisation.of(
                TestOrganisation.migration("orders").status("MysteryWord", Duration.ofHours(1)).build()));

        assertThat(printed.stream().filter(line -> line.contains(" status "))).satisfiesExactly(
                first -> assertThat(first).matches("2026-11-21T\\d\\d:\\d\\d:\\d\\d\\+01:00 status orders \\(.*/.*\\): "
                        + "Importing \\[ImportInProgress\\]"),
                second -> assertThat(second).endsWith(": MysteryWord; before Importing [ImportInProgress]"));
    }

    @Test
    void printsEachAlertWhenItIsRaisedAndWhenItIsOver() {
        var watch = followed();
        var failed = TestOrganisation.of(
                TestOrganisation.migration("orders").status("Failed", Duration.ofHours(1))
                        .notice(Alert.Kind.FAILED, Alert.Severity.ACT_NOW, "Import failed.").build());
        watch.publishAlerts(SampleAlerts.of(failed));
        watch.publishAlerts(SampleAlerts.of(failed));
        watch.publishAlerts(AlertsSnapshot.empty());

        assertThat(printed.stream().filter(line -> line.contains("act-now"))).satisfiesExactly(
                first -> assertThat(first).contains(" alert raised act-now orders ("),
                second -> assertThat(second).contains(" alert ended act-now orders ("));
    }

    @Test
    void saysWhatWasFoundWhenTheJournalWasOpened() {
        var start = TestOrganisation.empty();
        var damaged = new Snapshot(start.version(), start.at(), start.connections(), start.migrations(), List.of(),
                List.of(Fact.of(JournalFact.SET_ASIDE, "/data/journal.db", "journal.db.damaged")));
        var watch = new FakeWatch(damaged);
        new EventLines(damaged, times, printed::add).follow(watch);
        watch.publish(damaged);

        assertThat(printed).singleElement().asString().contains(" journal ").contains("journal.db.damaged");
    }

    @Test
    void printsTimesInWhichNobodyWatched() {
        var from = TestOrganisation.NOW.minus(Duration.ofHours(2));
        followed().publishAlerts(new AlertsSnapshot(List.of(), List.of(new MissedSummary(
                from, TestOrganisation.NOW, WatchGap.Reason.ASLEEP, List.of(), List.of(), 0))));

        assertThat(printed).containsExactly("2026-11-21T15:30:00+01:00 gap Nobody watched from "
                + "2026-11-21T13:30:00+01:00 to 2026-11-21T15:30:00+01:00: this computer was asleep.");
    }

    @Test
    void whatOthersWroteCanNeitherMakeALineNorControlTheTerminal() {
        followed().publishAlerts(SampleAlerts.of(TestOrganisation.of(
                TestOrganisation.migration("orders").status("Failed", Duration.ofHours(1)).notice(
                        Alert.Kind.FAILED, Alert.Severity.ACT_NOW, "a\nready: \u001b[31mred\u202e").build())));

        assertThat(printed).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContainPattern("[\\p{Cntrl}\\u202e]").startsWith("2026-"));
    }

    @Test
    void saysWhatIsWatchedAndWhereItAnswers() {
        var texts = new Texts(Locale.ENGLISH);
        assertThat(EventLines.ready(List.of(), 0, Optional.empty(), texts))
                .isEqualTo("ready: watching no migration through no connection");
        assertThat(EventLines.ready(
                List.of(TestOrganisation.PRODUCTION, TestOrganisation.SIMULATOR), 12, Optional.of("http://[::1]:1"),
                texts)).isEqualTo("ready: watching 12 migrations through 2 connections (production, simulator), "
                        + "listening on http://[::1]:1");
    }
}
