package dev.longshore.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.ControlWindow;
import dev.longshore.support.FxExtension;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class AccessibleToggleSwitchTest {

    @Test
    void isSwitchedByItsThumbAndByItsText(FxRobot robot, Stage stage) {
        var control = show(robot, stage);

        robot.clickOn(".thumb");
        assertThat(control.isSelected()).isTrue();
        robot.clickOn("Read-only");

        assertThat(control.isSelected()).isFalse();
    }

    @Test
    void isSwitchedByTheSpaceBarAfterAClick(FxRobot robot, Stage stage) {
        var control = show(robot, stage);

        robot.clickOn("Read-only").type(KeyCode.SPACE);

        assertThat(control.isSelected()).isFalse();
    }

    @Test
    void tellsAssistiveTechnologyWhatItIsAndWhetherItIsOn(FxRobot robot, Stage stage) {
        var control = show(robot, stage);

        robot.interact(() -> control.executeAccessibleAction(AccessibleAction.FIRE));

        assertThat(control.getAccessibleRole()).isEqualTo(AccessibleRole.TOGGLE_BUTTON);
        assertThat(control.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("Read-only");
        assertThat(control.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(true);
    }

    private static AccessibleToggleSwitch show(FxRobot robot, Stage stage) {
        return ControlWindow.show(robot, stage, () -> {
            var control = new AccessibleToggleSwitch();
            control.setText("Read-only");
            return control;
        });
    }
}
