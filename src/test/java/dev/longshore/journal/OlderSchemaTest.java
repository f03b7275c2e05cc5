package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.BILLING;
import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.command;
import static dev.longshore.journal.JournalSamples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Initialization;
import dev.longshore.model.activity.ActivityKind;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.activity.ActivityRecord.AwayPeriod;
import dev.longshore.model.activity.ActivityRecord.ObservedChange;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.EnglishText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens a file that a version of the program with schema 2 has written. */
class OlderSchemaTest {
    @TempDir Path folder;

    private SqliteJournal journal;

    @BeforeEach
    void open() throws IOException {
        try (var file = new GZIPInputStream(
                Objects.requireNonNull(getClass().getResourceAsStream("written-by-schema-2.db.gz")))) {
            Files.copy(file, folder.resolve("journal.db"));
        }
        journal = SqliteJournal.open(folder, InstantSource.fixed(NOON), EnglishText::say);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void keepsTheListAndWhatWasObserved() {
        assertThat(journal.notice()).isEmpty();
        assertThat(journal.register()).containsExactly(registered(ORDERS), registered(BILLING));
        assertThat(journal.history(ORDERS, NOON).observations()).hasSize(3);
        assertThat(journal.history(ORDERS, NOON).watchGaps()).hasSize(1);
        assertThat(journal.lastKnown().get(BILLING)).isNotNull();
    }

    @Test
    void whatHappenedBeforeIsInTheActivityLog() {
        var log = journal.activity(ActivityQuery.newest(100)).records();

        assertThat(log).filteredOn(each -> each.kind().equals(Optional.of(ActivityKind.CHANGES)))
                .allSatisfy(each -> assertThat(((ObservedChange) each).isOfStatus()).isTrue())
                .anySatisfy(each -> assertThat(each.migration()).contains(ORDERS));
        var gap = journal.history(ORDERS, Instant.EPOCH).watchGaps().getFirst();
        assertThat(log).contains(new AwayPeriod(gap.from(), gap.to(), gap.reason()));
    }

    @Test
    void keepsTheCommandsWithoutAnAuthor() {
        assertThat(journal.recentCommands(9)).containsExactly(
                new Command(
                        "schedule-1", ORDERS, Action.SCHEDULE_CLEANUP,
                        new CleanupTime(Instant.parse("2026-12-24T18:00:00Z")),
                        List.of(
                                new CommandState.Requested(NOON.plusSeconds(300)),
                                new CommandState.Unanswered(NOON.plusSeconds(301), Fact.recorded("No answer came.")))),
                command("pause-1", ORDERS, NOON.plusSeconds(200)).withState(
                        new CommandState.Accepted(NOON.plusSeconds(201))));
    }

    @Test
    void keepsWhatInitializeWasAskedFor() {
        assertThat(journal.initializations()).singleElement().matches(
                each -> each.answer() instanceof Initialization.Answer.Declined);
    }

    @Test
    void theRecordOfCleanupsHoldsWhatWasAskedForBefore() throws IOException {
        var target = folder.resolve("cleanups.csv");
        journal.export(ZoneOffset.UTC, EnglishText::say).csv(ExportedTable.CLEANUPS, target);
        assertThat(target).content().contains("REQUESTED", "UNANSWERED").contains("2026-12-24T18:00:00Z");
    }

    @Test
    void isOpenedByTheNextStartAsWell() {
        journal.close();
        journal = SqliteJournal.open(folder, InstantSource.fixed(NOON), EnglishText::say);
        assertThat(journal.register()).hasSize(2);
        assertThat(journal.alerts(NOON)).isEmpty();
    }
}
