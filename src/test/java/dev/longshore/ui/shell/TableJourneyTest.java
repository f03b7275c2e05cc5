package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.support.FakeWatch.RequestedCommand;
import dev.longshore.support.FxExtension;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.migrations.MigrationRow;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class TableJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));

    @Test
    void keepsTheSelectionWhenRowsAreRefreshed(FxRobot robot) {
        robot.clickOn("inventory");

        window.publish(robot, changed());

        assertThat(names(table(robot).getSelectionModel().getSelectedItems())).containsExactly("inventory");
    }

    @Test
    void keepsTheSelectionWhenSortedRowsChangePlaces(FxRobot robot) {
        sortBy(robot, "colSince", SortType.ASCENDING);
        select(robot, "returns", "inventory");

        window.publish(robot, changed());

        assertThat(names(table(robot).getSelectionModel().getSelectedItems())).containsExactlyInAnyOrder("returns",
                "inventory");
    }

    @Test
    void theDividerIsKeptOnceItIsDragged(FxRobot robot) {
        var split = robot.lookup("#split").<SplitPane>query();
        var placed = split.getDividerPositions()[0];
        assertThat(window.saved).doesNotContainKey("table.divider");

        robot.drag("#split > .split-pane-divider", MouseButton.PRIMARY).dropBy(0, -30);
        var dragged = split.getDividerPositions()[0];
        assertThat(dragged).isLessThan(placed);
        assertThat(Double.parseDouble(window.saved.get("table.divider"))).isEqualTo(dragged);
    }

    @Test
    void selectsNoNeighbourOfARowThatGoesAway(FxRobot robot) {
        robot.clickOn("inventory");

        robot.interact(() -> window.watch.publish(TestOrganisation.with(
                window.watch.snapshot(),
                window.watch.snapshot().migrations().stream().filter(each -> !each.name().equals("inventory"))
                        .toList())));
        window.settle(robot);

        assertThat(table(robot).getSelectionModel().getSelectedItems()).isEmpty();
        assertThat(robot.lookup("#pauseAction").queryButton().isDisabled()).isTrue();
    }

    @Test
    void selectsNoNeighbourOfARowThatIsFilteredAway(FxRobot robot) {
        robot.clickOn("inventory");

        robot.clickOn("#quickFilter").write("orders");

        assertThat(table(robot).getSelectionModel().getSelectedItems()).isEmpty();
    }

    @Test
    void keepsTheOrderWhenRowsAreRefreshed(FxRobot robot) {
        sortBy(robot, "colName", SortType.ASCENDING);

        window.publish(robot, changed());

        assertThat(names(table(robot).getItems())).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void keepsTheRowsThatAreInSight(FxRobot robot) {
        robot.interact(() -> table(robot).scrollTo(11));
        window.settle(robot);
        assertThat(inRows(robot, "ledger-2019")).isTrue();

        window.publish(robot, changed());

        assertThat(inRows(robot, "ledger-2019")).isTrue();
        assertThat(inRows(robot, "billing")).isFalse();
    }

    @Test
    void filtersByAnyColumn(FxRobot robot) {
        robot.clickOn("#quickFilter").write("google import");

        assertThat(names(table(robot).getItems())).containsExactly("clickstream");
    }

    @Test
    void theClearButtonEmptiesTheFilterAndSoDoesEscape(FxRobot robot) {
        robot.clickOn("#quickFilter").write("orders");
        assertThat(names(table(robot).getItems())).containsExactly("orders");

        robot.clickOn(".clear-button");
        assertThat(table(robot).getItems()).hasSize(12);
        robot.write("billing").type(KeyCode.ESCAPE);

        assertThat(table(robot).getItems()).hasSize(12);
        assertThat(robot.lookup("#quickFilter").<Node>query().isFocused()).isTrue();
    }

    @Test
    void filtersByStatusWithTheMouse(FxRobot robot) {
        robot.clickOn("#statusFilter").clickOn(checkBox("Failed")).clickOn(checkBox("Paused"));

        assertThat(names(table(robot).getItems())).containsExactly("billing", "clickstream");
        assertThat(robot.lookup("#statusFilter").<Node>query().getAccessibleText()).isEqualTo("Status (2)");
    }

    @Test
    void filtersByStatusWithTheKeyboard(FxRobot robot) {
        robot.clickOn("#modeAll").type(KeyCode.TAB);
        assertThat(robot.lookup("#statusFilter").<Node>query().isFocused()).isTrue();

        robot.type(KeyCode.SPACE).type(KeyCode.DOWN, 7).type(KeyCode.SPACE).type(KeyCode.ESCAPE);

        assertThat(names(table(robot).getItems())).containsExactly("clickstream");
    }

    @Test
    void filtersByTagAndForgetsATagThatIsGone(FxRobot robot) {
        assertThat(robot.lookup("#tagFilter").<Node>query().isVisible()).isFalse();
        publishTags(robot, List.of("tier 1", "eu"));

        robot.clickOn("#tagFilter").clickOn(checkBox("tier 1")).type(KeyCode.ESCAPE);
        assertThat(names(table(robot).getItems())).containsExactly("inventory");
        publishTags(robot, List.of("eu"));

        assertThat(table(robot).getItems()).hasSize(12);
    }

    @Test
    void whatIsChosenCanBeClearedWhereNothingIsLeft(FxRobot robot) {
        robot.clickOn("#statusFilter").clickOn(checkBox("Failed")).type(KeyCode.ESCAPE);
        robot.clickOn("#quickFilter").write("orders");
        assertThat(table(robot).getItems()).isEmpty();

        robot.clickOn("Clear the filter");

        assertThat(table(robot).getItems()).hasSize(12);
    }

    @Test
    void theCauseOfACleanupIsExplainedWhereItStands(FxRobot robot) {
        robot.clickOn("scheduled");

        assertThat(robot.lookup("#explanation").<Labeled>query().getText()).startsWith("Scheduled");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#explanation").tryQuery()).isEmpty();
    }

    @Test
    void theMenuOfARowExplainsTheCauseToo(FxRobot robot) {
        robot.rightClickOn("inventory").clickOn("#explainCause");

        assertThat(robot.lookup("#explanation").tryQuery()).isPresent();
    }

    private static Node checkBox(String text) {
        return new FxRobot().lookup(".check-box-list-cell").match(Node::isVisible).match(
                node -> node instanceof Labeled labeled && text.equals(labeled.getText())).query();
    }

    private void publishTags(FxRobot robot, List<String> tags) {
        var now = window.watch.snapshot();
        window.publish(robot, TestOrganisation.with(now, now.migrations().stream()
                .map(each -> each.name().equals("inventory") ? TestOrganisation.tagged(each, tags) : each).toList()));
    }

    @Test
    void controlFGoesToTheFilterOfTheTableWhereThereIsNothingToFilter(FxRobot robot) {
        robot.clickOn("#navSettings");

        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL).write("ledger-2019");

        assertThat(names(table(robot).getItems())).containsExactly("ledger-2019");
    }

    @Test
    void theWindowOpensOnWhatIsLostFirst(FxRobot robot) {
        assertThat(names(table(robot).getItems())).startsWith("inventory", "billing").endsWith("ledger-2018");
        assertThat(names(table(robot).getSelectionModel().getSelectedItems())).containsExactly("inventory");
        assertThat(text(robot, "#stripNextLoss")).isEqualTo("next loss: inventory in 9 h");
    }

    @Test
    void eachPartOfTheStripIsAFilterByClickAndByKey(FxRobot robot) {
        robot.clickOn("#stripAtRisk");
        assertThat(names(table(robot).getItems())).containsExactly("inventory", "billing");

        robot.clickOn("#stripAtRisk");
        assertThat(table(robot).getItems()).hasSize(12);

        robot.interact(() -> robot.lookup("#stripNotAnswering").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(names(table(robot).getItems())).containsExactly("ledger-2020");
        robot.type(KeyCode.SPACE);
        assertThat(table(robot).getItems()).hasSize(12);
        robot.type(KeyCode.SPACE);
        assertThat(table(robot).getItems()).hasSize(1);
        robot.type(KeyCode.SPACE);
        assertThat(table(robot).getItems()).hasSize(12);
        robot.clickOn("#stripNextLoss");
        assertThat(names(table(robot).getSelectionModel().getSelectedItems())).containsExactly("inventory");
    }

    @Test
    void oneNumberStandsInStripBellRailAndTitle(FxRobot robot) {
        assertThat(text(robot, "#stripAtRisk")).isEqualTo("2 at risk");
        assertThat(text(robot, "#stripDecisions")).isEqualTo("2 need a decision");
        assertThat(text(robot, "#alertsButton")).isEqualTo("4");
        assertThat(text(robot, "#railAttention")).isEqualTo("4");
        assertThat(text(robot, "#modeNeedsMe")).isEqualTo("Needs attention (4)");
    }

    @Test
    void aWordThatIsNotUnderstoodIsSaidAndHidesNothing(FxRobot robot) {
        robot.clickOn("#quickFilter").write("statsu:paused ");

        assertThat(table(robot).getItems()).hasSize(12);
        assertThat(text(robot, "#filterNote")).isEqualTo("Not understood: statsu:paused");
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Labeled>query().getText();
    }

    @Test
    void needsMeShowsOnlyThoseThatDo(FxRobot robot) {
        robot.clickOn("#modeNeedsMe");

        assertThat(names(table(robot).getItems())).contains("clickstream", "billing")
                .doesNotContain("returns", "ledger-2018", "ledger-2020");
    }

    @Test
    void byDatabaseKeepsThoseOfADatabaseTogether(FxRobot robot) {
        robot.clickOn("#modeByDatabase");
        sortBy(robot, "colName", SortType.ASCENDING);

        var databases = table(robot).getItems().stream().filter(row -> !row.isHead())
                .map(row -> row.migration().key().ref().database()).toList();
        assertThat(databases).isSorted();
    }

    @Test
    void theHeadOfADatabaseSaysWhenItIsDoneAndHidesItsRows(FxRobot robot) {
        robot.clickOn("#modeByDatabase");
        window.settle(robot);
        var shown = table(robot).getItems().size();
        var head = topmostHead(robot);
        var row = head.getParent().getParent();
        assertThat(row.getAccessibleText()).startsWith(head.getText()).contains("Expected end unknown");

        robot.clickOn(head);
        assertThat(table(robot).getItems()).hasSizeLessThan(shown);
        assertThat(window.saved.get("table.collapsed")).isNotEmpty();
        robot.type(KeyCode.HOME, KeyCode.RIGHT);

        assertThat(table(robot).getItems()).hasSize(shown);
        assertThat(window.saved.get("table.collapsed")).isEmpty();
    }

    private static Labeled topmostHead(FxRobot robot) {
        return robot.lookup(".group-title").match(Node::isVisible).<Labeled>queryAll().stream()
                .min(Comparator.comparingDouble(each -> each.localToScene(0, 0).getY())).orElseThrow();
    }

    @Test
    void aMigrationThatIsOpenedIsShownThoughItsGroupIsCollapsed(FxRobot robot) {
        robot.clickOn("#modeByDatabase");
        window.settle(robot);
        robot.interact(() -> table(robot).scrollTo(table(robot).getItems().size() - 1));
        robot.clickOn(robot.lookup(".group-title").match((Labeled each) -> each.getText().startsWith("prod-us"))
                .queryLabeled());
        assertThat(table(robot).getItems().filtered(each -> !each.isHead()))
                .extracting(each -> each.migration().name()).doesNotContain("inventory");

        robot.clickOn("#stripNextLoss");

        assertThat(names(table(robot).getSelectionModel().getSelectedItems())).containsExactly("inventory");
    }

    @Test
    void aViewKeepsFilterSortingAndGroupingUnderAName(FxRobot robot) {
        robot.clickOn("#modeByDatabase").clickOn("#quickFilter").write("import");
        sortBy(robot, "colName", SortType.DESCENDING);
        robot.clickOn("#viewMenu").clickOn("#saveView");
        robot.write("prod imports").type(KeyCode.ENTER);
        var shown = names(table(robot).getItems());
        robot.clickOn("#modeAll").interact(() -> robot.lookup("#quickFilter").queryTextInputControl().clear());
        assertThat(table(robot).getItems()).hasSize(12);

        robot.clickOn("#viewMenu").clickOn("prod imports");
        window.settle(robot);

        assertThat(names(table(robot).getItems())).isEqualTo(shown);
        assertThat(text(robot, "#viewMenu")).isEqualTo("prod imports");
        assertThat(window.saved.get("table.views")).startsWith("prod+imports&import&").contains("BY_DATABASE");
    }

    @Test
    void aViewIsRenamedFoundInThePaletteAndDeletedWithAWayBack(FxRobot robot) {
        robot.clickOn("#modeNeedsMe").clickOn("#viewMenu").clickOn("#saveView");
        robot.write("mine").type(KeyCode.ENTER);
        robot.clickOn("#viewMenu").clickOn("#renameView");
        robot.write("mines").type(KeyCode.ENTER);
        robot.clickOn("#modeAll").press(KeyCode.CONTROL).type(KeyCode.P).release(KeyCode.CONTROL);

        robot.write("view mine").type(KeyCode.ENTER);
        window.settle(robot);

        assertThat(text(robot, "#viewMenu")).isEqualTo("mines");
        assertThat(robot.lookup("#modeNeedsMe").<ToggleButton>query().isSelected()).isTrue();
        robot.clickOn("#viewMenu").clickOn("#deleteView");
        assertThat(window.saved.get("table.views")).isEmpty();
        robot.clickOn("#noticeUndo");
        assertThat(window.saved.get("table.views")).startsWith("mines&");
    }

    @Test
    void pausesEveryOneThatIsSelected(FxRobot robot) {
        select(robot, "orders", "inventory");

        robot.clickOn("#pauseAction");

        assertThat(window.watch.requested).extracting(RequestedCommand::action).containsExactly(Action.PAUSE,
                Action.PAUSE);
        assertThat(window.watch.requested).extracting(RequestedCommand::key).doesNotHaveDuplicates();
    }

    @Test
    void offersNoActionThatOneOfTheSelectedForbids(FxRobot robot) {
        select(robot, "orders", "billing");

        assertThat(robot.lookup("#pauseAction").queryButton().isDisabled()).isTrue();
    }

    @Test
    void removedMigrationComesBackByUndo(FxRobot robot) {
        robot.clickOn("orders").clickOn("#removeFromList");
        assertThat(window.watch.removed).hasSize(1);
        assertThat(window.watch.requested).isEmpty();

        robot.clickOn("#noticeUndo");

        assertThat(window.watch.added).extracting(each -> each.name()).containsExactly("orders");
    }

    @Test
    void copiesSelectedRowsAsMarkdown(FxRobot robot) {
        robot.clickOn("orders").clickOn("#copyRows").clickOn("As Markdown");

        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).startsWith("| name |")
                .contains("| orders | db-prod-eu | m-orders |").doesNotContain("billing"));
    }

    @Test
    void f2GivesAMigrationANameAndTagsThatTheFilterFinds(FxRobot robot) {
        robot.clickOn("inventory").type(KeyCode.F2);
        robot.interact(() -> {
            robot.lookup("#nameField").queryTextInputControl().setText("stock");
            robot.lookup("#tagsField").queryTextInputControl().setText("eu,tier 1");
        });
        robot.type(KeyCode.ENTER);
        window.settle(robot);

        robot.interact(() -> robot.lookup("#quickFilter").queryTextInputControl().setText("tier 1"));
        window.settle(robot);

        assertThat(names(table(robot).getItems())).containsExactly("stock");
        assertThat(table(robot).getItems().getFirst().migration().tags()).containsExactly("eu", "tier 1");
    }

    @Test
    void theMenuOfARowHoldsWhatCanBeDoneNow(FxRobot robot) {
        robot.rightClickOn("orders");

        assertThat(menu(robot)).contains("menuPAUSE", "menuABORT").doesNotContain("menuRESUME", "menuLAUNCH");
        robot.clickOn("#menuPAUSE");
        assertThat(window.watch.requested).extracting(RequestedCommand::action).containsExactly(Action.PAUSE);
    }

    private static List<String> menu(FxRobot robot) {
        return robot.lookup(".context-menu .menu-item").match(Node::isVisible).queryAll().stream()
                .map(Node::getId).toList();
    }

    @Test
    void f5AsksAboutEveryMigration(FxRobot robot) {
        robot.type(KeyCode.F5);

        assertThat(window.watch.polledAll).hasSize(1);
    }

    @Test
    void arrangementIsThereAtTheNextStart(FxRobot robot) {
        sortBy(robot, "colDeadline", SortType.DESCENDING);
        robot.interact(() -> table(robot).getColumns().forEach(column -> column.setVisible(true)));

        assertThat(window.saved.get("table.sort")).isEqualTo("colDeadline:DESCENDING");
        assertThat(window.saved.get("table.columns")).contains("colConnection:").doesNotContain("hidden");
    }

    private static TableView<MigrationRow> table(FxRobot robot) {
        return robot.lookup("#migrationTable").queryTableView();
    }

    /** As a click on the header does; the headless platform takes each click for a popup trigger. */
    private static void sortBy(FxRobot robot, String id, SortType type) {
        robot.interact(() -> {
            var column = table(robot).getColumns().stream().filter(each -> each.getId().equals(id)).findFirst()
                    .orElseThrow();
            column.setSortType(type);
            table(robot).getSortOrder().setAll(List.of(column));
        });
    }

    private static void select(FxRobot robot, String... wanted) {
        robot.interact(() -> {
            table(robot).getSelectionModel().clearSelection();
            table(robot).getItems().stream().filter(row -> List.of(wanted).contains(row.migration().name()))
                    .toList().forEach(table(robot).getSelectionModel()::select);
        });
    }

    private static boolean inRows(FxRobot robot, String name) {
        return robot.from(table(robot)).lookup(".first-line").queryAllAs(Labeled.class).stream()
                .filter(each -> each.getScene() != null && isVisible(each))
                .anyMatch(each -> each.getText().equals(name));
    }

    private static boolean isVisible(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private static List<String> names(List<MigrationRow> rows) {
        return rows.stream().map(row -> row.migration().name()).toList();
    }

    /** Another order, other ages, and one migration more. */
    private Snapshot changed() {
        var migrations = new ArrayList<WatchedMigration>(window.watch.snapshot().migrations());
        migrations.removeIf(each -> each.name().equals("inventory"));
        migrations.add(new MigrationBuilder(
                TestOrganisation.NOW, "inventory", TestOrganisation.PRODUCTION, TestOrganisation.PROD_US)
                .status("ImportInProgress", Duration.ofDays(20)).build());
        migrations.add(TestOrganisation.migration("another").status("ReceivingFiles", Duration.ofHours(1)).build());
        Collections.rotate(migrations, 3);
        return TestOrganisation.with(window.watch.snapshot(), migrations);
    }
}
