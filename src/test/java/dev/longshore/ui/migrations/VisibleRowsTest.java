package dev.longshore.ui.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class VisibleRowsTest {
    private final List<MigrationRow> rows = rows();
    private final VisibleRows visible = new VisibleRows();
    private final TableView<MigrationRow> table = new TableView<>(visible);

    private static List<MigrationRow> rows() {
        var migrations = IntStream.range(0, 6)
                .mapToObj(i -> TestOrganisation.migration("m" + i).status("Paused", Duration.ofHours(2)).build())
                .toList();
        var context = new TestWindow(TestOrganisation.of(migrations.toArray(WatchedMigration[]::new)))
                .context(new SameThreadUi());
        var facts = new RowFacts(context, new SnapshotFeed(context));
        return migrations.stream().map(each -> new MigrationRow(each, facts)).toList();
    }

    @BeforeEach
    void showThem(FxRobot robot) {
        robot.interact(() -> visible.replaceWith(rows));
    }

    private void show(FxRobot robot, int... places) {
        robot.interact(() -> visible.replaceWith(IntStream.of(places).mapToObj(rows::get).toList()));
    }

    /** JavaFX's selection forgets rows outside of those that have moved, and fails where the last selected is one. */
    @ParameterizedTest
    @CsvSource({"0, 2", "2, 0", "3, 5", "5, 3", "1, 4", "2, 3"})
    void keepsAllThatAreSelectedWhereverTheyAndOthersMove(int first, int second, FxRobot robot) {
        robot.interact(() -> {
            table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
            table.getSelectionModel().select(first);
            table.getSelectionModel().select(second);
        });

        show(robot, 0, 1, 3, 2, 4, 5);

        assertThat(table.getSelectionModel().getSelectedItems())
                .containsExactlyInAnyOrder(rows.get(first), rows.get(second));
        assertThat(table.getSelectionModel().getSelectedItem()).isSameAs(rows.get(second));
    }

    @Test
    void isUnchangedByTheSameOrder() {
        assertThat(visible.replaceWith(rows)).isFalse();
    }
}
