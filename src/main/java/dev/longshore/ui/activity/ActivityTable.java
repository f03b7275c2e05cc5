package dev.longshore.ui.activity;

import dev.longshore.text.Texts;
import dev.longshore.ui.fx.KeyedListItems;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The commands of one migration as a table: requested, accepted, and what became of them. */
public final class ActivityTable extends TableView<ObservableValue<CommandRow>> {
    private final Texts texts;
    private final KeyedListItems<String, CommandRow> rows = new KeyedListItems<>(CommandRow::id);

    /** An empty table. */
    public ActivityTable(Texts texts) {
        this.texts = texts;
        getStyleClass().add("command-table");
        setItems(rows.items());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText(texts.get("activity.table"));
        setPlaceholder(new Label(texts.get("activity.none")));
        add("activity.col.action", 110, CommandRow::action);
        add("activity.col.requested", 168, CommandRow::requested);
        add("activity.col.accepted", 76, CommandRow::accepted);
        addOutcome();
        add("activity.col.note", 160, CommandRow::note);
    }

    /** Shows these, in this order. */
    public void show(List<CommandRow> next) {
        rows.show(next);
    }

    private void add(String title, double width, Function<CommandRow, String> text) {
        var column = column(title, width, Math.min(width, 168), text);
        column.setCellFactory(_ -> new NoteCell());
    }

    private void addOutcome() {
        var column = column("activity.col.outcome", 250, 190, Function.identity());
        column.setCellFactory(_ -> new OutcomeCell());
    }

    private <T> TableColumn<ObservableValue<CommandRow>, T> column(String title, double width, double minWidth,
            Function<CommandRow, T> content) {
        var column = new TableColumn<ObservableValue<CommandRow>, T>(texts.get(title));
        column.setPrefWidth(width);
        column.setMinWidth(minWidth);
        column.setSortable(false);
        column.setCellValueFactory(cell -> cell.getValue().map(content));
        getColumns().add(column);
        return column;
    }

    /** A text that may be longer than its column. */
    private static final class NoteCell extends TableCell<ObservableValue<CommandRow>, String> {
        private final Tooltip tooltip = new Tooltip();

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            var shown = text == null || empty ? "" : text;
            setText(shown);
            tooltip.setText(shown);
            setTooltip(shown.isEmpty() ? null : tooltip);
        }
    }
}
