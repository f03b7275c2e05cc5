package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Deadline;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.FakeWatch.RequestedInitialize;
import dev.longshore.support.FxExtension;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.Screenshots;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.watch.InitializeOutcome;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** From a failed import to the next attempt, and from one attempt to the other. */
@ExtendWith(FxExtension.class)
class AttemptsJourneyTest {
    private static final WatchedMigration FAILED = analytics("clickstream").tags("night")
            .status("ImportFailed", Duration.ofHours(2))
            .progress("Import failed: schema mismatch in table events")
            .due(Deadline.Cause.CLEANUP_IDLE, Duration.ofHours(166))
            .build();
    private static final WatchedMigration SECOND = analytics("clickstream-2").follows(FAILED.key())
            .status("ImportFailed", Duration.ofHours(1))
            .due(Deadline.Cause.CLEANUP_IDLE, Duration.ofHours(167)).build();
    private static final WatchedMigration THIRD = analytics("clickstream-3")
            .follows(SECOND.key(), FAILED.key()).status("ReceivingFiles", Duration.ofMinutes(20)).build();
    private static final WatchedMigration ORDERS = TestOrganisation.migration("orders")
            .status("ImportInProgress", Duration.ofHours(51)).build();

    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.of(ORDERS, FAILED));

    private static MigrationBuilder analytics(String name) {
        return new MigrationBuilder(TestOrganisation.NOW, name, TestOrganisation.PRODUCTION,
                TestOrganisation.ANALYTICS);
    }

    private void publish(FxRobot robot, WatchedMigration... migrations) {
        Snapshot before = window.watch.snapshot();
        window.publish(robot, TestOrganisation.with(before, List.of(migrations)));
        window.pass(robot, 2);
    }

    /** What the tooltips of names say of attempts. */
    private static List<String> nameTooltips(FxRobot robot) {
        return robot.lookup("#migrationTable .table-cell").queryAllAs(Labeled.class).stream()
                .map(Labeled::getTooltip).filter(Objects::nonNull).map(Tooltip::getText)
                .map(each -> each.lines().filter(line -> line.contains("ollow")).collect(Collectors.joining("\n")))
                .filter(each -> !each.isEmpty()).toList();
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).<Labeled>query().getText();
    }

    @Test
    void aNewAttemptSaysWhomItFollowsAndWhatMayBeLeft(FxRobot robot, Stage stage) {
        window.watch.answerInitialize(_ -> new InitializeOutcome.Initialized(
                SECOND.key(), Fact.recorded("The migration was made.")));
        robot.clickOn("clickstream");
        assertThat(text(robot, "#failurePartial")).contains("drop or truncate these tables");

        robot.clickOn("#failureRestart");
        assertThat(text(robot, "#initializeFollows")).startsWith("Attempt 2, follows “clickstream”.")
                .contains("may have left part of its rows", "drop or truncate these tables");
        robot.interact(() -> Screenshots.take(stage.getScene(), "attempt-dialog"));

        publish(robot, ORDERS, FAILED, SECOND);
        robot.clickOn("#initializeProceed");

        assertThat(window.watch.initialized).extracting(RequestedInitialize::follows).containsExactly(FAILED.key());
        assertThat(window.watch.snapshot().migration(SECOND.key()).orElseThrow().tags()).containsExactly("night");
    }

    @Test
    void saysWhatIsUnderWayWithinTheSmallestWindow(FxRobot robot, Stage stage) {
        window.watch.leavesInitializes = true;
        robot.clickOn("clickstream");
        robot.clickOn("#failureRestart");
        robot.interact(() -> robot.lookup("#preflightBox").<VBox>query().getChildren().setAll(tall()));

        robot.clickOn("#initializeProceed");

        var dialog = robot.lookup("#initializeDialog").query();
        var bounds = dialog.localToScene(dialog.getLayoutBounds());
        assertThat(robot.lookup("#initializeLine").<ProgressLine>query().sentence())
                .isEqualTo("Asking the service to create it…");
        assertThat(bounds.getMinY()).isNotNegative();
        assertThat(bounds.getMaxY()).isLessThanOrEqualTo(stage.getScene().getHeight());
        for (var part : List.of("#initializeLine", "#initializeCancel")) {
            assertThat(bounds.contains(robot.lookup(part).query().localToScene(
                    robot.lookup(part).query().getLayoutBounds()))).as(part).isTrue();
        }
    }

    /** As much as a preflight that finds something everywhere says. */
    private static Region tall() {
        var region = new Region();
        region.setMinHeight(300);
        return region;
    }

    @Test
    void aFirstMigrationFollowsNoneAndIsEnteredFromTheTopField(FxRobot robot, Stage stage) {
        robot.clickOn("#initializeMigration");

        assertThat(stage.getScene().getFocusOwner()).hasFieldOrPropertyWithValue("id", "initializeThrough");

        assertThat(robot.lookup("#initializeFollows").query().isVisible()).isFalse();
    }

    @Test
    void theTableAndTheDetailShowTheChain(FxRobot robot, Stage stage) {
        publish(robot, ORDERS, FAILED, SECOND, THIRD);
        robot.clickOn("clickstream-2");

        assertThat(robot.lookup("#attempts .hyperlink").queryAllAs(Labeled.class)).extracting(Labeled::getText)
                .containsExactly("1. clickstream", "3. clickstream-3");
        assertThat(text(robot, "#attempts .this-attempt")).isEqualTo("2. clickstream-2");
        assertThat(nameTooltips(robot)).contains("Attempt 2, follows “clickstream”.\nFollowed by “clickstream-3”.",
                "Attempt 3, follows “clickstream-2”.", "Followed by “clickstream-2”, “clickstream-3”.");
        robot.interact(() -> Screenshots.take(stage.getScene(), "attempts-detail"));

        robot.clickOn("#attempt1");
        assertThat(text(robot, "#detailName")).isEqualTo("clickstream");

        robot.clickOn("orders");
        assertThat(robot.lookup("#attempts").query().isVisible()).isFalse();
    }

    @Test
    void linksAreFollowedByTheKeyboard(FxRobot robot) {
        publish(robot, FAILED, SECOND);
        robot.clickOn("clickstream-2");
        robot.interact(() -> robot.lookup("#attempt1").query().requestFocus());

        window.pass(robot, 3);
        robot.type(KeyCode.SPACE);

        assertThat(text(robot, "#detailName")).isEqualTo("clickstream");
    }

    @Test
    void anAttemptThatWasTakenOffTheListIsNamedWithoutALink(FxRobot robot) {
        publish(robot, ORDERS, SECOND);
        robot.clickOn("clickstream-2");

        assertThat(robot.lookup("#attempts .hyperlink").queryAll()).isEmpty();
        assertThat(robot.lookup("#attempts .label").queryAllAs(Label.class)).extracting(Label::getText)
                .anyMatch(each -> each.startsWith("1. ") && each.contains("no longer on the list"));
    }
}
