package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import java.time.Duration;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class SimulatorMenuTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.SIMULATOR));

    @Test
    void changesHowFastTimeRunsAndSaysSo(FxRobot robot) {
        assertThat(text(robot)).isEqualTo("Simulator ×600");

        robot.clickOn("#simulatorBadge").clickOn("#simulatorSpeed60");

        assertThat(window.simulatorSpeed).isEqualTo(60);
        assertThat(text(robot)).isEqualTo("Simulator ×60");
    }

    @Test
    void stopsTime(FxRobot robot) {
        robot.clickOn("#simulatorBadge").clickOn("#simulatorSpeed0");

        assertThat(window.simulatorSpeed).isZero();
        assertThat(text(robot)).isEqualTo("Simulator · time stopped");
    }

    @Test
    void jumpsAheadAndLooksAtWhatCameOfIt(FxRobot robot) {
        var before = window.clock.instant();

        robot.clickOn("#simulatorBadge").clickOn("#simulatorJump");

        assertThat(Duration.between(before, window.clock.instant())).isEqualTo(Duration.ofHours(6));
        assertThat(window.watch.polledAll).hasSize(1);
    }

    private static String text(FxRobot robot) {
        return robot.lookup("#simulatorBadge").queryAs(MenuButton.class).getText();
    }
}
