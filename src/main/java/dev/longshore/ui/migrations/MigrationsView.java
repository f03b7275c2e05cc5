package dev.longshore.ui.migrations;

import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.migrations.MigrationsViewModel.Mode;
import dev.longshore.ui.text.CommandText;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.watch.WatchedMigration;
import java.util.Map;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** The screen of migrations: the table, and below it whatever the shell puts there about what is selected. */
public final class MigrationsView {
    private final Ui ui;
    private final Feed feed;
    private final MigrationsViewModel model;
    private final Node below;
    @FXML private TableView<MigrationRow> migrationTable;
    @FXML private VBox detailSide;
    @FXML private Label filterNote;
    @FXML private ToggleButton modeNeedsMe;
    @FXML private ToggleButton modeAll;
    @FXML private ToggleButton modeByDatabase;

    /**
     * The screen for {@code model}.
     *
     * @param below is shown below the table
     */
    public MigrationsView(Ui ui, Feed feed, MigrationsViewModel model, Node below) {
        this.ui = ui;
        this.feed = feed;
        this.model = model;
        this.below = below;
    }

    @FXML
    void initialize() {
        wireTable();
        wireModes();
        detailSide.getChildren().setAll(below);
    }

    private void wireTable() {
        var text = new MigrationText(ui.texts(), ui.times());
        var columns = new Columns(
                feed.nowProperty(), text, new Facets(text, ui.times()), new CommandText(ui.texts()));
        migrationTable.getColumns().forEach(column -> columns.wire(typed(column)));
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(migrationTable.comparatorProperty());
        migrationTable.setItems(sorted);
        var selection = migrationTable.getSelectionModel();
        selection.setSelectionMode(SelectionMode.MULTIPLE);
        selection.getSelectedItems().subscribe(() -> model.select(selection.getSelectedItems()));
    }

    private void wireModes() {
        var modes = Map.of(
                modeNeedsMe, Mode.NEEDS_ME, modeAll, Mode.ALL, modeByDatabase, Mode.BY_DATABASE);
        modes.forEach((button, mode) -> button.setOnAction(_ -> {
            button.setSelected(true);
            model.modeProperty().set(mode);
        }));
        model.countsProperty().subscribe(this::showCounts);
    }

    private void showCounts(MigrationsViewModel.Counts counts) {
        modeNeedsMe.setText(ui.texts().get("migrations.mode.needsMe", counts.needMe()));
        modeAll.setText(ui.texts().get("migrations.mode.all", counts.all()));
        filterNote
                .setText(counts.shown() < counts.inMode() ? ui.texts().get("migrations.filtered", counts.shown()) : "");
    }

    @SuppressWarnings("unchecked")
    private static TableColumn<MigrationRow, WatchedMigration> typed(TableColumn<MigrationRow, ?> column) {
        return (TableColumn<MigrationRow, WatchedMigration>) column;
    }

    @FXML
    void copyAsText() {}

    @FXML
    void copyAsCsv() {}

    @FXML
    void copyAsJson() {}

    @FXML
    void copyAsMarkdown() {}
}
