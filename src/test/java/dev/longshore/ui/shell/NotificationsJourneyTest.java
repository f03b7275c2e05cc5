package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Alert.Severity;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.NotifyFact;
import dev.longshore.notify.DeliveryResult;
import dev.longshore.notify.Route;
import dev.longshore.notify.RouteKeys;
import dev.longshore.notify.RouteTarget;
import dev.longshore.notify.SecretReference;
import dev.longshore.support.FakeRoutes;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.dialog.ProgressLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** What is typed and clicked about routes in the real window, and what is saved and tried. */
@ExtendWith(FxExtension.class)
class NotificationsJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));

    private void settings(FxRobot robot) {
        robot.clickOn("#navSettings");
        window.pass(robot, 1);
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).<Button>query().fire());
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).<TextInputControl>query().setText(text));
    }

    private static void kind(FxRobot robot, int index) {
        robot.interact(() -> robot.lookup("#routeKind").<ComboBox<?>>query().getSelectionModel().select(index));
    }

    private static boolean isOpen(FxRobot robot) {
        return robot.lookup("#routeDialog").tryQuery().isPresent();
    }

    private static String said(FxRobot robot, String id) {
        return robot.lookup(id).<ProgressLine>query().sentence();
    }

    private Route onlyRoute() {
        assertThat(window.routes.routes).hasSize(1);
        return window.routes.routes.getFirst().route();
    }

    @Test
    void aWebhookIsAddedWithTheClassesThatAreChecked(FxRobot robot) {
        settings(robot);
        press(robot, "#addRoute");
        type(robot, "#routeName", "operations");
        type(robot, "#routeUrl", "env:HOOK");
        robot.clickOn("#routeClassGOOD").clickOn("#routeClassSOON");
        press(robot, "#routeProceed");

        assertThat(isOpen(robot)).isFalse();
        assertThat(onlyRoute().name()).isEqualTo("operations");
        assertThat(onlyRoute().target()).isEqualTo(
                new RouteTarget.WebhookTarget(new SecretReference("env:HOOK"), Optional.empty()));
        assertThat(onlyRoute().filter().classes()).isEqualTo(Set.of(Severity.ACT_NOW, Severity.GOOD));
    }

    @Test
    void whatIsMissingOrWrongIsMarkedAndNothingSaved(FxRobot robot) {
        settings(robot);
        press(robot, "#addRoute");
        press(robot, "#routeProceed");
        assertThat(FieldMarks.marked(robot)).contains("routeName");
        assertThat(said(robot, "#routeProgress")).isEqualTo("“Name” is missing.");

        type(robot, "#routeName", "operations");
        type(robot, "#routeUrl", "http://hooks.example.com/");
        press(robot, "#routeProceed");
        assertThat(FieldMarks.marked(robot)).contains("routeUrl");
        assertThat(said(robot, "#routeProgress")).contains("must begin with https");

        kind(robot, 4);
        type(robot, "#routeRoutingKey", "0123456789");
        press(robot, "#routeProceed");
        assertThat(said(robot, "#routeProgress")).contains("is a secret and must not stand here");
        assertThat(window.routes.routes).isEmpty();
    }

    @Test
    void aRouteWithoutAnyClassIsNone(FxRobot robot) {
        settings(robot);
        press(robot, "#addRoute");
        kind(robot, 0);
        type(robot, "#routeName", "screen");
        robot.clickOn("#routeClassACT_NOW").clickOn("#routeClassSOON");
        press(robot, "#routeProceed");

        assertThat(said(robot, "#routeProgress")).isEqualTo("Choose at least one kind of alerts.");
        assertThat(isOpen(robot)).isTrue();
    }

    @Test
    void whatIsEnteredIsTriedWithoutBeingSaved(FxRobot robot) {
        settings(robot);
        press(robot, "#addRoute");
        type(robot, "#routeName", "operations");
        type(robot, "#routeUrl", "https://hooks.example.com/x");
        press(robot, "#routeTry");

        assertThat(said(robot, "#routeProgress")).isEqualTo("hooks.example.com accepted it (200).");
        assertThat(window.routes.tested).extracting(Route::name).containsExactly("operations");
        assertThat(window.routes.routes).isEmpty();
    }

    @Test
    void theSelectedRouteIsTriedAndWhatCameBackIsSaid(FxRobot robot) {
        window.routes.routes = FakeRoutes.samples(TestOrganisation.NOW);
        window.routes.result = CompletableFuture.completedFuture(new DeliveryResult.RefusedForGood(
                Fact.of(NotifyFact.HTTP_REJECTED, "hooks.slack.com", 400, "invalid_payload")));
        settings(robot);
        robot.interact(() -> robot.lookup("#notificationRoutes").<ListView<?>>query().getSelectionModel().select(1));
        press(robot, "#testRoute");

        assertThat(said(robot, "#routeResult"))
                .isEqualTo("“dba channel”: hooks.slack.com rejected it (400): invalid_payload");
        assertThat(window.routes.tested).extracting(Route::name).containsExactly("dba channel");
    }

    @Test
    void aRouteIsChangedByKeyboardAndKeepsWhatHasNoField(FxRobot robot) {
        var command = RouteKeys.read(Map.of("name", "own", "kind", "command", "command", List.of("/bin/page", "-u"),
                "time-limit", "10s")).route().orElseThrow();
        window.routes.routes = List.of(FakeRoutes.fine(command));
        settings(robot);
        robot.interact(() -> robot.lookup("#notificationRoutes").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#routeCommand").<TextInputControl>query().getText()).isEqualTo("/bin/page\n-u");
        type(robot, "#routeName", "pager");
        type(robot, "#routeQuietHours", "22:00-07:00");
        press(robot, "#routeProceed");

        assertThat(onlyRoute().name()).isEqualTo("pager");
        assertThat(onlyRoute().target()).isEqualTo(command.target());
        assertThat(onlyRoute().filter().quietHours()).isPresent();
    }

    @Test
    void aRouteIsRemovedAfterAQuestion(FxRobot robot) {
        window.routes.routes = FakeRoutes.samples(TestOrganisation.NOW);
        settings(robot);
        robot.interact(() -> robot.lookup("#notificationRoutes").query().requestFocus());
        robot.type(KeyCode.DELETE);
        assertThat(window.routes.routes).hasSize(3);
        press(robot, "#confirmProceed");

        assertThat(window.routes.routes).extracting(each -> each.route().name())
                .containsExactly("dba channel", "on-call");
    }

    @Test
    void aFileWithAFaultIsSaidAndNotWrittenOver(FxRobot robot) {
        window.routes.faults = List.of(Fact.of(NotifyFact.FILE_NOT_TOML, "routes.toml", 7));
        window.routes.trouble = Optional.of(Fact.of(NotifyFact.NOT_SAVED_OVER_FAULT, "routes.toml"));
        settings(robot);
        assertThat(robot.lookup("#routeFaults").<Label>query().getText()).contains("line 7");
        press(robot, "#addRoute");
        kind(robot, 0);
        type(robot, "#routeName", "screen");
        press(robot, "#routeProceed");

        assertThat(said(robot, "#routeProgress")).contains("is not overwritten");
        assertThat(isOpen(robot)).isTrue();
    }
}
