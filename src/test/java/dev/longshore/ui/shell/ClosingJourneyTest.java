package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.context.KeepWatching;
import dev.longshore.ui.dialog.ProgressLine;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class ClosingJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
    private final KeepWatching keepWatching = new KeepWatching(window.preferences());
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void closesOnceWhatWasDecidedIsKept(FxRobot robot) {
        window.askBeforeClosing(robot, closed::incrementAndGet);
        robot.clickOn("#closingProceed");

        assertThat(closed).hasValue(1);
        assertThat(keepWatching.decided()).contains(true);
        assertThat(robot.lookup("#closingDialog").tryQuery()).isEmpty();
    }

    @Test
    void staysAndSaysWhyWhereItCannotBeKeptAndClosesAtTheNextClickAsDecided(FxRobot robot) {
        window.savingTrouble = Optional.of(Fact.of(StartFact.SETTINGS_NOT_WRITTEN, "settings.json", "disk full"));
        window.askBeforeClosing(robot, closed::incrementAndGet);
        robot.clickOn("#closingProceed");

        assertThat(closed).hasValue(0);
        assertThat(keepWatching.decided()).isEmpty();
        assertThat(robot.lookup("#closingTrouble").<ProgressLine>query().sentence())
                .contains("settings.json (disk full)");

        robot.clickOn("#closingProceed");

        assertThat(closed).hasValue(1);
        assertThat(keepWatching.decided()).contains(true);
        assertThat(window.savedAtOnce).isEmpty();
    }
}
