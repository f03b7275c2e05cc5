package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.JournalTrial;
import dev.longshore.journal.JournalTrial.DatabaseRole;
import dev.longshore.model.Remark;
import dev.longshore.model.Remark.RemarkKind;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LifecycleFact;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** What a team sees of each other, and the way to its journal. */
@ExtendWith(FxExtension.class)
class TeamJourneyTest {
    private static final String ADDRESS = "jdbc:postgresql://db.example.com/longshore?user=anna";

    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));

    private WatchedMigration orders() {
        return window.watch.snapshot().migrations().stream().filter(each -> each.name().equals("orders")).findFirst()
                .orElseThrow();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private static void type(FxRobot robot, String query, String text) {
        robot.interact(() -> robot.lookup(query).<TextInputControl>query().setText(text));
    }

    private static void press(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).<Button>query().fire());
    }

    private static boolean isShown(FxRobot robot, String query) {
        return robot.lookup(query).<Node>query().isVisible();
    }

    private static String news(FxRobot robot) {
        return robot.lookup("#journalNews").lookup(".label").<Label>query().getText();
    }

    @Test
    void theJournalOfATeamIsTriedBroughtInAndUsedAndLeftAgain(FxRobot robot) {
        robot.clickOn("#navSettings");
        assertThat(text(robot, "#journalPlace")).contains("journal.db");
        assertThat(robot.lookup("#journalTry").query().isDisabled()).isTrue();

        type(robot, "#journalAddress", "jdbc:postgresql://anna:secret@db.example.com/longshore");
        press(robot, "#journalTry");
        assertThat(news(robot)).startsWith("Leave the login out").doesNotContain("secret");
        assertThat(isShown(robot, "#journalUse")).isFalse();

        type(robot, "#journalAddress", ADDRESS);
        press(robot, "#journalTry");
        assertThat(news(robot)).isEqualTo("The database answers, encrypted (TLSv1.3). It holds a journal (schema 14)"
                + " with 12 migrations; anna may read and write.");
        assertThat(isShown(robot, "#journalCreate")).isFalse();

        press(robot, "#journalBringIn");
        assertThat(news(robot)).contains("12 migrations", "3,402 observations", "57 actions");
        press(robot, "#journalUse");
        assertThat(text(robot, "#journalPlace")).contains("From the next start on: " + ADDRESS);
        press(robot, "#journalGoBack");
        assertThat(text(robot, "#journalPlace")).doesNotContain("next start");
        assertThat(window.journals.done).extracting(each -> each.split(" postgresql", 2)[0])
                .containsExactly("try", "bring in", "use", "go back");
    }

    @Test
    void whatWasFoundAtAnotherAddressOffersNothingForThisOne(FxRobot robot) {
        robot.clickOn("#navSettings");
        var pending = new CompletableFuture<JournalTrial>();
        window.journals.pendingTrial = Optional.of(pending);
        type(robot, "#journalAddress", ADDRESS);
        press(robot, "#journalTry");
        assertThat(robot.lookup("#journalAddress").<TextInputControl>query().isEditable()).isFalse();

        type(robot, "#journalAddress", "jdbc:postgresql://other.example.com/longshore");
        robot.interact(() -> pending.complete(window.journals.found));

        assertThat(isShown(robot, "#journalUse")).isFalse();
        assertThat(isShown(robot, "#journalBringIn")).isFalse();
    }

    @Test
    void tablesAreMadeOnlyAfterAQuestionAndOnlyByWhoMay(FxRobot robot) {
        robot.clickOn("#navSettings");
        window.journals.found = new JournalTrial(Optional.empty(), "rita", 0, 14, DatabaseRole.NONE, 0);
        type(robot, "#journalAddress", ADDRESS);
        press(robot, "#journalTry");
        assertThat(news(robot)).contains("rita may not create tables there");
        assertThat(isShown(robot, "#journalCreate")).isFalse();

        window.journals.found = new JournalTrial(Optional.empty(), "anna", 0, 14, DatabaseRole.OWNER, 0);
        press(robot, "#journalTry");
        press(robot, "#journalCreate");
        assertThat(window.journals.done).hasSize(2);
        robot.clickOn("#confirmProceed");

        assertThat(window.journals.done).last().asString().startsWith("create");
        assertThat(isShown(robot, "#journalBringIn")).isTrue();
    }

    @Test
    void aColleaguesClaimAndNotesAreSeenAndOwnOnesAreMade(FxRobot robot) {
        var orders = orders();
        var at = TestOrganisation.NOW.minus(Duration.ofHours(1));
        window.publish(robot, TestOrganisation.with(window.watch.snapshot(), List.of(TestOrganisation.remarked(orders,
                new Remark("r1", orders.key(), null, RemarkKind.CLAIM, "Ines", at, ""),
                new Remark("r2", orders.key(), null, RemarkKind.NOTE, "Ines", at, "waits for the schema")))));
        robot.clickOn("orders");
        robot.interact(() -> robot.lookup("#detailTabs").<TabPane>query().getSelectionModel().select(5));

        assertThat(text(robot, "#detailFacts")).contains("Ines looks after this");
        assertThat(text(robot, "#migrationClaim")).startsWith("Ines looks after this migration since");
        assertThat(robot.lookup("#migrationNotes").<Pane>query().getChildren()).singleElement()
                .satisfies(note -> assertThat(((Label) note).getText()).endsWith("waits for the schema"));

        press(robot, "#claimMigration");
        type(robot, "#noteText", "the schema is there");
        press(robot, "#addNote");
        var id = orders.key().ref().migration();
        assertThat(window.watch.said).containsExactly("claim " + id, "note " + id + " the schema is there");
        assertThat(robot.lookup("#noteText").<TextInputControl>query().getText()).isEmpty();
    }

    @Test
    void anAnswerAboutOneMigrationLeavesANoteForAnotherAlone(FxRobot robot) {
        robot.clickOn("orders");
        robot.interact(() -> robot.lookup("#detailTabs").<TabPane>query().getSelectionModel().select(5));
        window.watch.noteAnswer = new CompletableFuture<>();
        type(robot, "#noteText", "the schema is there");
        press(robot, "#addNote");

        robot.clickOn("inventory");
        type(robot, "#noteText", "not before Monday");
        robot.interact(() -> window.watch.noteAnswer.complete(Optional.empty()));

        assertThat(robot.lookup("#noteText").<TextInputControl>query().getText()).isEqualTo("not before Monday");
    }

    @Test
    void aReaderReadsAtTheButtonsWhyThereIsNoAction(FxRobot robot) {
        var orders = orders();
        window.publish(robot, TestOrganisation.with(window.watch.snapshot(), List.of(TestOrganisation.obstructed(orders,
                Fact.of(LifecycleFact.JOURNAL_FOR_READING)))));
        robot.clickOn("orders");

        for (var each : List.of("#pauseAction", "#abortAction", "#cleanUpAction", "#scheduleCleanupAction")) {
            var button = robot.lookup(each).<Button>query();
            assertThat(button.isDisabled()).isTrue();
            assertThat(Optional.ofNullable(button.getAccessibleHelp()).orElse("")
                    + Optional.ofNullable(button.getParent()).map(TeamJourneyTest::tip).orElse(""))
                    .contains("may only read the team");
        }
    }

    @Test
    void aReaderReadsWhyNothingIsPutOnTheListClaimedOrNoted(FxRobot robot) {
        window.watch.journalRefusal = Optional.of(Fact.of(LifecycleFact.JOURNAL_FOR_READING));
        window.publish(robot, TestOrganisation.with(window.watch.snapshot(), List.of(orders())));
        robot.clickOn("orders");
        robot.interact(() -> robot.lookup("#detailTabs").<TabPane>query().getSelectionModel().select(5));
        window.pass(robot, 1);

        for (var each : List.of("#addMigration", "#claimMigration", "#addNote")) {
            var button = robot.lookup(each).<Button>query();
            assertThat(button.isDisabled()).as(each).isTrue();
            assertThat(tip(button.getParent())).as(each).startsWith("This user of the database may only read the team");
        }
        assertThat(robot.lookup("#noteText").query().isDisabled()).isTrue();
    }

    @Test
    void aReaderWhoOpensTheDialogByKeyReadsWhyNothingCanBeAdded(FxRobot robot) {
        window.watch.journalRefusal = Optional.of(Fact.of(LifecycleFact.JOURNAL_FOR_READING));
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);

        type(robot, "#pasteField", "6c5b2a4e-0000-4000-8000-000000000001 6c5b2a4e-0000-4000-8000-000000000002");

        assertThat(text(robot, "#readNote")).startsWith("This user of the database may only read the team");
        assertThat(robot.lookup("#addProceed").query().isDisabled()).isTrue();
    }

    private static String tip(Node node) {
        return node.getProperties().values().stream().filter(Tooltip.class::isInstance)
                .map(each -> ((Tooltip) each).getText()).findFirst().orElse("");
    }

    @Test
    void theSheetForTheNextShiftNamesWhatIsClaimedAndNoted(FxRobot robot) {
        var orders = orders();
        var at = TestOrganisation.NOW.minus(Duration.ofHours(1));
        window.publish(robot, TestOrganisation.with(window.watch.snapshot(), List.of(TestOrganisation.remarked(orders,
                new Remark("r1", orders.key(), null, RemarkKind.CLAIM, "Ines", at, ""),
                new Remark("r2", orders.key(), null, RemarkKind.NOTE, "Ines", at, "waits for *the* schema")))));
        robot.clickOn("#navActivity");
        robot.clickOn("#handOver");

        assertThat(robot.lookup("#handOverText").<TextInputControl>query().getText())
                .startsWith("# Hand-over, ")
                .contains("## Who looks after what", "**orders**: Ines since", "waits for \\*the\\* schema",
                        "## All migrations");
    }
}
