package dev.longshore.ui.activity;

import dev.longshore.ui.look.ColorRole;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What became of a command: icon, colour and words. */
final class OutcomeCell extends TableCell<ObservableValue<CommandRow>, CommandRow> {
    private final FontIcon icon = new FontIcon();
    private final Tooltip tooltip = new Tooltip();

    @Override
    protected void updateItem(@Nullable CommandRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            ColorRole.removeFrom(this);
            setText(null);
            setGraphic(null);
            setTooltip(null);
        } else {
            row.style().colorRole().applyTo(this);
            icon.setIconCode(row.style().icon());
            tooltip.setText(row.outcome());
            setText(row.outcome());
            setGraphic(icon);
            setTooltip(tooltip);
        }
    }
}
