package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class SettingsJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));

    @Test
    void theAppearanceIsChosenByClickAndByArrowKeys(FxRobot robot) {
        robot.clickOn("#navSettings");
        reveal(robot, "#themeDark");
        robot.clickOn("#themeDark");
        assertThat(window.saved).containsEntry("theme", "DARK");

        robot.type(KeyCode.LEFT);

        assertThat(window.saved).containsEntry("theme", "LIGHT");
    }

    @Test
    void theZoneChosenHereHoldsForTheTimelineToo(FxRobot robot) {
        robot.clickOn("orders");
        assertThat(robot.lookup("#timelineLocal").<ToggleButton>query().isSelected()).isTrue();

        robot.clickOn("#navSettings");
        reveal(robot, "#zoneUtc");
        robot.clickOn("#zoneUtc").clickOn("#navMigrations");

        assertThat(robot.lookup("#timelineUtc").<ToggleButton>query().isSelected()).isTrue();
    }

    @Test
    void anIntervalThatIsNoneIsMarkedUntilItIsOne(FxRobot robot) {
        robot.clickOn("#navSettings");
        var field = robot.lookup("#intervalINITIALIZING").<TextInputControl>query();
        robot.interact(field::requestFocus);

        robot.interact(() -> field.setText("soon"));
        robot.type(KeyCode.ENTER);
        assertThat(FieldMarks.marked(robot)).contains("intervalINITIALIZING");
        assertThat(robot.lookup("#intervalComplaint").<Labeled>query().getText()).isNotEmpty();
        robot.interact(() -> field.setText("30 s"));
        robot.type(KeyCode.ENTER);

        assertThat(FieldMarks.marked(robot)).isEmpty();
    }

    /** Scrolls the page until a part of it is at the top, as far as it goes. */
    private static void reveal(FxRobot robot, String query) {
        robot.interact(() -> {
            var page = robot.lookup("#settingsScroll").<ScrollPane>query();
            var part = robot.lookup(query).query();
            var top = page.getContent().sceneToLocal(part.localToScene(part.getBoundsInLocal())).getMinY();
            var hidden = page.getContent().getBoundsInLocal().getHeight() - page.getViewportBounds().getHeight();
            page.setVvalue(top / hidden);
        });
    }
}
