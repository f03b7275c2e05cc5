package dev.longshore.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import dev.longshore.support.FxExtension;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@Tag("desktop")
@ExtendWith(FxExtension.class)
class RealWindowTest {

    @Test
    void toolkitIsThatOfTheSystem() {
        assertThat(Application.GetApplication().getClass().getSimpleName()).doesNotContainIgnoringCase("headless");
    }

    @Test
    void mouseOfTheSystemReachesAButton(FxRobot robot, Stage stage) {
        var clicks = new AtomicInteger();
        var button = new Button("Press");
        button.setOnAction(_ -> clicks.incrementAndGet());
        robot.interact(() -> {
            stage.setScene(new Scene(button, 320, 200));
            stage.show();
        });

        robot.clickOn("Press");

        assertThat(stage.isShowing()).isTrue();
        assertThat(clicks).hasValue(1);
    }
}
