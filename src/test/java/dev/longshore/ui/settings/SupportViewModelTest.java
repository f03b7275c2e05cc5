package dev.longshore.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FakeSupportBundles;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.dialog.TaskProgress;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupportViewModelTest {
    private static final Path FILE = Path.of("/home/me/bundle.zip");

    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private final SupportViewModel model = new SupportViewModel(window.context(new SameThreadUi()), window.support);

    @Test
    void showsEverythingBeforeItIsWritten() {
        model.gather();

        assertThat(model.parts()).isEqualTo(FakeSupportBundles.PARTS);
        assertThat(window.support.saved).isEmpty();
    }

    @Test
    void saysWhereItWasWritten() {
        model.gather();

        model.save(FILE);

        assertThat(window.support.saved).containsExactly(FILE);
        assertThat(model.progressProperty().get().sentence()).isEqualTo("Written to /home/me/bundle.zip.");
    }

    @Test
    void saysWhyItWasNotWritten() {
        window.support.trouble = Optional.of("The disk is full.");

        model.save(FILE);

        assertThat(model.progressProperty().get())
                .isEqualTo(TaskProgress.failed("The disk is full."));
    }

    @Test
    void suggestsANameWithTheTime() {
        assertThat(model.suggestedName()).isEqualTo("longshore-support-2026-11-21-1430Z.zip");
    }
}
