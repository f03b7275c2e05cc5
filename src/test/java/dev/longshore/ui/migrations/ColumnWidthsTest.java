package dev.longshore.ui.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.ui.context.Preferences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class ColumnWidthsTest {
    private static final int NARROW = 960;
    private static final int WIDE = 1600;

    private final Map<String, String> saved = new HashMap<>();
    private final TableColumn<MigrationRow, Object> name = column("name", 100, 300);
    private final TableColumn<MigrationRow, Object> status = column("status", 200, 400);
    private final TableColumn<MigrationRow, Object> due = column("due", 300, 500);
    private final ColumnWidths widths = new ColumnWidths(Set.of("name"));
    private final TableView<MigrationRow> table = new TableView<>();
    private final TableLayoutStore layout = new TableLayoutStore(table, widths, preferences());

    @BeforeEach
    void show(FxRobot robot) {
        robot.interact(() -> {
            // No insets, whichever theme another test has set.
            table.setStyle("-fx-padding: 0; -fx-border-width: 0; -fx-border-insets: 0");
            table.getColumns().setAll(List.of(name, status, due));
            table.setColumnResizePolicy(widths);
            layout.begin();
            new Scene(new Group(table)).getRoot().applyCss();
        });
    }

    @Test
    void whereThereIsLessThanAllNeedEachIsNarrowerByTheSameShareOfWhatItCanSpare(FxRobot robot) {
        resize(robot, NARROW);

        assertThat(widths()).containsExactly(220, 320, 420);
    }

    @Test
    void noColumnGetsMoreBeforeAllHaveWhatTheyNeed(FxRobot robot) {
        resize(robot, 1200);

        assertThat(widths()).containsExactly(300, 400, 500);
    }

    @Test
    void whatIsToSpareGoesToTextsOfAnyLength(FxRobot robot) {
        resize(robot, WIDE);

        assertThat(widths()).containsExactly(700, 400, 500);
    }

    @Test
    void aWindowThatHasGrownAndShrunkHasTheWidthsItHad(FxRobot robot) {
        resize(robot, NARROW);
        var before = widths();

        resize(robot, WIDE);
        resize(robot, NARROW);

        assertThat(widths()).isEqualTo(before);
    }

    @Test
    void whatIsDraggedStaysAsWideInEveryWindow(FxRobot robot) {
        resize(robot, WIDE);
        drag(robot, status, -150);
        assertThat(widths()).containsExactly(700, 250, 650);

        resize(robot, NARROW);
        assertThat(widths()).containsExactly(255, 250, 455);

        resize(robot, WIDE);
        assertThat(widths()).containsExactly(850, 250, 500);
    }

    @Test
    void whatIsDraggedGivesWayWhereTheOthersHaveNothingToSpare(FxRobot robot) {
        resize(robot, WIDE);
        drag(robot, name, 400);

        resize(robot, NARROW);

        assertThat(widths()).containsExactly(460, 200, 300);
    }

    @Test
    void aColumnIsDraggedNoFurtherThanItAndThoseAfterItAllow(FxRobot robot) {
        resize(robot, NARROW);
        drag(robot, status, 1000);
        assertThat(widths()).containsExactly(220, 440, 300);

        drag(robot, status, -1000);
        assertThat(widths()).containsExactly(220, 200, 540);
    }

    @Test
    void theLastHasNothingBesideItToGiveOrTake(FxRobot robot) {
        resize(robot, NARROW);
        var before = widths();

        drag(robot, due, 50);

        assertThat(widths()).isEqualTo(before);
        assertThat(widths.dragged()).isEmpty();
    }

    @Test
    void theTableIsFilledWhicheverColumnsAreHidden(FxRobot robot) {
        resize(robot, WIDE);

        robot.interact(() -> name.setVisible(false));
        assertThat(widths()).containsExactly(711, 889);

        robot.interact(() -> name.setVisible(true));
        assertThat(widths()).containsExactly(700, 400, 500);
    }

    @Test
    void theTableIsFilledWhereEveryColumnWasDragged(FxRobot robot) {
        resize(robot, NARROW);
        robot.interact(() -> List.of(name, status, due).forEach(each -> widths.dragged().put(each, 400.0)));

        resize(robot, WIDE);

        assertThat(widths()).containsExactly(533, 534, 533);
    }

    @Test
    void onlyWhatWasDraggedIsAsWideAtTheNextStart(FxRobot robot) {
        resize(robot, WIDE);
        drag(robot, status, -150);
        var kept = Objects.requireNonNull(saved.get("table.columns"));
        assertThat(kept).isEqualTo("name:300:shown,status:250:shown:dragged,due:500:shown");

        robot.interact(() -> layout.arrange("name:300:shown,status:400:shown,due:500:shown", ""));
        assertThat(widths()).containsExactly(700, 400, 500);

        robot.interact(() -> layout.arrange(kept, ""));
        assertThat(widths()).containsExactly(850, 250, 500);
    }

    @Test
    void widthsOfTheWindowThatAnEarlierVersionKeptAreNotThoseOfTheUser(FxRobot robot) {
        robot.interact(() -> layout.arrange("due:611:shown,name:590:hidden,status:399:shown", ""));

        resize(robot, 900);

        assertThat(table.getVisibleLeafColumns()).containsExactly(due, status);
        assertThat(widths()).containsExactly(500, 400);
    }

    private void resize(FxRobot robot, int width) {
        robot.interact(() -> {
            table.resize(width, 400);
            table.layout();
        });
    }

    private void drag(FxRobot robot, TableColumn<MigrationRow, Object> column, double delta) {
        robot.interact(() -> table.resizeColumn(column, delta));
    }

    private List<Integer> widths() {
        return table.getVisibleLeafColumns().stream().map(each -> (int) each.getWidth()).toList();
    }

    private static TableColumn<MigrationRow, Object> column(String id, double least, double preferred) {
        var column = new TableColumn<MigrationRow, Object>(id);
        column.setId(id);
        column.setMinWidth(least);
        column.setPrefWidth(preferred);
        return column;
    }

    private Preferences preferences() {
        return new Preferences() {
            @Override
            public Optional<String> find(String key) {
                return Optional.ofNullable(saved.get(key));
            }

            @Override
            public void save(String key, String value) {
                saved.put(key, value);
            }
        };
    }
}
