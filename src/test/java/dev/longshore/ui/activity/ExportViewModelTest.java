package dev.longshore.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.ExportFormat;
import dev.longshore.journal.JournalException;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.FakeWatch;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.text.TimeText;
import dev.longshore.ui.dialog.TaskProgress;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ExportViewModelTest {
    private static final Path TARGET = Path.of("export.zip");

    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private final FakeWatch watch = window.watch;
    private final ExportViewModel model = new ExportViewModel(window.context(new SameThreadUi()));

    @Test
    void suggestsANameWithTheDayAndTheEndingOfTheForm() {
        var day = TestOrganisation.NOW.atZone(ZoneOffset.UTC).toLocalDate();
        model.zoneProperty().set(TimeText.ZoneChoice.UTC);

        assertThat(model.suggestedName()).isEqualTo("longshore-journal-" + day + ".zip");
        model.formatProperty().set(ExportFormat.JSON);
        assertThat(model.suggestedName()).isEqualTo("longshore-journal-" + day + ".json");
    }

    @Test
    void writesInTheChosenFormAndZone() {
        model.formatProperty().set(ExportFormat.JSON);
        model.zoneProperty().set(TimeText.ZoneChoice.UTC);

        model.write(TARGET);

        assertThat(watch.exported).singleElement()
                .matches(each -> each.format() == ExportFormat.JSON && each.target().equals(TARGET))
                .matches(each -> each.zone().getRules().equals(ZoneOffset.UTC.getRules()));
    }

    @Test
    void saysThatItWritesAndThenWhere() {
        model.write(TARGET);
        var during = model.progressProperty().get();

        watch.exporting.complete(null);

        assertThat(during.underWay()).isTrue();
        assertThat(model.progressProperty().get())
                .isEqualTo(TaskProgress.done("Written to export.zip."));
    }

    @Test
    void saysWhyItCouldNotBeWritten() {
        model.write(TARGET);

        watch.exporting.completeExceptionally(
                new CompletionException(new JournalException(Fact.recorded("The disk is full."))));

        assertThat(model.progressProperty().get())
                .isEqualTo(TaskProgress.failed("The disk is full."));
    }
}
