package dev.longshore.ui.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.model.CommandState;
import dev.longshore.support.FxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** From the calendar to the wire: what a person does with a cleanup, and what the service is asked for then. */
@ExtendWith(FxExtension.class)
class RescheduleJourneyTest {
    private CalendarJourney journey;
    private FxRobot robot;

    @BeforeEach
    void open(FxRobot handed, Stage stage, @TempDir Path folder) throws IOException {
        robot = handed;
        journey = new CalendarJourney(robot, stage, folder);
        awaitThat(() -> journey.watch().snapshot().migrations().getFirst().cleanup().isPresent());
    }

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    void anEntryIsMovedByMouseAndByKeyboardAndNothingLeavesBeforeItIsConfirmed() {
        goToTheCalendar();
        robot.drag("#day-2026-11-28 .entry-chip").dropTo("#day-2026-11-29");
        assertThat(journey.changes()).isEmpty();

        robot.clickOn("#confirmProceed");
        awaitThat(() -> robot.lookup("#day-2026-11-29 .entry-chip").tryQuery().isPresent());
        robot.clickOn("#day-2026-11-29 .number").type(KeyCode.TAB);
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertThat(journey.changes()).hasSize(1);
        robot.clickOn("#confirmReason").write("one more day").clickOn("#confirmProceed");
        awaitThat(() -> journey.changes().size() == 2);

        assertThat(journey.changes()).containsExactly(
                "POST " + journey.path() + "?option.cleanupTime=2026-11-29T18:00:00Z",
                "POST " + journey.path() + "?option.cleanupTime=2026-11-30T18:00:00Z");
    }

    @Test
    void thePastIsRefusedAndAnEarlierTimeAsksForTheName() {
        goToTheCalendar();
        robot.drag("#day-2026-11-28 .entry-chip").dropTo("#day-2026-11-20");
        assertThat(text("#confirmHint")).contains("not in the future", "Clean up now");
        assertThat(proceed().isDisabled()).isTrue();

        robot.clickOn("#confirmCancel").drag("#day-2026-11-28 .entry-chip").dropTo("#day-2026-11-26");
        assertThat(proceed().isDisabled()).isTrue();
        robot.clickOn("#confirmTypedName").write("orders").clickOn("#confirmProceed");
        awaitThat(() -> !journey.changes().isEmpty());

        assertThat(journey.changes()).containsExactly(
                "POST " + journey.path() + "?option.cleanupTime=2026-11-26T18:00:00Z");
    }

    @Test
    void aTimeThatSomebodyElseSetsIsAnAlertThatNamesBoth() throws IOException, InterruptedException {
        robot.clickOn("orders").clickOn("#scheduleCleanupAction").clickOn("+1 day").clickOn("#confirmProceed");
        awaitThat(this::wasSeen);

        journey.simulator().clock().advance(Duration.ofMinutes(1));
        journey.somebodyElseSchedules("2026-12-24T08:00:00Z");
        awaitThat(() -> robot.lookup("#alertsButton").query().getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("unacknowledged")));
        robot.clickOn("#alertsButton");

        assertThat(robot.lookup("#alertInbox .label").<Labeled>queryAll()).extracting(Labeled::getText)
                .anyMatch(each -> each.contains("due Thu 24 Dec, 09:00 CET, not Sun 29 Nov, 19:00 CET"));
    }

    @Test
    void aCollisionIsShownAndResolvedByOneClick() throws IOException, InterruptedException {
        journey.somebodyElseSchedules("2026-11-22T18:10:00Z");
        robot.clickOn("orders");
        awaitThat(() -> shows("Schedule a later cleanup."));

        robot.clickOn("#nextStepAction").clickOn("#confirmProceed");
        awaitThat(() -> !journey.changes().isEmpty());

        assertThat(journey.changes()).containsExactly(
                "POST " + journey.path() + "?option.cleanupTime=2026-11-29T18:10:00Z");
    }

    /** It shows the newest news within a second. */
    private void goToTheCalendar() {
        robot.clickOn("#navCalendar");
        awaitThat(() -> robot.lookup("#day-2026-11-28 .entry-chip").tryQuery().isPresent());
    }

    private boolean wasSeen() {
        var latest = journey.watch().snapshot().migrations().getFirst().latest();
        return latest != null && latest.state() instanceof CommandState.Observed;
    }

    private boolean shows(String part) {
        return robot.lookup(".label").match(Node::isVisible).queryAllAs(Labeled.class).stream()
                .anyMatch(each -> each.getText() != null && each.getText().contains(part));
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private Button proceed() {
        return robot.lookup("#confirmProceed").queryButton();
    }

    private void awaitThat(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(50)).until(condition);
        // It may have come true in the middle of a frame.
        robot.interact(() -> {});
    }
}
