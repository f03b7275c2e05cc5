package dev.longshore.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.ControlWindow;
import dev.longshore.support.FxExtension;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class ProgressLineTest {

    @Test
    void showsABarOnlyWhileSomethingIsUnderWay(FxRobot robot, Stage stage) {
        var line = ControlWindow.show(robot, stage, ProgressLine::new);

        robot.interact(() -> line.show(TaskProgress.underWay("Writing export.zip…")));
        assertThat(robot.lookup(".progress-bar").<Node>query().isVisible()).isTrue();
        robot.interact(() -> line.show(TaskProgress.done("Written to export.zip.")));

        assertThat(robot.lookup(".progress-bar").<Node>query().isVisible()).isFalse();
        assertThat(line.sentence()).isEqualTo("Written to export.zip.");
    }

    @Test
    void isNotThereWhileThereIsNothingToSay(FxRobot robot, Stage stage) {
        var line = ControlWindow.show(robot, stage, ProgressLine::new);

        assertThat(line.isVisible()).isFalse();
        assertThat(line.isManaged()).isFalse();
    }
}
