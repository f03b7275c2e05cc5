package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Database;
import dev.longshore.model.KeptFileList;
import dev.longshore.model.KeptFileList.FileListSide;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.launch.Preflight.ServiceAnswer;
import dev.longshore.model.launch.Preflight.ServiceAnswers;
import dev.longshore.support.FakeWatch.RequestedCommand;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** What is known before a launch is filled in, and the rest is asked. */
@ExtendWith(FxExtension.class)
class LaunchChecklistJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.of(
            TestOrganisation.migration("customers").status("ReceivingFiles", Duration.ofHours(30)).build()));

    private void openLaunch(FxRobot robot) {
        robot.clickOn("customers").clickOn("#launchAction");
        window.settle(robot);
    }

    private static void tickAll(FxRobot robot) {
        robot.lookup("#checklistBox .check-box").<CheckBox>queryAll().stream().filter(each -> !each.isSelected())
                .forEach(robot::clickOn);
    }

    private static List<String> asked(FxRobot robot) {
        return robot.lookup("#checklistBox .check-box").<CheckBox>queryAll().stream().map(Labeled::getText).toList();
    }

    private static boolean canProceed(FxRobot robot) {
        return !robot.lookup("#confirmProceed").queryButton().isDisabled();
    }

    private static String said(FxRobot robot, String id) {
        return robot.lookup(id).lookup((Node each) -> each instanceof Labeled labeled && !labeled.getText().isEmpty())
                .queryLabeled().getText();
    }

    private void answer(ServiceAnswer<Database> database, ServiceAnswer<String> pcuStatus) {
        window.watch.answerAskAbout(
                _ -> CompletableFuture.completedFuture(new ServiceAnswers(database, pcuStatus)));
    }

    @Test
    void eachCheckOfThePreflightSaysWhatCameOfIt(FxRobot robot) {
        answer(new ServiceAnswer.Answered<>(TestOrganisation.ANALYTICS),
                new ServiceAnswer.NotAllowed<>(Fact.recorded("The role may not see that.")));
        openLaunch(robot);

        assertThat(said(robot, "#preflightDATABASE")).isEqualTo("The database is ACTIVE.");
        assertThat(said(robot, "#preflightPCU_GROUP")).isEqualTo("Not known: The role may not see that.");
        assertThat(robot.lookup("#preflightDATABASE").query().getAccessibleText())
                .isEqualTo("Passed: The database is ACTIVE.");
    }

    @Test
    void aCheckThatFailedIsLaunchedOverOnlyByATickOfItsOwn(FxRobot robot) {
        answer(new ServiceAnswer.Answered<>(TestOrganisation.ANALYTICS), new ServiceAnswer.Answered<>("PARKED"));
        openLaunch(robot);

        assertThat(said(robot, "#preflightPCU_GROUP")).contains("PARKED").contains("Unpark");
        assertThat(asked(robot)).contains("Launch although one check has failed.");
        tickAll(robot);
        assertThat(canProceed(robot)).isTrue();

        answer(new ServiceAnswer.Answered<>(TestOrganisation.ANALYTICS), new ServiceAnswer.Answered<>("ACTIVE"));
        robot.clickOn("#preflightAgain");
        window.settle(robot);
        assertThat(asked(robot)).noneMatch(each -> each.contains("failed"));
    }

    /** As an earlier start has kept them. */
    private void keepLists(String... found) {
        var key = window.watch.snapshot().migrations().getFirst().key();
        window.watch.fileLists.add(new KeptFileList(key, FileListSide.EXPECTED, "n1", TestOrganisation.NOW,
                String.join("\n", file("Data"), file("Index"))));
        if (found.length > 0) {
            window.watch.fileLists.add(new KeptFileList(key, FileListSide.FOUND, "n1", TestOrganisation.NOW,
                    String.join("\n", found)));
        }
    }

    private static String file(String component) {
        return "100\t0\tFILE\tsales.orders\tsales/orders-1/snapshots/s/nb-1-big-" + component + ".db";
    }

    @Test
    void aCompleteLedgerNeedsNoTick(FxRobot robot) {
        keepLists(file("Data"), file("Index"));
        openLaunch(robot);

        assertThat(said(robot, "#checkUPLOADS")).isEqualTo("The ledger shows every file: 1 table of 1 node.");
        assertThat(asked(robot)).noneMatch(each -> each.startsWith("All nodes"));
        tickAll(robot);
        robot.clickOn("#confirmProceed");
        assertThat(window.watch.requested).extracting(RequestedCommand::reason).containsExactly("");
    }

    @Test
    void anOpenLedgerIsLaunchedOverOnlyForAReasonThatIsKept(FxRobot robot) {
        keepLists();
        openLaunch(robot);
        tickAll(robot);

        assertThat(said(robot, "#checkUPLOADS")).startsWith("The ledger is open: 1 ×");
        assertThat(canProceed(robot)).isFalse();

        robot.clickOn("#ledgerReason").write("The table is empty since Monday");
        robot.clickOn("#confirmProceed");
        assertThat(window.watch.requested).extracting(RequestedCommand::reason)
                .containsExactly("The table is empty since Monday");
    }

    @Test
    void theReasonFieldIsThereOnlyWhereTheLedgerIsOpen(FxRobot robot) {
        openLaunch(robot);
        assertThat(asked(robot)).anyMatch(each -> each.startsWith("All nodes have finished uploading"));
        assertThat(robot.lookup("#ledgerReason").<TextField>query().isVisible()).isFalse();
    }

    @Test
    void theKeyspacesOfTheLedgerAreComparedWithThoseOfTheDatabase(FxRobot robot) {
        keepLists(file("Data"), file("Index"));
        var known = TestOrganisation.ANALYTICS;
        answer(new ServiceAnswer.Answered<>(new Database(known.id(), known.name(), "ks", known.cloud(), known.region(),
                "ACTIVE", known.datacenters(), List.of("ks"))), new ServiceAnswer.Answered<>("ACTIVE"));
        openLaunch(robot);

        assertThat(said(robot, "#preflightKEYSPACES")).startsWith("Not in the database: sales.");
    }

    @Test
    void aNewMigrationIsCheckedForTheDatabaseThatIsChosen(FxRobot robot) {
        answer(new ServiceAnswer.Answered<>(TestOrganisation.ANALYTICS),
                new ServiceAnswer.NothingThere<>(Fact.recorded("None.")));
        robot.clickOn("#initializeMigration");
        window.settle(robot);
        assertThat(robot.lookup("#preflight").query().isVisible()).isFalse();

        robot.interact(() -> robot.lookup("#initializeDatabase").<ComboBox<?>>query().getSelectionModel().select(1));
        window.settle(robot);

        assertThat(said(robot, "#preflightPCU_GROUP")).startsWith("The database is in no PCU group.");
    }
}
