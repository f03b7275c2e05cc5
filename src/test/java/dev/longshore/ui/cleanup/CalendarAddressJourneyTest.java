package dev.longshore.ui.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.model.CalendarAddress;
import dev.longshore.support.FxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The address of the calendar in the settings, by keyboard: made, shown and revoked. */
@ExtendWith(FxExtension.class)
class CalendarAddressJourneyTest {
    private CalendarJourney journey;
    private FxRobot robot;

    @BeforeEach
    void open(FxRobot handed, Stage stage, @TempDir Path folder) throws IOException {
        robot = handed;
        journey = new CalendarJourney(robot, stage, folder);
        robot.clickOn("#navSettings");
        awaitThat(() -> robot.lookup("#calendarAddressMake").tryQuery().filter(Node::isVisible).isPresent());
    }

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    void anAddressThatWasMadeIsShownUntilItIsRevokedAndTheNextIsAnotherOne() {
        press("#calendarAddressMake");
        awaitThat(() -> !path().isEmpty());
        assertThat(path()).matches("/calendar/[0-9a-f]{40}\\.ics").isEqualTo(kept().orElseThrow().path());
        assertThat(text("#calendarAddressState")).isEqualTo("It tells no names.");
        var first = path();

        press("#calendarAddressRevoke");
        assertThat(kept()).isPresent();
        press("#confirmProceed");
        awaitThat(() -> find("#calendarAddressMake").isVisible() && path().isEmpty());
        assertThat(kept()).isEmpty();
        assertThat(text("#calendarAddressState")).isEqualTo("The calendar is not offered.");

        press("#calendarAddressNames");
        press("#calendarAddressMake");
        awaitThat(() -> !path().isEmpty());
        assertThat(path()).isNotEqualTo(first);
        assertThat(kept().orElseThrow().withNames()).isTrue();
        assertThat(text("#calendarAddressState")).isEqualTo("It tells the names of migrations and deadlines.");
    }

    private Optional<CalendarAddress> kept() {
        return journey.watch().calendarAddress().join();
    }

    private String path() {
        return robot.lookup("#calendarAddress").<TextField>query().getText();
    }

    private void press(String query) {
        robot.interact(() -> find(query).requestFocus());
        robot.type(KeyCode.SPACE);
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
