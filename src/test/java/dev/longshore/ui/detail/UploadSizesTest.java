package dev.longshore.ui.detail;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class UploadSizesTest {
    private final TestWindow window = new TestWindow(TestOrganisation.of(receiving().build()));

    @Test
    void anUploadThatEndsTooLateIsACollisionAndIsFoundAgain(FxRobot robot, Stage stage) {
        window.open(robot, stage);
        robot.clickOn("orders");
        robot.interact(() -> robot.lookup("#detailTabs").queryAs(TabPane.class).getSelectionModel().select(3));

        robot.interact(() -> {
            field(robot, "#uploadTotal").setText("10 TB");
            field(robot, "#uploadDone").setText("1 TB");
            field(robot, "#uploadRate").setText("25 MB/s");
            robot.lookup("#uploadTake").queryButton().fire();
        });
        window.pass(robot, 1);

        assertThat(robot.lookup("#uploadSaid").<Label>query().getText())
                .isEqualTo("Expected end of the upload: Wed 25 Nov, 19:30 CET.");
        assertThat(robot.lookup("#collisionText").<Label>query().getText()).contains("1 d 16 h after");
        assertThat(robot.lookup("#safeCleanup").query().isVisible()).isTrue();
        assertThat(window.saved).containsValue("10000000000000 1000000000000 25000000 2026-11-21T14:30:00Z");
        window.close(robot);
    }

    private static TextField field(FxRobot robot, String query) {
        return robot.lookup(query).query();
    }

    private static MigrationBuilder receiving() {
        return TestOrganisation.migration("orders").status("ReceivingFiles", Duration.ofHours(10))
                .due(CLEANUP_IDLE, Duration.ofHours(140));
    }
}
