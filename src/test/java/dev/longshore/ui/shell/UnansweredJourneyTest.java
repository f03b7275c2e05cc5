package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Environment;
import dev.longshore.model.Initialization;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SampleAlerts;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.UuidText;
import dev.longshore.watch.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** A user learns that a migration may exist at the service, and does something about it. */
@ExtendWith(FxExtension.class)
class UnansweredJourneyTest {
    private static final Snapshot ORGANISATION = TestOrganisation.dozen(TestOrganisation.PRODUCTION);
    private static final Initialization LOST = TestOrganisation.unanswered(
            "customers-2", TestOrganisation.PRODUCTION, TestOrganisation.PROD_US, Duration.ofHours(2));
    private static final Initialization EARLIER = TestOrganisation.unanswered(
            "ledger-2", TestOrganisation.PRODUCTION, TestOrganisation.ARCHIVE, Duration.ofHours(30));

    @RegisterExtension final TestWindow window = new TestWindow(ORGANISATION);
    private FxRobot robot = new FxRobot();

    @BeforeEach
    void take(FxRobot handed) {
        robot = handed;
    }

    private void tell(Initialization... unanswered) {
        var snapshot = TestOrganisation.withUnanswered(ORGANISATION, unanswered);
        window.watch.publish(snapshot);
        window.watch.publishAlerts(SampleAlerts.of(snapshot));
        window.pass(robot, 1);
    }

    private void showActivity(Initialization... unanswered) {
        tell(unanswered);
        openActivity();
    }

    private void openActivity() {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
        window.settle(robot);
    }

    private boolean shows(String query) {
        return robot.lookup(query).tryQuery()
                .filter(node -> Stream.iterate(node, each -> each != null, Node::getParent).allMatch(Node::isVisible))
                .isPresent();
    }

    private List<String> texts() {
        return robot.lookup("#unansweredInitializes .label").<Labeled>queryAll().stream().map(Labeled::getText)
                .toList();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    @Test
    void nothingIsSaidWhileEverythingIsAnswered() {
        showActivity();

        assertThat(shows("#unansweredInitializes")).isFalse();
        assertThat(shows("#activityLog")).isTrue();
    }

    @Test
    void saysWhatWasAskedWhenAndByWhom() {
        showActivity(LOST, EARLIER);

        assertThat(text("#unansweredTitle")).isEqualTo("2 migrations may exist at the service");
        assertThat(texts()).contains(
                "production", "“customers-2” in prod-us · us-east-2",
                "Requested Sat 21 Nov, 13:30 CET by dba · 4 concurrent jobs · subsets of 2.5 GB. "
                        + "No reply within 30 s.");
        assertThat(texts()).anySatisfy(each -> assertThat(each).contains("Ask DataStax support for the ID"));
    }

    @Test
    void initializesAgainAsBefore() {
        showActivity(LOST);

        robot.clickOn(".unanswered-again");

        assertThat(shows("#initializeDialog")).isTrue();
        assertThat(robot.lookup("#initializeDatabase").<ComboBox<?>>query().getValue())
                .isEqualTo(TestOrganisation.PROD_US);
        assertThat(robot.lookup("#initializeName").<TextField>query().getText()).isEqualTo("customers-2");
        assertThat(robot.lookup("#initializeConcurrency").<TextField>query().getText()).isEqualTo("4");
        assertThat(robot.lookup("#initializeSubset").<TextField>query().getText()).isEqualTo("2.5");
        assertThat(window.watch.initialized).isEmpty();
    }

    @Test
    void isAddedByItsIdOnceThatIsFound() {
        showActivity(LOST);

        robot.clickOn(".unanswered-add");
        assertThat(robot.lookup("#pasteField").<TextArea>query().getText()).isEqualTo("db-prod-us/");
        assertThat(text("#readNote")).isEmpty();
        robot.clickOn("#ownName");
        robot.interact(() -> {
            var field = robot.lookup("#pasteField").<TextArea>query();
            field.setText(UuidText.of(field.getText()));
            field.requestFocus();
            field.end();
        });
        robot.write(UuidText.of("m-1")).clickOn("#addProceed");

        assertThat(window.watch.added).singleElement().satisfies(each -> {
            assertThat(each.key().ref()).hasToString(UuidText.of("db-prod-us/m-1"));
            assertThat(each.name()).isEqualTo("customers-2");
        });
    }

    @Test
    void supportIsGivenDatabaseAndTimeInUtc() {
        showActivity(LOST);

        robot.clickOn(".unanswered-copy");

        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .contains("db-prod-us").contains("2026-11-21T12:30:00Z"));
    }

