package dev.longshore.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.platform.Folders;
import dev.longshore.support.EnglishText;
import dev.longshore.watch.WatchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a demonstration begins with: an organisation that was watched from its beginning on. */
class DemonstrationTest {
    @TempDir Path folder;
    private Demonstration demonstration;
    private SqliteJournal journal;

    @BeforeEach
    void begin() throws IOException {
        var folders = new Folders(folder);
        folders.create(true);
        demonstration = Demonstration.start(OptionalDouble.empty(), folders);
        journal = SqliteJournal.open(folder, demonstration.clock(), EnglishText::say);
        demonstration.saveTo(journal, WatchSettings.standard().acceleratedBy(demonstration.clock().speed()).lag());
    }

    @AfterEach
    void end() {
        journal.close();
        demonstration.close();
    }

    @Test
    void itIsKnownWhyEachCleanupIsDue() {
        assertThat(journal.register()).hasSize(12)
                .allSatisfy(each -> assertThat(CleanupClock.deadlines(known(each), history(each)))
                        .noneMatch(due -> due.cause() == Deadline.Cause.CLEANUP_UNKNOWN));
    }

    @Test
    void whatWasDoneWasSeenToHappen() {
        assertThat(journal.recentCommands(100)).hasSize(14)
                .allSatisfy(each -> assertThat(each.state()).isInstanceOf(CommandState.Observed.class));
    }

    @Test
    void nothingIsPutDownToOthers() {
        assertThat(journal.register())
                .flatExtracting(
                        each -> Timeline.of(history(each), known(each), demonstration.clock().instant()).events())
                .noneMatch(event -> event instanceof Timeline.TimelineEvent.ChangedByOthers
                        || event instanceof Timeline.TimelineEvent.CleanupMoved);
    }

    private LastKnown known(RegisteredMigration migration) {
        return Objects.requireNonNull(journal.lastKnown().get(migration.key()));
    }

    private History history(RegisteredMigration migration) {
        return journal.history(migration.key(), Instant.EPOCH);
    }
}
