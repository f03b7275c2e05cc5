package dev.longshore.ui.activity;

import dev.longshore.ui.fx.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** Commands as a table: requested, accepted, and what became of them. */
public final class CommandTable extends TableView<CommandLine> {
    private final Texts texts;

    /** An empty table; with a column for the migration where it lists those of several. */
    public CommandTable(Texts texts, boolean ofSeveral) {
        this.texts = texts;
        getStyleClass().add("command-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText(texts.get("activity.table"));
        setPlaceholder(new Label(texts.get("activity.none")));
        if (ofSeveral) {
            add("activity.col.migration", 130, CommandLine::migration);
        }
        add("activity.col.action", 110, CommandLine::action);
        add("activity.col.requested", 168, CommandLine::requested);
        add("activity.col.accepted", 76, CommandLine::accepted);
        addOutcome();
        add("activity.col.note", 160, CommandLine::note);
    }

    /** Shows these, in this order. */
    public void show(List<CommandLine> lines) {
        if (!lines.equals(getItems())) {
            getItems().setAll(lines);
        }
    }

    private void add(String title, double width, Function<CommandLine, String> text) {
        var column = new TableColumn<CommandLine, String>(texts.get(title));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 168));
        column.setSortable(false);
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(text.apply(line.getValue())));
        column.setCellFactory(_ -> new NoteCell());
        getColumns().add(column);
    }

    private void addOutcome() {
        var column = new TableColumn<CommandLine, CommandLine>(texts.get("activity.col.outcome"));
        column.setPrefWidth(250);
        column.setMinWidth(190);
        column.setSortable(false);
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setCellFactory(_ -> new OutcomeCell());
        getColumns().add(column);
    }

    /** A text that may be longer than its column. */
    private static final class NoteCell extends TableCell<CommandLine, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text.isEmpty() ? null : new Tooltip(text));
        }
    }
}