    @Test
    void isDismissedOnlyAfterAQuestion() {
        showActivity(LOST);

        robot.clickOn(".unanswered-dismiss");
        assertThat(text("#confirmText")).contains("Only this note").contains("stays in the journal");
        robot.clickOn("#confirmCancel");
        assertThat(window.watch.dismissed).isEmpty();

        robot.clickOn(".unanswered-dismiss").clickOn("#confirmProceed");
        assertThat(window.watch.dismissed).containsExactly(LOST.id());
        tell();
        assertThat(shows("#unansweredInitializes")).isFalse();
    }

    @Test
    void saysWhyItCouldNotBeDismissed() {
        window.watch.dismissTrouble = Optional.of(Fact.recorded("The disk is full."));
        showActivity(LOST);

        robot.clickOn(".unanswered-dismiss").clickOn("#confirmProceed");
        window.settle(robot);

        assertThat(text("#unansweredTrouble")).isEqualTo("Not dismissed: The disk is full.");
        assertThat(shows(".unanswered-dismiss")).isTrue();
    }

    @Test
    void everythingWorksByKeyboard() {
        showActivity(LOST, EARLIER);
        robot.interact(() -> robot.lookup("#exportJournal").query().requestFocus());

        robot.type(KeyCode.TAB, 4).type(KeyCode.ENTER);
        assertThat(shows("#confirmDialog")).isTrue();
        robot.type(KeyCode.TAB).type(KeyCode.ENTER);
        assertThat(window.watch.dismissed).containsExactly(LOST.id());

        tell(EARLIER);
        robot.type(KeyCode.ENTER);
        assertThat(shows("#initializeDialog")).isTrue();
        robot.type(KeyCode.ESCAPE);
        tell();
        assertThat(shows("#unansweredInitializes")).isFalse();
    }

    @Test
    void theAlertLeadsThereAlsoWhileAnotherConnectionIsChosen() {
        var other = TestOrganisation.watched(TestOrganisation.connection("staging", Environment.TEST, false));
        var snapshot = TestOrganisation.withUnanswered(
                new Snapshot(
                        2, ORGANISATION.at(), List.of(ORGANISATION.connections().getFirst(), other), List.of(),
                        List.of(), List.of()),
                LOST);
        window.watch.publishAlerts(SampleAlerts.of(snapshot));
        window.publish(robot, snapshot);
        assertThat(text("#alertsButton")).isEqualTo("1");
        robot.interact(() -> robot.lookup("#connectionChooser").queryComboBox().getSelectionModel().selectLast());

        robot.clickOn("#alertsButton").type(KeyCode.HOME, KeyCode.ENTER);
        window.settle(robot);

        assertThat(shows("#alertInbox")).isFalse();
        assertThat(shows("#unansweredInitializes")).isTrue();
        assertThat(robot.lookup("#connectionChooser").queryComboBox().getSelectionModel().getSelectedIndex()).isZero();
    }

    @Test
    void theAlertSaysWhatMayHaveHappened() {
        tell(LOST);

        robot.clickOn("#alertsButton");

        assertThat(robot.lookup("#alertInbox .label").<Labeled>queryAll()).extracting(Labeled::getText).contains(
                "No reply to initialize in prod-us, requested Sat 21 Nov, 13:30 CET: a migration may exist at the "
                        + "service whose ID nobody knows.");
    }

    @Test
    void aReadOnlyConnectionSaysWhyNothingCanBeInitialized() {
        var readOnly = TestOrganisation.connection("staging", Environment.TEST, true);
        window.watch.publish(TestOrganisation.withUnanswered(
                TestOrganisation.snapshot(2, readOnly, List.of()),
                TestOrganisation.unanswered("x", readOnly, TestOrganisation.PROD_EU, Duration.ofMinutes(1))));
        window.pass(robot, 1);
        openActivity();

        var button = robot.lookup(".unanswered-again").query();
        assertThat(button.isDisabled()).isTrue();
        assertThat(button.getAccessibleHelp()).contains("read-only");
    }
}
