package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.FakeWatch;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.UuidText;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.watch.AddOutcome;
import dev.longshore.watch.InitializeOutcome;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class AddJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));

    @Test
    void addsWhatWasPastedUnderAnOwnName(FxRobot robot) {
        robot.clickOn("#addMigration").clickOn("#pasteField").write(UuidText.of("db-1/m-1")).clickOn("#ownName")
                .write("mine");

        robot.clickOn("#addProceed");

        assertThat(window.watch.added).extracting(each -> each.key().ref(), FakeWatch.AddedMigration::name)
                .containsExactly(tuple(MigrationRef.parse(UuidText.of("db-1/m-1")), "mine"));
    }

    @Test
    void tellsWhatBecameOfEachApart(FxRobot robot) {
        var outcomes = Map.<String, Function<MigrationKey, AddOutcome>>of(
                UuidText.of("m-1"), key -> new AddOutcome.Added(key, Status.of("ReceivingFiles")),
                UuidText.of("m-2"), AddOutcome.AlreadyThere::new);
        window.watch.answerAdd(key -> outcomes.getOrDefault(
                key.ref().migration().value(),
                _ -> new AddOutcome.NotAdded(Fact.recorded("The service knows no such migration."))).apply(key));
        robot.clickOn("#addMigration").clickOn("#pasteField").write(UuidText.of("db-1/m-1\ndb-1/m-2\ndb-1/m-3"));

        robot.clickOn("#addProceed");
        window.settle(robot);

        assertThat(robot.lookup(".outcome").<Label>queryAll()).extracting(Label::getText).containsExactly(
                shortId("m-1") + ": Added. Its status is receiving files (“ReceivingFiles”).",
                shortId("m-2") + ": already on the list", shortId("m-3") + ": The service knows no such migration.");
        assertThat(robot.lookup("#addProceed").queryButton().isVisible()).as("what failed can be tried again").isTrue();
    }

    private static String shortId(String id) {
        return UuidText.of(id).substring(0, 8);
    }

    @Test
    void endsOnceAllIsOnTheListUntilThereIsMoreToAdd(FxRobot robot) {
        window.watch.answerAdd(key -> new AddOutcome.Added(key, Status.of("ReceivingFiles")));
        robot.clickOn("#addMigration").clickOn("#pasteField").write(UuidText.of("db-1/m-1"));
        robot.clickOn("#addProceed");
        window.settle(robot);

        assertThat(robot.lookup("#addProceed").queryButton().isVisible()).isFalse();
        assertThat(robot.lookup("#addCancel").queryButton().getText()).isEqualTo("Done");
        robot.clickOn("#pasteField").write(UuidText.of("\ndb-1/m-2"));
        assertThat(robot.lookup("#addProceed").queryButton().isVisible()).isTrue();
        assertThat(robot.lookup("#addCancel").queryButton().getText()).isEqualTo("Close");
        robot.clickOn("#addProceed");
        window.settle(robot);
        robot.type(KeyCode.ENTER);

        assertThat(robot.lookup("#addDialog").tryQuery()).isEmpty();
    }

    @Test
    void cannotAddWhatItDoesNotUnderstand(FxRobot robot) {
        robot.clickOn("#addMigration").clickOn("#pasteField").write("what is this");

        assertThat(robot.lookup("#addProceed").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup("#readNote").<Label>query().getText()).contains("Not understood: line 1: what is this");
        assertThat(FieldMarks.marked(robot)).contains("pasteField");

        robot.type(KeyCode.ENTER).write(UuidText.of("db-1/m-1"));

        assertThat(FieldMarks.marked(robot)).isEmpty();
    }

    @Test
    void everythingWorksByKeyboard(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        robot.write(UuidText.of("db-1/m-1")).type(KeyCode.TAB);

        robot.type(KeyCode.TAB, 4).type(KeyCode.SPACE);

        assertThat(window.watch.added).hasSize(1);
    }

    @Test
    void makesAMigrationOnceUnderADoubleClick(FxRobot robot) {
        window.watch
                .answerInitialize(_ -> new InitializeOutcome.Initialized(TestOrganisation.migration("new").key(),
                        Fact.recorded("Its ID is kept.")));
        robot.clickOn("#initializeMigration");
        robot.interact(() -> robot.lookup("#initializeDatabase").<ComboBox<?>>query().getSelectionModel().select(1));

        robot.doubleClickOn("#initializeProceed");
        window.settle(robot);

        assertThat(window.watch.initialized).hasSize(1);
        assertThat(window.watch.initialized.getFirst().request().database()).isEqualTo(TestOrganisation.PROD_US.id());
        assertThat(robot.lookup("#initializeLine").<ProgressLine>query().sentence()).isEqualTo("Its ID is kept.");
    }

    @Test
    void makesNoMigrationWithoutADatabase(FxRobot robot) {
        robot.clickOn("#initializeMigration").clickOn("#initializeProceed");

        assertThat(window.watch.initialized).isEmpty();
        assertThat(robot.lookup("#initializeLine").<ProgressLine>query().sentence())
                .contains("Choose the target database");
        assertThat(FieldMarks.marked(robot)).contains("initializeDatabase");
        assertThat(robot.lookup("#initializeDatabase").<Node>query().isFocused()).isTrue();
    }

    @Test
    void marksTheFieldInWhichThereIsNoNumber(FxRobot robot) {
        robot.clickOn("#initializeMigration");
        robot.interact(() -> databases(robot).getSelectionModel().select(1));

        robot.clickOn("#initializeSubset").write("much").clickOn("#initializeProceed");

        assertThat(window.watch.initialized).isEmpty();
        assertThat(FieldMarks.marked(robot)).contains("initializeSubset");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "+0", "1e9", "100000", "99999999999999999999", "2.5", "four", "0x4", "4 jobs", "1/2"})
    void saysInTheDialogWhichNumbersOfJobsThereAre(String typed, FxRobot robot) {
        robot.clickOn("#initializeMigration");
        robot.interact(() -> databases(robot).getSelectionModel().select(1));

        robot.clickOn("#initializeConcurrency").write(typed).clickOn("#initializeProceed");

        assertThat(window.watch.initialized).isEmpty();
        assertThat(robot.lookup("#initializeLine").<ProgressLine>query().sentence())
                .isEqualTo("Concurrent jobs must be a whole number from 1 to 99,999, or empty.");
        assertThat(FieldMarks.marked(robot)).contains("initializeConcurrency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-6.5", "1e9", "1000000", "6,5,5", "much", "NaN", "Infinity", "6.5 GB", "."})
    void saysInTheDialogWhichSizesThereAre(String typed, FxRobot robot) {
        robot.clickOn("#initializeMigration");
        robot.interact(() -> databases(robot).getSelectionModel().select(1));

        robot.clickOn("#initializeSubset").write(typed).clickOn("#initializeProceed");

        assertThat(window.watch.initialized).isEmpty();
        assertThat(robot.lookup("#initializeLine").<ProgressLine>query().sentence())
                .isEqualTo("Subset size must be a number of GB above 0, at most 999,999, or empty.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"4 | 6,5 | 4 | 6.5", "+4 | 6.5 | 4 | 6.5", "1,200 | 1,000.25 | 1200 | 1000.25",
        "\u0664 | \u0666\u066b\u0665 | 4 | 6.5", "\uff14 | .5 | 4 | 0.5", "99999 | 999999 | 99999 | 999999"})
    void sendsTheNumbersThatWereTyped(String jobs, String size, int sentJobs, double sentSize, FxRobot robot) {
        robot.clickOn("#initializeMigration");
        robot.interact(() -> {
            databases(robot).getSelectionModel().select(1);
            robot.lookup("#initializeConcurrency").<TextField>query().setText(jobs);
            robot.lookup("#initializeSubset").<TextField>query().setText(size);
        });

        robot.clickOn("#initializeProceed");

        var request = window.watch.initialized.getFirst().request();
        assertThat(request.concurrency()).hasValue(sentJobs);
        assertThat(request.targetSubsetSizeGb()).hasValue(sentSize);
    }

    @Test
    void findsADatabaseByAFewLetters(FxRobot robot) {
        robot.clickOn("#initializeMigration").clickOn("#initializeDatabase").write("prod-us");

        robot.type(KeyCode.ENTER);

        assertThat(databases(robot).getValue().id()).isEqualTo(TestOrganisation.PROD_US.id());
        assertThat(databases(robot).isFocused()).isTrue();
    }

    @Test
    void asksOnceAboutADatabaseThatIsChosenByKey(FxRobot robot) {
        var asked = new ArrayList<DatabaseId>();
        window.watch.answerAskAbout(database -> {
            asked.add(database);
            return new CompletableFuture<>();
        });
        robot.clickOn("#initializeMigration").clickOn("#initializeDatabase").write("prod-us");

        robot.type(KeyCode.DOWN, KeyCode.ENTER);

        assertThat(asked).containsExactly(TestOrganisation.PROD_US.id());
    }

    @Test
    void aDatabaseThatWasRequestedIsAsEasyToReadAsItsConnection(FxRobot robot) {
        robot.clickOn("#initializeMigration").clickOn("#initializeDatabase").write("prod-us");
        robot.type(KeyCode.DOWN, KeyCode.ENTER).clickOn("#initializeProceed");
        window.settle(robot);

        assertThat(databases(robot).isDisabled()).isTrue();
        var opacity = databases(robot).lookupAll(".combo-box-base").stream().mapToDouble(Node::getOpacity)
                .reduce(1, (one, other) -> one * other);
        assertThat(opacity).isEqualTo(robot.lookup("#initializeThrough").query().getOpacity()).isLessThan(1);
    }

    @Test
    void escapeClosesTheListOfDatabasesAndLeavesTheDialog(FxRobot robot) {
        robot.clickOn("#initializeMigration").clickOn("#initializeDatabase").write("prod-us");

        robot.type(KeyCode.ESCAPE);

        assertThat(databases(robot).isShowing()).isFalse();
        assertThat(databases(robot).getValue()).isNull();
        assertThat(robot.lookup("#initializeDialog").tryQuery()).isPresent();
    }

    private static ComboBox<Database> databases(FxRobot robot) {
        return robot.lookup("#initializeDatabase").query();
    }
}
