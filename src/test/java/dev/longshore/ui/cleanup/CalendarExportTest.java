package dev.longshore.ui.cleanup;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarExportTest {
    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private final UiContext context = window.context(new SameThreadUi());
    private final CalendarExport export = new CalendarExport(context, new SnapshotFeed(context));

    @Test
    void savesWhatIsWantedAndSaysHowToUseIt(@TempDir Path folder) {
        var file = folder.resolve("cleanups.ics");

        var said = export
                .save(List.of(due("orders"), due("billing")), List.of(),
                        each -> each.title().figures().contains("orders"), file)
                .join();

        assertThat(said).startsWith("One deadline saved as " + file);
        assertThat(file).content().contains("SUMMARY:Cleanup of orders").doesNotContain("billing");
    }

    @Test
    void saysThatThereIsNothingToSave(@TempDir Path folder) {
        var unseen = TestOrganisation.migration("orders").build();

        assertThat(export.save(List.of(unseen), List.of(), _ -> true, folder.resolve("a.ics")).join())
                .isEqualTo("There is no deadline to save.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysThatTheFolderIsMissing(@TempDir Path folder) {
        var file = folder.resolve("gone").resolve("a.ics");

        assertThat(export.save(List.of(due("orders")), List.of(), _ -> true, file).join())
                .isEqualTo("Nothing was saved as " + file + ": No such file or folder.");
    }

    @Test
    void saysWhatTheSystemSaysOfAPlaceThatCannotBeWritten(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a"), "a file, no folder").resolve("a.ics");

        assertThat(export.save(List.of(due("orders")), List.of(), _ -> true, file).join())
                .isEqualTo("Nothing was saved as " + file + ": Not a directory");
    }

    private static WatchedMigration due(String name) {
        return TestOrganisation.migration(name).status("Paused", Duration.ofHours(2))
                .due(CLEANUP_IDLE, Duration.ofDays(5))
                .build();
    }
}
