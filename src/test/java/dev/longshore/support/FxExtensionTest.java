package dev.longshore.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class FxExtensionTest {

    @Test
    void robotClicksAButton(FxRobot robot, Stage stage) {
        var clicks = new AtomicInteger();
        var button = new Button("Press");
        button.setOnAction(_ -> clicks.incrementAndGet());
        show(robot, stage, button);

        robot.clickOn("Press");

        assertThat(clicks).hasValue(1);
    }

    @Test
    void robotTypesIntoAField(FxRobot robot, Stage stage) {
        var field = new TextField();
        show(robot, stage, field);

        robot.clickOn(field).write("orders");

        assertThat(field.getText()).isEqualTo("orders");
    }

    @Test
    void noWindowOfAnEarlierTestIsLeft() {
        assertThat(Window.getWindows()).isEmpty();
    }

    private static void show(FxRobot robot, Stage stage, Node node) {
        robot.interact(() -> {
            stage.setScene(new Scene(new VBox(node), 320, 200));
            stage.show();
        });
    }
}
