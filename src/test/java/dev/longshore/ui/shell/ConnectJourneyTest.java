package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.longshore.model.Connection;
import dev.longshore.model.Environment;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.secret.AstraCliProfile;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.watch.ConnectionCheck;
import java.net.URI;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class ConnectJourneyTest {
    private final TestWindow window = new TestWindow(TestOrganisation.empty());

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void pastedTokenIsTriedAtOnce(FxRobot robot, Stage stage) {
        window.open(robot, stage);
        robot.clickOn("#welcomeConnect").clickOn("#tokenField").write("  AstraCS:one:1f ");

        robot.clickOn("#connectProceed");
        window.settle(robot);

        assertThat(window.watch.tokens).containsExactly("AstraCS:one:1f");
        assertThat(window.watch.connected).extracting(Connection::endpoint, Connection::readOnly)
                .containsExactly(tuple(Connection.PUBLIC_ENDPOINT, false));
        assertThat(robot.lookup("#connectResult").<ProgressLine>query().sentence())
                .isEqualTo("The service accepts the token.");
        assertThat(robot.lookup("#tokenField").<PasswordField>query().getText()).isEmpty();
    }

    @Test
    void enterAfterItWorkedDoesNotConnectOnceMore(FxRobot robot, Stage stage) {
        window.open(robot, stage);
        robot.clickOn("#welcomeConnect").clickOn("#tokenField").write("AstraCS:one:1f").type(KeyCode.ENTER);
        window.settle(robot);
        assertThat(robot.lookup("#endpointField").<TextField>query().isDisabled()).isTrue();

        robot.type(KeyCode.ENTER);
        window.settle(robot);

        assertThat(window.watch.connected).hasSize(1);
    }

    @Test
    void wrongTokenIsToldAndCanBeTriedAgainForTheSameConnection(FxRobot robot, Stage stage) {
        window.watch.answerConnect(_ -> new ConnectionCheck.Failed(Fact.recorded("The service rejects the token.")));
        window.open(robot, stage);
        robot.clickOn("#welcomeConnect").clickOn("#tokenField").write("AstraCS:two:1f").clickOn("#connectProceed");
        window.settle(robot);
        assertThat(robot.lookup("#connectResult").<ProgressLine>query().sentence())
                .isEqualTo("The service rejects the token.");

        robot.clickOn("#connectProceed");
        window.settle(robot);

        assertThat(window.watch.connected).hasSize(2);
        assertThat(robot.lookup("#connectProceed").queryButton().isVisible()).isTrue();
    }

    @Test
    void aTokenThatIsRejectedIsMarkedAndReplacedByWhatIsTyped(FxRobot robot, Stage stage) {
        window.watch.answerConnect(_ -> new ConnectionCheck.Failed(
                Fact.recorded("Token rejected."), ConnectionCheck.CheckFailureCause.TOKEN));
        window.open(robot, stage);
        robot.clickOn("#welcomeConnect").clickOn("#tokenField").write("AstraCS:two:1f").clickOn("#connectProceed");
        window.settle(robot);
        assertThat(FieldMarks.marked(robot)).contains("tokenField");

        robot.write("AstraCS:three:2f").clickOn("#connectProceed");
        window.settle(robot);

        assertThat(window.watch.tokens).containsExactly("AstraCS:two:1f", "AstraCS:three:2f");
    }

    @Test
    void aTokenInTheFieldForTheNameGoesNowhere(FxRobot robot, Stage stage) {
        window.open(robot, stage);
        robot.clickOn("#welcomeConnect").clickOn("#tokenField").write("AstraCS:one:1f").clickOn("#nameField")
                .write("AstraCS:one:1f");

        robot.clickOn("#connectProceed");
        window.settle(robot);

        assertThat(window.watch.connected).isEmpty();
        assertThat(FieldMarks.marked(robot)).contains("nameField");
    }

    @Test
    void asksForATokenBeforeItAsksTheService(FxRobot robot, Stage stage) {
        window.open(robot, stage);

        robot.clickOn("#welcomeConnect").clickOn("#connectProceed");

        assertThat(window.watch.connected).isEmpty();
        assertThat(robot.lookup("#connectResult").<ProgressLine>query().sentence())
                .contains("Paste an application token");
        assertThat(FieldMarks.marked(robot)).contains("tokenField");
        assertThat(robot.lookup("#tokenField").<Node>query().isFocused()).isTrue();
    }

    @Test
    void addressThatIsNoneIsRefused(FxRobot robot, Stage stage) {
        window.open(robot, stage);
        robot.clickOn("#welcomeConnect").clickOn("#tokenField").write("AstraCS:three:1f");

        robot.interact(() -> robot.lookup("#endpointField").<TextInputControl>query().setText("astra"));
        robot.clickOn("#connectProceed");

        assertThat(window.watch.connected).isEmpty();
        assertThat(robot.lookup("#connectResult").<ProgressLine>query().sentence())
                .contains("Not a URL");
        assertThat(FieldMarks.marked(robot)).contains("endpointField");
        assertThat(robot.lookup("#endpointField").<Node>query().getAccessibleHelp()).contains("Not a URL");

        robot.interact(() -> robot.lookup("#endpointField").<TextInputControl>query().setText("https://astra.example"));
        robot.type(KeyCode.ENTER);
        window.settle(robot);

        assertThat(window.watch.connected).hasSize(1);
        assertThat(FieldMarks.marked(robot)).isEmpty();
    }

    @Test
    void aProxyThatIsNoneIsMarked(FxRobot robot, Stage stage) {
        window.open(robot, stage);
        robot.clickOn("#welcomeConnect").clickOn("#tokenField").write("AstraCS:three:1f");
        robot.interact(() -> robot.lookup("#wayChoice").<ComboBox<?>>query().getSelectionModel().selectLast());

        robot.clickOn("#proxyField").write("no proxy").clickOn("#connectProceed");

        assertThat(window.watch.connected).isEmpty();
        assertThat(FieldMarks.marked(robot)).contains("proxyField");
    }

    @Test
    void readOnlyIsSwitchedByTheSpaceBar(FxRobot robot, Stage stage) {
        window.open(robot, stage);
        robot.clickOn("#welcomeConnect").clickOn("#tokenField").write("AstraCS:five:1f");

        robot.type(KeyCode.TAB, 3);
        assertThat(robot.lookup("#readOnlyBox").<Node>query().isFocused()).isTrue();
        robot.type(KeyCode.SPACE).clickOn("#connectProceed");
        window.settle(robot);

        assertThat(window.watch.connected).extracting(Connection::readOnly).containsExactly(true);
    }

    @Test
    void takesOverAProfileOfTheAstraCli(FxRobot robot, Stage stage) {
        window.profiles.add(new AstraCliProfile(
                "staging", Secret.of("AstraCS:four:1f"), URI.create("https://api.test.cloud.datastax.com")));
        window.open(robot, stage);
        robot.clickOn("#welcomeConnect");
        await().until(() -> robot.lookup("#profileChoice").<ComboBox<?>>query().isVisible());

        robot.interact(() -> robot.lookup("#profileChoice").<ComboBox<?>>query().getSelectionModel().select(0));
        robot.clickOn("#connectProceed");
        window.settle(robot);

        assertThat(window.watch.tokens).containsExactly("AstraCS:four:1f");
        assertThat(window.watch.connected).extracting(Connection::name, Connection::endpoint).containsExactly(
                tuple("staging", URI.create("https://api.test.cloud.datastax.com")));
    }

    @Test
    void exploringThatFailsSaysWhy(FxRobot robot, Stage stage) {
        window.open(robot, stage);

        robot.clickOn("#welcomeExplore");
        window.settle(robot);

        assertThat(robot.lookup("#welcomeNote").<Label>query().getText())
                .isEqualTo("There is no simulator in this test.");
    }

    @Test
    void welcomeGoesOnceThereIsAConnection(FxRobot robot, Stage stage) {
        window.open(robot, stage);

        window.publish(robot, TestOrganisation.dozen(TestOrganisation.PRODUCTION));

        assertThat(robot.lookup("#welcomeConnect").tryQuery()).isEmpty();
        assertThat(robot.lookup("#migrationTable").tryQuery()).isPresent();
    }

    @Test
    void changedConnectionKeepsItsIdentityAndItsToken(FxRobot robot, Stage stage) {
        window.watch.publish(TestOrganisation.dozen(TestOrganisation.connection("staging", Environment.TEST, false)));
        window.open(robot, stage);
        robot.clickOn("#navSettings").clickOn("Edit…").clickOn("#readOnlyBox");

        robot.clickOn("#connectProceed");
        window.settle(robot);

        assertThat(window.watch.connected)
                .containsExactly(TestOrganisation.connection("staging", Environment.TEST, true));
        assertThat(window.watch.tokens).isEmpty();
    }

    @Test
    void forgetsAConnectionOnlyWhenConfirmed(FxRobot robot, Stage stage) {
        window.watch.publish(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
        window.open(robot, stage);
        robot.clickOn("#navSettings").clickOn("Remove connection…").clickOn("#confirmCancel");
        assertThat(window.watch.forgotten).isEmpty();

        robot.clickOn("Remove connection…").clickOn("#confirmProceed");

        assertThat(window.watch.forgotten).containsExactly(TestOrganisation.PRODUCTION.id());
    }
}
