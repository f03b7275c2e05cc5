package dev.longshore.ui.activity;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What became of a command: icon, colour and words. */
final class OutcomeCell extends TableCell<CommandRow, CommandRow> {
    @Override
    protected void updateItem(@Nullable CommandRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeIf(each -> each.startsWith("token-"));
        setText(null);
        setGraphic(null);
        setTooltip(null);
        if (row != null && !empty) {
            getStyleClass().add(row.style().colorRole().styleClass());
            setText(row.outcome());
            setTooltip(new Tooltip(row.outcome()));
            setGraphic(new FontIcon(row.style().icon()));
        }
    }
}
