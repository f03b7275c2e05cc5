package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Connection;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.control.AccessibleToggleSwitch;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class SettingsJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));

    @Test
    void theAppearanceIsChosenByClickAndByArrowKeys(FxRobot robot) {
        robot.clickOn("#navSettings");
        reveal(robot, "#themeDark");
        robot.clickOn("#themeDark");
        assertThat(window.saved).containsEntry("theme", "DARK");

        robot.type(KeyCode.LEFT);

        assertThat(window.saved).containsEntry("theme", "LIGHT");
    }

    @Test
    void theZoneChosenHereHoldsForTheTimelineToo(FxRobot robot) {
        robot.clickOn("orders");
        assertThat(robot.lookup("#timelineLocal").<ToggleButton>query().isSelected()).isTrue();

        robot.clickOn("#navSettings");
        reveal(robot, "#zoneUtc");
        robot.clickOn("#zoneUtc").clickOn("#navMigrations");

        assertThat(robot.lookup("#timelineUtc").<ToggleButton>query().isSelected()).isTrue();
    }

    @Test
    void anIntervalThatIsNoneIsMarkedUntilItIsOne(FxRobot robot) {
        robot.clickOn("#navSettings");
        var field = robot.lookup("#intervalINITIALIZING").<TextInputControl>query();
        robot.interact(field::requestFocus);

        robot.interact(() -> field.setText("soon"));
        robot.type(KeyCode.ENTER);
        assertThat(FieldMarks.marked(robot)).contains("intervalINITIALIZING");
        assertThat(robot.lookup("#intervalComplaint").<Labeled>query().getText()).isNotEmpty();
        robot.interact(() -> field.setText("30 s"));
        robot.type(KeyCode.ENTER);

        assertThat(FieldMarks.marked(robot)).isEmpty();
    }

    @Test
    void aFreezeThatCouldNotBeTakenAwayStaysAndItIsSaidWhy(FxRobot robot) {
        var now = window.watch.snapshot();
        window.publish(robot, new Snapshot(now.version() + 1, now.at(), now.connections(), now.index(),
                now.recentCommands(), now.unanswered(), now.troubles(), List.of(new FreezeWindow("w", "Audit",
                        FreezeScope.ALL, new FreezeTimes.OnceFrozen(now.at(), now.at().plusSeconds(3600)))),
                List.of()));
        robot.clickOn("#navSettings");
        window.watch.freezeAnswer = CompletableFuture.failedFuture(new IOException("no space left"));
        robot.interact(() -> robot.lookup("#freezeWindows .removeFreeze").<Button>query().fire());

        assertThat(robot.lookup("#freezeWindows .freeze-sentence").<Labeled>query().getText()).startsWith("Audit");
        assertThat(robot.lookup("#freezesProgress").<ProgressLine>query().sentence()).isNotEmpty();

        window.watch.freezeAnswer = CompletableFuture.completedFuture(Optional.empty());
        robot.interact(() -> robot.lookup("#freezeWindows .removeFreeze").<Button>query().fire());
        assertThat(robot.lookup("#freezesProgress").<ProgressLine>query().sentence()).isEmpty();
    }

    @Test
    void whatCannotBeKeptStaysSwitchedAsItWasAndItIsSaidWhy(FxRobot robot) {
        robot.clickOn("#navSettings");
        var toggle = robot.lookup("#keepWatching").<AccessibleToggleSwitch>query();
        var trouble = robot.lookup("#keepWatchingTrouble").<ProgressLine>query();
        window.savingTrouble = Optional.of(Fact.of(StartFact.SETTINGS_NOT_WRITTEN, "settings.json", "disk full"));

        robot.interact(toggle::fire);
        assertThat(toggle.isSelected()).isFalse();
        assertThat(trouble.sentence()).contains("settings.json (disk full)");

        window.savingTrouble = Optional.empty();
        robot.interact(toggle::fire);
        assertThat(toggle.isSelected()).isTrue();
        assertThat(window.savedAtOnce).containsEntry("watch.keep", "true");
        assertThat(trouble.sentence()).isEmpty();
    }

    @Test
    void whatIsNotOnDiskIsSaidAtTheFootOfTheWindowUntilItIs(FxRobot robot) {
        var trouble = robot.lookup("#statusTrouble").<Labeled>query();
        assertThat(trouble.getText()).isEmpty();

        window.settingsNotice = Optional.of(Fact.of(StartFact.SETTINGS_NOT_WRITTEN, "settings.json", "disk full"));
        window.pass(robot, 2);
        assertThat(trouble.getText()).contains("settings.json (disk full)");

        window.settingsNotice = Optional.empty();
        window.pass(robot, 2);
        assertThat(trouble.getText()).isEmpty();
    }

    @Test
    void aFreezeNamesItsConnectionAsItIsNow(FxRobot robot) {
        var before = window.watch.snapshot().connections().getFirst();
        var connection = before.connection();
        var scope = new FreezeScope(Optional.of(connection.id()), "");
        freeze(robot, List.of(before), scope);
        robot.clickOn("#navSettings");
        assertThat(robot.lookup("#freezeWindows .freeze-sentence").<Labeled>query().getText())
                .endsWith(" · " + connection.name());

        var renamed = new Connection(connection.id(), "europe", connection.endpoint(), connection.environment(),
                connection.readOnly(), connection.origin(), connection.proxy());
        freeze(robot, List.of(TestOrganisation.watched(renamed)), scope);

        assertThat(robot.lookup("#freezeWindows .freeze-sentence").<Labeled>query().getText()).endsWith(" · europe");
    }

    private void freeze(FxRobot robot, List<WatchedConnection> connections, FreezeScope scope) {
        var now = window.watch.snapshot();
        window.publish(robot, new Snapshot(now.version() + 1, now.at(), connections, now.index(),
                now.recentCommands(), now.unanswered(), now.troubles(), List.of(new FreezeWindow("w", "Audit", scope,
                        new FreezeTimes.OnceFrozen(now.at(), now.at().plusSeconds(3600)))),
                List.of()));
    }

    /** Scrolls the page until a part of it is at the top, as far as it goes. */
    private static void reveal(FxRobot robot, String query) {
        robot.interact(() -> {
            var page = robot.lookup("#settingsScroll").<ScrollPane>query();
            var part = robot.lookup(query).query();
            var top = page.getContent().sceneToLocal(part.localToScene(part.getBoundsInLocal())).getMinY();
            var hidden = page.getContent().getBoundsInLocal().getHeight() - page.getViewportBounds().getHeight();
            page.setVvalue(top / hidden);
        });
    }
}
