package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Deadline;
import dev.longshore.support.FxExtension;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** What waiting and each attempt cost, from the price in the settings to the cleanup panel. */
@ExtendWith(FxExtension.class)
class CostJourneyTest {
    private static final WatchedMigration FAILED = analytics("clickstream")
            .status("ImportFailed", Duration.ofHours(2)).due(Deadline.Cause.CLEANUP_IDLE, Duration.ofDays(6)).build();
    private static final WatchedMigration SECOND = analytics("clickstream-2").follows(FAILED.key())
            .status("ReceivingFiles", Duration.ofMinutes(20)).due(Deadline.Cause.CLEANUP_IDLE, Duration.ofDays(3))
            .build();

    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.of(FAILED, SECOND));

    private static MigrationBuilder analytics(String name) {
        return new MigrationBuilder(TestOrganisation.NOW, name, TestOrganisation.PRODUCTION,
                TestOrganisation.ANALYTICS);
    }

    private static void type(FxRobot robot, String selector, String text) {
        var field = robot.lookup(selector).<TextInputControl>query();
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
        robot.type(KeyCode.ENTER);
    }

    private void openCleanup(FxRobot robot, String name) {
        robot.clickOn("#navMigrations").clickOn(name).clickOn("Cleanup");
        window.pass(robot, 1);
    }

    private static List<String> costs(FxRobot robot) {
        return robot.lookup("#costs .label").queryAllAs(Labeled.class).stream().map(Labeled::getText)
                .collect(Collectors.toList());
    }

    @Test
    void nothingIsShownWithoutAPrice(FxRobot robot) {
        openCleanup(robot, "clickstream");

        assertThat(costs(robot)).isEmpty();
        assertThat(robot.lookup("#sealedSize").query().getParent().isVisible()).isFalse();
    }

    @Test
    void aPriceAndASizeGiveWhatWaitingAndTheAttemptsCost(FxRobot robot) {
        robot.clickOn("#navSettings");
        type(robot, "#costSTAGING", "0.03");
        type(robot, "#costLOADING", "0.5");
        type(robot, "#costCurrency", "EUR");
        openCleanup(robot, "clickstream");
        assertThat(costs(robot)).contains("Unknown: the size of the upload is not known.");

        type(robot, "#sealedSize", "1 TB");
        window.pass(robot, 1);

        assertThat(costs(robot)).anyMatch(each -> each.matches(
                "(5\\.99|6\\.00) EUR until the cleanup: 1 TB for .* at 0\\.03 EUR per GB and month\\."))
                .contains("Attempt 1", "Attempt 2", "500.00 EUR for 2 attempts, without one whose size is not known.",
                        "clickstream-2. Unknown: the size of the upload is not known.")
                .anyMatch(each -> each.startsWith("clickstream. At most 500.00 EUR: 1 TB at 0.5 EUR per GB"));

        openCleanup(robot, "clickstream-2");
        type(robot, "#uploadTotal", "2 TB");
        type(robot, "#uploadRate", "100 MB");
        robot.interact(() -> robot.lookup("#uploadTake").queryButton().fire());
        window.pass(robot, 1);

        assertThat(costs(robot)).contains("clickstream-2. 1,000.00 EUR when it is launched: 2 TB at 0.5 EUR per GB.",
                "1,500.00 EUR for 2 attempts.");
    }

    @Test
    void aSizeThatIsNoneIsMarkedAndStays(FxRobot robot) {
        window.saved.put("cost.STAGING", "0.03");
        openCleanup(robot, "clickstream");

        type(robot, "#sealedSize", "a lot");

        assertThat(FieldMarks.marked(robot)).contains("sealedSize");
        assertThat(robot.lookup("#sealedSizeComplaint").<Labeled>query().getText()).contains("Not a size");
        window.pass(robot, 2);
        assertThat(robot.lookup("#sealedSize").<TextInputControl>query().getText()).isEqualTo("a lot");
    }

    @Test
    void aPriceThatIsNoneIsMarkedUntilItIsOne(FxRobot robot) {
        robot.clickOn("#navSettings");
        type(robot, "#costSTAGING", "cheap");
        assertThat(FieldMarks.marked(robot)).contains("costSTAGING");
        assertThat(robot.lookup("#costComplaintSTAGING").<Labeled>query().getText()).contains("Not a price");

        type(robot, "#costSTAGING", "0.03");

        assertThat(FieldMarks.marked(robot)).isEmpty();
    }
}
