package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** A person who wants other keys, by mouse and by keyboard. */
@ExtendWith(FxExtension.class)
class KeysJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));

    @Test
    void byMouseAKeyIsChangedAndEverythingFollows(FxRobot robot) {
        openKeys(robot);

        press(robot, "#keyPOLL");
        assertThat(text(robot, "#keyPOLL")).isEqualTo("Press keys…");
        robot.press(KeyCode.CONTROL).press(KeyCode.R).release(KeyCode.R).release(KeyCode.CONTROL);

        assertThat(text(robot, "#keyPOLL")).isEqualTo("Ctrl+R");
        assertThat(window.saved).containsEntry("key.POLL", "Shortcut+R");
        press(robot, "#keysClose");
        assertThat(robot.lookup("#pollNow").<Button>query().getTooltip().getText()).endsWith("(Ctrl+R)");
        robot.press(KeyCode.SHIFT).type(KeyCode.F1).release(KeyCode.SHIFT);
        assertThat(texts(robot, "#shortcutSheet .keys")).contains("Ctrl+R").doesNotContain("F5");
        robot.type(KeyCode.ESCAPE);
        var before = window.watch.polledAll.size();
        robot.type(KeyCode.F5);
        assertThat(window.watch.polledAll).hasSize(before);
        robot.press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);
        assertThat(window.watch.polledAll).hasSize(before + 1);
    }

    @Test
    void keysThatAreInUseAreTakenOnlyWhenThePersonSaysSo(FxRobot robot) {
        openKeys(robot);
        press(robot, "#keyWHAT_IF");

        robot.type(KeyCode.F5);
        assertThat(text(robot, "#keyMessage")).isEqualTo("F5 is used for “Refresh”.");
        assertThat(window.saved).doesNotContainKeys("key.WHAT_IF", "key.POLL");
        press(robot, "#keyTake");

        assertThat(text(robot, "#keyWHAT_IF")).isEqualTo("F5");
        assertThat(text(robot, "#keyPOLL")).isEqualTo("none");
        press(robot, "#keysReset");
        assertThat(text(robot, "#keyWHAT_IF")).isEqualTo("none");
        assertThat(text(robot, "#keyPOLL")).isEqualTo("F5");
    }

    @Test
    void byKeyboardACharacterIsGivenAndTakenBackWhileItDoesNothingElse(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT5).release(KeyCode.CONTROL);
        focus(robot, "#changeKeys");
        robot.type(KeyCode.SPACE);
        focus(robot, "#keyNEXT_STEP");

        robot.type(KeyCode.SPACE);
        robot.write("e");
        assertThat(text(robot, "#keyMessage")).startsWith("E is needed");
        robot.type(KeyCode.SPACE).type(KeyCode.ESCAPE);
        assertThat(text(robot, "#keyNEXT_STEP")).isEqualTo("N");
        robot.type(KeyCode.SPACE);
        robot.write("w");
        assertThat(text(robot, "#keyNEXT_STEP")).isEqualTo("W");
        robot.type(KeyCode.SPACE).type(KeyCode.DELETE);
        assertThat(text(robot, "#keyNEXT_STEP")).isEqualTo("none");
        assertThat(window.saved).containsEntry("key.NEXT_STEP", "none");
        focus(robot, "#keyResetNEXT_STEP");
        robot.type(KeyCode.SPACE);

        assertThat(text(robot, "#keyNEXT_STEP")).isEqualTo("N");
        assertThat(window.saved).containsEntry("key.NEXT_STEP", "");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#keysDialog").tryQuery()).isEmpty();
    }

    @Test
    void theKeyOfTheGuideDoesNotOpenItWhileItIsGivenToAnother(FxRobot robot) {
        openKeys(robot);
        press(robot, "#keyTIMES");

        robot.type(KeyCode.F1);

        assertThat(text(robot, "#keyMessage")).isEqualTo("F1 is used for “Open the guide at this place”.");
        assertThat(robot.lookup("#help").tryQuery()).isEmpty();
    }

    @Test
    void thePaletteShowsTheChangedKeys(FxRobot robot) {
        openKeys(robot);
        press(robot, "#keyADD");
        robot.press(KeyCode.ALT).type(KeyCode.N).release(KeyCode.ALT);
        press(robot, "#keysClose");

        robot.press(KeyCode.CONTROL).type(KeyCode.P).release(KeyCode.CONTROL);
        robot.interact(() -> ((TextInputControl) robot.lookup("#paletteText").query()).setText("add existing"));

        assertThat(robot.lookup("#commandPalette").queryAs(Node.class).lookupAll(".label").stream()
                .map(each -> ((Labeled) each).getText())).contains("Alt+N");
    }

    private static void openKeys(FxRobot robot) {
        robot.clickOn("#navSettings");
        press(robot, "#changeKeys");
    }

    /** Scrolls to it, and clicks on it. */
    private static void press(FxRobot robot, String query) {
        reveal(robot, query);
        robot.clickOn(query);
    }

    private static void focus(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).query().requestFocus());
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>queryAll().stream().map(Labeled::getText).collect(Collectors.toList());
    }

    private static void reveal(FxRobot robot, String query) {
        robot.interact(() -> {
            var part = robot.lookup(query).query();
            for (var each = part.getParent(); each != null; each = each.getParent()) {
                if (each instanceof ScrollPane page) {
                    var top = page.getContent().sceneToLocal(part.localToScene(part.getBoundsInLocal())).getMinY();
                    var hidden = page.getContent().getBoundsInLocal().getHeight()
                            - page.getViewportBounds().getHeight();
                    page.setVvalue(hidden <= 0 ? 0 : top / hidden);
                }
            }
        });
    }
}
