package dev.longshore.ui.control.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.support.ControlWindow;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TrackedFxThread;
import dev.longshore.text.TimeText;
import dev.longshore.ui.fx.WindowTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class TimelinePanelTest {
    private final WindowTimes time = SampleTimelines.time();

    @Test
    void theListSaysTheSameAsThePicture(FxRobot robot, Stage stage) {
        show(robot, stage);

        robot.clickOn("#timelineAsList");

        assertThat(robot.lookup(".status-timeline").<Node>query().isVisible()).isFalse();
        assertThat(robot.lookup(".timeline-list").<ListView<TimelineText.TimelineTextLine>>query().getItems())
                .hasSizeGreaterThan(25);

        robot.clickOn("#timelineAsPicture");
        assertThat(robot.lookup(".status-timeline").<Node>query().isVisible()).isTrue();
    }

    @Test
    void aChoiceThatIsClickedAgainStaysChosen(FxRobot robot, Stage stage) {
        show(robot, stage);

        robot.clickOn("#timelineUtc").clickOn("#timelineUtc");

        assertThat(time.zoneProperty().get()).isEqualTo(TimeText.ZoneChoice.UTC);
        assertThat(robot.lookup(".zone").<Label>query().getText()).isEqualTo("UTC");
    }

    @Test
    void buttonsZoomAndReturn(FxRobot robot, Stage stage) {
        var panel = show(robot, stage);
        var all = panel.picture().windowProperty().get();

        robot.clickOn("#timelineZoomIn").clickOn("#timelineZoomIn").clickOn("#timelineZoomOut");
        assertThat(panel.picture().windowProperty().get()).isNotEqualTo(all);

        robot.clickOn("#timelineShowHistory");
        assertThat(panel.picture().windowProperty().get()).isEqualTo(all);
    }

    @Test
    void copiesAsMarkdown(FxRobot robot, Stage stage) {
        show(robot, stage);

        robot.clickOn("#timelineExport").clickOn("#timelineCopyMarkdown");

        var copied = new AtomicReference<String>();
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.get())
                .startsWith(
                        "## orders\n\n| When | What |\n|---|---|\n| 2026-11-15T09:42:00+01:00 | Initializing for 28 min.");
        assertThat(news(robot)).isEqualTo("Copied.");
    }

    @Test
    void savesThePictureTwiceAsLarge(FxRobot robot, Stage stage, @TempDir Path folder) throws IOException {
        var panel = show(robot, stage);
        var file = folder.resolve("timeline.png");

        robot.interact(() -> panel.save(file));
        await().until(() -> news(robot).equals("Saved as " + file + "."));

        var image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo((int) (2 * panel.picture().getWidth()));
    }

    @Test
    void saysWhyAPictureWasNotSaved(FxRobot robot, Stage stage, @TempDir Path folder) {
        var panel = show(robot, stage);

        robot.interact(() -> panel.save(folder.resolve("missing").resolve("timeline.png")));

        await().until(() -> news(robot).startsWith("Not saved as " + folder.resolve("missing")));
        assertThat(news(robot)).isNotBlank();
    }

    private TimelinePanel show(FxRobot robot, Stage stage) {
        return ControlWindow.show(robot, stage, () -> {
            var panel = new TimelinePanel(time, new TrackedFxThread());
            panel.setTitle("orders");
            panel.timelineProperty().set(SampleTimelines.busy());
            return panel;
        });
    }

    private static String news(FxRobot robot) {
        return robot.lookup(".news").<Label>query().getText();
    }
}
