package dev.longshore.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.ControlWindow;
import dev.longshore.support.FxExtension;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class SegmentedChoiceTest {
    private final SimpleStringProperty chosen = new SimpleStringProperty("week");

    @Test
    void aClickChooses(FxRobot robot, Stage stage) {
        show(robot, stage);

        robot.clickOn("Month");

        assertThat(chosen.get()).isEqualTo("month");
        assertThat(selected(robot)).containsExactly("Month");
    }

    @Test
    void whatIsClickedAgainStaysChosen(FxRobot robot, Stage stage) {
        show(robot, stage);

        robot.clickOn("Week");

        assertThat(chosen.get()).isEqualTo("week");
        assertThat(selected(robot)).containsExactly("Week");
    }

    @Test
    void anArrowKeyChoosesTheNext(FxRobot robot, Stage stage) {
        show(robot, stage);
        robot.clickOn("Week");

        robot.type(KeyCode.RIGHT);

        assertThat(chosen.get()).isEqualTo("agenda");
    }

    @Test
    void followsWhatIsChosenElsewhere(FxRobot robot, Stage stage) {
        show(robot, stage);

        robot.interact(() -> chosen.set("agenda"));

        assertThat(selected(robot)).containsExactly("Agenda");
    }

    private void show(FxRobot robot, Stage stage) {
        ControlWindow.show(robot, stage, () -> {
            var segments = new SegmentedButton(
                    new ToggleButton("Month"), new ToggleButton("Week"), new ToggleButton("Agenda"));
            SegmentedChoice.bind(segments, chosen, List.of("month", "week", "agenda"));
            return segments;
        });
    }

    private static List<String> selected(FxRobot robot) {
        return robot.lookup(".toggle-button").<ToggleButton>queryAll().stream().filter(ToggleButton::isSelected)
                .map(ToggleButton::getText).toList();
    }
}
