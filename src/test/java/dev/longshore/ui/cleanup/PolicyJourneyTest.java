package dev.longshore.ui.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.CleanupTime;
import dev.longshore.model.Deadline;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.model.userdate.AutomaticMove;
import dev.longshore.model.userdate.CleanupPolicy;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.ImportMoments;
import dev.longshore.model.userdate.OwnDates;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** The policy for cleanups by keyboard and by mouse, and what is drawn before it moves one. */
@ExtendWith(FxExtension.class)
class PolicyJourneyTest {
    private static final WatchedMigration ORDERS = TestOrganisation.migration("orders")
            .status("ImportInProgress", Duration.ofHours(30)).ends(Duration.ofHours(60), Duration.ofHours(80))
            .due(Deadline.Cause.CLEANUP_SCHEDULED, Duration.ofHours(70)).build()
            .with(new OwnDates(List.of(), List.of(), ImportMoments.UNSEEN, Optional.of(new AutomaticMove(
                    new CleanupTime(Instant.parse("2026-12-02T09:00:00Z")), TestOrganisation.NOW,
                    TestOrganisation.NOW.plusSeconds(900), Optional.empty()))));

    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.of(ORDERS));

    @Test
    void isOffUntilOneIsAddedByKeyboardAndOffAgainWhenItIsTakenAway(FxRobot robot) {
        robot.clickOn("#navSettings");
        assertThat(window.watch.policies).isEmpty();
        robot.interact(() -> ((ButtonBase) find(robot, "#addPolicy")).fire());
        robot.write("5").type(KeyCode.ENTER);

        assertThat(window.watch.policies).containsExactly(new CleanupPolicy(FreezeScope.ALL, 5, 1));
        assertThat(CleanupPolicy.read(window.savedAtOnce.getOrDefault(CleanupPolicy.KEY, "")))
                .isEqualTo(window.watch.policies);
        assertThat(text(robot, "#cleanupPolicies .policy-sentence"))
                .isEqualTo("5 days behind the expected end, one move a day at most · All connections");

        robot.interact(() -> ((ButtonBase) find(robot, "#cleanupPolicies .removePolicy")).fire());
        assertThat(window.watch.policies).isEmpty();
        assertThat(window.savedAtOnce).containsEntry(CleanupPolicy.KEY, "");
    }

    @Test
    void staysAsItIsAndSaysSoWhereItCannotBeKept(FxRobot robot) {
        var trouble = Optional.of(Fact.of(StartFact.SETTINGS_NOT_WRITTEN, "settings.json", "disk full"));
        window.savingTrouble = trouble;
        robot.clickOn("#navSettings");
        add(robot);

        assertThat(window.watch.policies).isEmpty();
        assertThat(((ProgressLine) find(robot, "#policyProgress")).sentence()).contains("settings.json (disk full)");

        window.savingTrouble = Optional.empty();
        robot.interact(() -> ((ButtonBase) find(robot, "#policyProceed")).fire());
        assertThat(window.watch.policies).hasSize(1);
        window.savingTrouble = trouble;
        robot.interact(() -> ((ButtonBase) find(robot, "#cleanupPolicies .removePolicy")).fire());

        assertThat(window.watch.policies).hasSize(1);
        assertThat(window.saved.get(CleanupPolicy.KEY)).isEqualTo(CleanupPolicy.write(window.watch.policies));
        assertThat(((ProgressLine) find(robot, "#policiesProgress")).sentence()).contains("settings.json (disk full)");
    }

    @Test
    void whatIsNoNumberOrThereAlreadyIsMarked(FxRobot robot) {
        robot.clickOn("#navSettings");
        for (var wrong : List.of("", "0", "91", "x", "2.5", "36 h", "13 weeks")) {
            robot.interact(() -> ((ButtonBase) find(robot, "#addPolicy")).fire());
            type(robot, "#policyDays", wrong);
            robot.interact(() -> ((ButtonBase) find(robot, "#policyProceed")).fire());
            assertThat(find(robot, "#policyDays").getAccessibleHelp())
                    .isEqualTo("Enter a whole number of days from 1 to 90.");
            robot.interact(() -> ((ButtonBase) find(robot, "#policyCancel")).fire());
        }
        assertThat(window.watch.policies).isEmpty();
        add(robot);
        add(robot);
        assertThat(find(robot, "#policyTag").getAccessibleHelp())
                .isEqualTo("There is a policy for these already: remove it first.");
        assertThat(window.watch.policies).hasSize(1);
    }

    @Test
    void whatItIsGoingToMoveIsDrawnInTheCalendar(FxRobot robot) {
        robot.clickOn("#navCalendar");
        var chip = robot.lookup("#day-2026-12-02 .entry-chip").match(Node::isVisible).query();
        assertThat(chip.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("planned"));
        assertThat(chip.getAccessibleText()).contains("Cleanup, as the policy will move it",
                "The policy will move the cleanup to Wed 2 Dec, 10:00 CET, not before Sat 21 Nov, 15:45 CET.");
    }

    private static void add(FxRobot robot) {
        robot.interact(() -> ((ButtonBase) find(robot, "#addPolicy")).fire());
        robot.interact(() -> ((ButtonBase) find(robot, "#policyProceed")).fire());
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryTextInputControl().setText(text));
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private static Node find(FxRobot robot, String query) {
        return robot.lookup(query).query();
    }
}
