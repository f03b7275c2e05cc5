package dev.longshore.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class HelpJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));

    @Test
    void f1OpensTheGuideAtTheScreenThatIsShown(FxRobot robot) {
        robot.clickOn("#navCalendar").type(KeyCode.F1);
        window.settle(robot);

        assertThat(shown()).isEqualTo(new HelpTopic("calendar", ""));
    }

    @Test
    void f1InADialogOpensTheGuideAtThatDialog(FxRobot robot) {
        robot.clickOn("#addMigration").type(KeyCode.F1);
        window.settle(robot);

        assertThat(shown()).isEqualTo(new HelpTopic("connect", "add-migrations"));
    }

    @Test
    void f1AtWhatWasNeverAnsweredOpensTheGuideThere(FxRobot robot) {
        window.publish(robot, TestOrganisation.withUnanswered(
                TestOrganisation.dozen(TestOrganisation.PRODUCTION),
                TestOrganisation.unanswered(
                        "x", TestOrganisation.PRODUCTION, TestOrganisation.PROD_EU, Duration.ofHours(1))));
        window.pass(robot, 1);
        robot.clickOn("#navActivity");
        robot.interact(() -> robot.lookup(".unanswered-add").query().requestFocus());

        robot.type(KeyCode.F1);
        window.settle(robot);

        assertThat(shown()).isEqualTo(new HelpTopic("records", "migrations-that-may-exist-at-the-service"));
    }

    @Test
    void escapeClosesTheGuideOnly(FxRobot robot) {
        robot.clickOn("#addMigration").type(KeyCode.F1);
        window.settle(robot);
        robot.type(KeyCode.ESCAPE);
        window.settle(robot);

        assertThat(Window.getWindows().stream().filter(each -> each.getScene().getRoot() instanceof HelpView))
                .isEmpty();
        assertThat(robot.lookup("#addDialog").tryQuery()).isPresent();
    }

    private static HelpTopic shown() {
        return Window.getWindows().stream()
                .map(each -> each.getScene().getRoot())
                .filter(HelpView.class::isInstance)
                .map(HelpView.class::cast)
                .findFirst()
                .orElseThrow()
                .shown();
    }
}
