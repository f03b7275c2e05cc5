package dev.longshore.ui.shell;

import dev.longshore.ui.fx.FxThread;
import dev.longshore.ui.fx.LatestValueForwarder;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.Watch;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** The plain way to show a snapshot: every row is made anew and all rows of the table are replaced. */
final class PlainTable {
    private static final List<Function<WatchedMigration, Object>> COLUMNS = List.of(
            WatchedMigration::name, WatchedMigration::database, WatchedMigration::lastKnown,
            WatchedMigration::forecast, WatchedMigration::deadlines, WatchedMigration::poll, WatchedMigration::key,
            WatchedMigration::cleanup, WatchedMigration::connection, WatchedMigration::situation);

    private PlainTable() {}

    /** Shows it until it is closed. FX thread. */
    static Watch.WatchSubscription show(Stage stage, Watch watch) {
        var table = new TableView<List<String>>();
        IntStream.range(0, COLUMNS.size()).mapToObj(PlainTable::column).forEach(table.getColumns()::add);
        stage.setScene(new Scene(table, 960, 720));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        return watch.subscribe(
                new LatestValueForwarder<>(new FxThread(), snapshot -> table.getItems().setAll(rows(snapshot))));
    }

    private static TableColumn<List<String>, String> column(int nth) {
        var column = new TableColumn<List<String>, String>("Column " + nth);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(nth)));
        return column;
    }

    private static List<List<String>> rows(Snapshot snapshot) {
        return snapshot.migrations().stream().map(PlainTable::row).toList();
    }

    private static List<String> row(WatchedMigration migration) {
        return COLUMNS.stream().map(column -> String.valueOf(column.apply(migration))).toList();
    }
}
