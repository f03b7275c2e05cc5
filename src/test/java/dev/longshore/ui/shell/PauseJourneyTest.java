package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CommandState;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import java.time.Duration;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class PauseJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));

    @Test
    void showsRequestedThenAccepted(FxRobot robot) {
        publish(robot, new CommandState.Requested(TestOrganisation.NOW));
        assertThat(robot.lookup("Pause requested…").tryQuery()).isPresent();

        publish(robot, new CommandState.Requested(TestOrganisation.NOW),
                new CommandState.Accepted(TestOrganisation.NOW));
        assertThat(robot.lookup("Pause accepted · not confirmed yet").tryQuery()).isPresent();
    }

    @Test
    void tellsWhyItWasRefused(FxRobot robot) {
        robot.clickOn("orders");
        robot.clickOn("#pauseAction");

        robot.interact(
                () -> window.watch.requested.getFirst().refuse(TestOrganisation.NOW, "The token may only view."));
        window.settle(robot);

        assertThat(robot.lookup("The token may only view.").<Node>query().isVisible()).isTrue();
    }

    private void publish(FxRobot robot, CommandState... states) {
        var paused = TestOrganisation.migration("orders")
                .status("ImportInProgress", Duration.ofHours(51))
                .command(Action.PAUSE, states)
                .build();
        window.publish(robot, TestOrganisation.of(paused));
    }
}
