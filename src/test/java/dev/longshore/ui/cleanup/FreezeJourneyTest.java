package dev.longshore.ui.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.CommandState;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.support.EnglishText;
import dev.longshore.support.FxExtension;
import dev.longshore.watch.CommandRequest;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Freeze windows: entered by keyboard, drawn in the calendar, and nothing leaves in one without a reason. */
@ExtendWith(FxExtension.class)
class FreezeJourneyTest {
    private static final PseudoClass FROZEN = PseudoClass.getPseudoClass("frozen");

    private CalendarJourney journey;
    private FxRobot robot;

    @BeforeEach
    void open(FxRobot handed, Stage stage, @TempDir Path folder) throws IOException {
        robot = handed;
        journey = new CalendarJourney(robot, stage, folder);
        awaitThat(() -> orders().cleanup().isPresent());
        awaitThat(() -> robot.lookup("#migrationTable .table-row-cell").tryQuery().isPresent());
    }

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    void aWeeklyWindowIsEnteredByKeyboardAndDrawnInTheCalendar() {
        robot.clickOn("#navSettings");
        press("#addFreeze");
        awaitThat(() -> robot.lookup("#freezeDialog").tryQuery().isPresent());
        robot.write("Weekend");
        robot.type(KeyCode.ENTER);

        awaitThat(() -> robot.lookup("#freezeWindows .freeze-sentence").tryQuery().isPresent());
        assertThat(text("#freezeWindows .freeze-sentence"))
                .isEqualTo("Weekend · every week, Friday 18:00 to Monday 06:00 (Europe/Berlin)");
        robot.clickOn("#navCalendar");
        awaitThat(() -> isFrozen("#day-2026-11-28"));
        assertThat(isFrozen("#day-2026-11-26")).isFalse();
        assertThat(isFrozen("#day-2026-11-30")).isTrue();
        assertThat(find("#day-2026-11-28").getAccessibleText())
                .contains("Freeze window “Weekend”: Fri 27 Nov, 18:00 CET to Mon 30 Nov, 06:00 CET");
        robot.clickOn("#calendarWeek");
        awaitThat(() -> robot.lookup("#hour-2026-11-21-12").tryQuery().isPresent());
        assertThat(isFrozen("#hour-2026-11-21-12")).isTrue();
        assertThat(isFrozen("#hour-2026-11-20-17")).isFalse();
        assertThat(isFrozen("#hour-2026-11-20-18")).isTrue();
    }

    @Test
    void whatIsEnteredWronglyIsMarked() {
        robot.clickOn("#navSettings");
        press("#addFreeze");
        robot.write("Turn of the year");
        robot.clickOn("#freezeOnce").clickOn("#freezeFrom").write("2026-12-31 18:00");
        robot.clickOn("#freezeUntil").write("2026-12-31 18:00");
        robot.clickOn("#freezeProceed");
        assertThat(find("#freezeUntil").getAccessibleHelp())
                .isEqualTo("The freeze window must end after it begins.");
        setText("#freezeFrom", "2025-12-31 18:00");
        setText("#freezeUntil", "2026-01-01 18:00");
        robot.clickOn("#freezeProceed");
        assertThat(find("#freezeUntil").getAccessibleHelp())
                .isEqualTo("The freeze window would be over already. Enter an end that is still to come.");
        assertThat(journey.watch().snapshot().freezes()).isEmpty();
    }

    @Test
    void inAFreezeTheDialogAsksForAReasonWhichIsKeptWithTheCommand() {
        freeze();
        robot.clickOn("#migrationTable .table-row-cell");
        robot.clickOn("#scheduleCleanupAction");
        awaitThat(() -> robot.lookup("#freezeText").tryQuery().filter(Node::isVisible).isPresent());
        assertThat(text("#freezeText")).isEqualTo(
                "The freeze window “Audit” lasts until Tue 1 Dec, 01:00 CET: give a reason.");
        assertThat(find("#confirmProceed").isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#confirmReason").queryTextInputControl().setText("The owner has agreed"));
        assertThat(find("#confirmProceed").isDisabled()).isFalse();
        assertThat(journey.changes()).isEmpty();
        robot.interact(() -> robot.lookup("#confirmProceed").queryButton().fire());

        awaitThat(() -> journey.changes().size() == 1);
        awaitThat(() -> orders().latest() != null);
        assertThat(Objects.requireNonNull(orders().latest()).author().reason()).isEqualTo("The owner has agreed");
    }

    @Test
    void aLaunchInAFreezeHasAFieldForTheReason() {
        freeze();
        robot.clickOn("#migrationTable .table-row-cell");
        robot.clickOn("#launchAction");
        awaitThat(() -> robot.lookup("#freezeReason").tryQuery().filter(Node::isVisible).isPresent());
        robot.lookup(".check-box").queryAllAs(CheckBox.class)
                .forEach(each -> robot.interact(() -> each.setSelected(true)));
        assertThat(find("#confirmProceed").isDisabled()).isTrue();
        assertThat(text("#freezeText")).contains("“Audit”");
        assertThat(find("#confirmHint").getParent().isVisible()).isFalse();
        robot.interact(() -> robot.lookup("#freezeReason").queryTextInputControl().setText("Agreed"));
        assertThat(find("#confirmProceed").isDisabled()).isFalse();
        robot.interact(() -> robot.lookup("#confirmProceed").queryButton().fire());
        awaitThat(() -> journey.changes().size() == 1);
        assertThat(journey.changes().getFirst()).contains("/launch");
    }

    @Test
    void withoutAReasonNothingLeavesWhoeverAsks() {
        freeze();
        var refused = journey.watch().command(new CommandRequest(orders().key(), Action.SCHEDULE_CLEANUP,
                CleanupTime.of(Instant.parse("2026-12-05T12:00:00Z")).orElseThrow(), "  ")).join();

        assertThat(refused.state()).isInstanceOf(CommandState.Refused.class);
        assertThat(EnglishText.say(((CommandState.Refused) refused.state()).why()))
                .startsWith("The freeze window “Audit” lasts until");
        assertThat(journey.changes()).isEmpty();
    }

    private void freeze() {
        journey.watch().save(new FreezeWindow("a", "Audit", FreezeScope.ALL, new FreezeTimes.OnceFrozen(
                Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z")))).join();
        awaitThat(() -> !orders().ownDates().freezes().isEmpty());
    }

    private WatchedMigration orders() {
        return journey.watch().snapshot().migrations().getFirst();
    }

    private boolean isFrozen(String query) {
        return find(query).getPseudoClassStates().contains(FROZEN);
    }

    private void press(String query) {
        robot.interact(() -> find(query).requestFocus());
        robot.type(KeyCode.SPACE);
    }

    private void setText(String query, String text) {
        robot.interact(() -> robot.lookup(query).queryTextInputControl().setText(text));
    }

    private Node find(String query) {
        return robot.lookup(query).query();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private void awaitThat(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(50)).until(condition);
        // It may have come true in the middle of a frame.
        robot.interact(() -> {});
    }
}
