package dev.longshore.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
    void robotFindsWhatIsThereWhileTheWindowChanges(FxRobot robot, Stage stage) {
        var many = new VBox();
        var labels = IntStream.range(0, 500).mapToObj(each -> new Label("row " + each)).toList();
        var looking = new AtomicBoolean(true);
        show(robot, stage, new VBox(many, new Button("Press")));
        change(many, labels, looking);

        for (int number = 0; number < 100; number++) {
            assertThat(robot.lookup(".button").queryAll()).hasSize(1);
            assertThat(robot.lookup((Label each) -> each.getText().startsWith("row")).queryAll().size()).isIn(0, 500);
        }
        looking.set(false);
    }

    /** Again and again, as long as someone is looking. */
    private static void change(VBox rows, List<Label> labels, AtomicBoolean looking) {
        Platform.runLater(() -> {
            rows.getChildren().setAll(rows.getChildren().isEmpty() ? labels : List.of());
            if (looking.get()) {
                change(rows, labels, looking);
            }
        });
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
