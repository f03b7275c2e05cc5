package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** A token that is pasted into the wrong field is refused there with a sentence, whichever field it is. */
@ExtendWith(FxExtension.class)
class FreeTextFieldsTest {
    private static final String TOKEN = "AstraCS:abcdefgh:0123456789";
    private static final String SENTENCE = "This looks like a token or another secret. It would be written down and "
            + "shown, so it is not kept: enter other words.";

    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.of(
            TestOrganisation.migration("orders").status("Paused", Duration.ofHours(5)).build()));

    @Test
    void aFreezeWindowAndAPolicyRefuseIt(FxRobot robot) {
        robot.clickOn("#navSettings");
        fire(robot, "#addFreeze");
        type(robot, "#freezeName", TOKEN);
        refuses(robot, "#freezeProceed", "#freezeName");
        type(robot, "#freezeName", "Audit");
        type(robot, "#freezeTag", TOKEN);
        refuses(robot, "#freezeProceed", "#freezeTag");
        fire(robot, "#freezeCancel");
        fire(robot, "#addPolicy");
        type(robot, "#policyTag", TOKEN);
        refuses(robot, "#policyProceed", "#policyTag");
        assertThat(window.saved.toString()).doesNotContain(TOKEN);
        assertThat(window.watch.policies).isEmpty();
    }

    @Test
    void aNameAndTagsOfAMigrationRefuseIt(FxRobot robot) {
        robot.clickOn("orders").type(KeyCode.F2);
        type(robot, "#nameField", TOKEN);
        refuses(robot, "#describeProceed", "#nameField");
        type(robot, "#nameField", "orders");
        type(robot, "#tagsField", "eu, " + TOKEN);
        refuses(robot, "#describeProceed", "#tagsField");
        assertThat(window.watch.snapshot().toString()).doesNotContain(TOKEN);
    }

    @Test
    void theReasonOfAnActionRefusesIt(FxRobot robot) {
        robot.clickOn("orders");
        fire(robot, "#scheduleCleanupAction");
        type(robot, "#confirmReason", TOKEN);
        assertThat(find(robot, "#confirmProceed").isDisabled()).isTrue();
        type(robot, "#confirmReason", "The owner has agreed");
        assertThat(window.watch.requested).isEmpty();
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryTextInputControl().setText(text));
    }

    private static void refuses(FxRobot robot, String proceed, String field) {
        fire(robot, proceed);
        robot.interact(() -> assertThat(find(robot, field).getAccessibleHelp()).isEqualTo(SENTENCE));
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> ((ButtonBase) find(robot, button)).fire());
    }

    private static Node find(FxRobot robot, String query) {
        return robot.lookup(query).query();
    }
}
