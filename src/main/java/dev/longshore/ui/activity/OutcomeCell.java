package dev.longshore.ui.activity;

import dev.longshore.ui.look.ColorRole;
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
            getStyleClass().add(row.colorRole().styleClass());
            setText(row.outcome());
            setTooltip(new Tooltip(row.outcome()));
            setGraphic(new FontIcon(icon(row.colorRole())));
        }
    }

    private static String icon(ColorRole colorRole) {
        return switch (colorRole) {
            case NEUTRAL, WAITING -> "mdi2c-circle-outline";
            case RUNNING -> "mdi2p-progress-clock";
            case GOOD -> "mdi2c-check-circle-outline";
            case RISK -> "mdi2h-help-circle-outline";
            case DANGER -> "mdi2c-close-circle-outline";
        };
    }
}
