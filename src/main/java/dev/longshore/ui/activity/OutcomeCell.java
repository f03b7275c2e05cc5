package dev.longshore.ui.activity;

import dev.longshore.ui.theme.Token;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What became of a command: icon, colour and words. */
final class OutcomeCell extends TableCell<CommandLine, CommandLine> {
    @Override
    protected void updateItem(@Nullable CommandLine line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().removeIf(each -> each.startsWith("token-"));
        setText(null);
        setGraphic(null);
        setTooltip(null);
        if (line != null && !empty) {
            getStyleClass().add(line.token().styleClass());
            setText(line.outcome());
            setTooltip(new Tooltip(line.outcome()));
            setGraphic(new FontIcon(icon(line.token())));
        }
    }

    private static String icon(Token token) {
        return switch (token) {
            case NEUTRAL, WAITING -> "mdi2c-circle-outline";
            case RUNNING -> "mdi2p-progress-clock";
            case GOOD -> "mdi2c-check-circle-outline";
            case RISK -> "mdi2h-help-circle-outline";
            case DANGER -> "mdi2c-close-circle-outline";
        };
    }
}
