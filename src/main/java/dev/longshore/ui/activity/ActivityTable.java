package dev.longshore.ui.activity;

import dev.longshore.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** Commands as a table: requested, accepted, and what became of them. */
public final class ActivityTable extends TableView<CommandRow> {
    private final Texts texts;

    /** An empty table; with a column for the migration where it lists those of several. */
    public ActivityTable(Texts texts, boolean ofSeveral) {
        this.texts = texts;
        getStyleClass().add("command-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText(texts.get("activity.table"));
        setPlaceholder(new Label(texts.get("activity.none")));
        if (ofSeveral) {
            add("activity.col.migration", 130, CommandRow::migration);
        }
        add("activity.col.action", 110, CommandRow::action);
        add("activity.col.requested", 168, CommandRow::requested);
        add("activity.col.accepted", 76, CommandRow::accepted);
        addOutcome();
        add("activity.col.note", 160, CommandRow::note);
    }

    /** Shows these, in this order. */
    public void show(List<CommandRow> lines) {
        if (!lines.equals(getItems())) {
            getItems().setAll(lines);
        }
    }

    private void add(String title, double width, Function<CommandRow, String> text) {
        var column = new TableColumn<CommandRow, String>(texts.get(title));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 168));
        column.setSortable(false);
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(text.apply(line.getValue())));
        column.setCellFactory(_ -> new NoteCell());
        getColumns().add(column);
    }

    private void addOutcome() {
        var column = new TableColumn<CommandRow, CommandRow>(texts.get("activity.col.outcome"));
        column.setPrefWidth(250);
        column.setMinWidth(190);
        column.setSortable(false);
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setCellFactory(_ -> new OutcomeCell());
        getColumns().add(column);
    }

    /** A text that may be longer than its column. */
    private static final class NoteCell extends TableCell<CommandRow, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text.isEmpty() ? null : new Tooltip(text));
        }
    }
}
