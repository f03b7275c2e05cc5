package dev.longshore.ui.connect;

import dev.longshore.ui.theme.Token;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What became of one migration that was to be added: icon, colour and words. */
final class OutcomeCell extends ListCell<AddViewModel.Line> {
    private final FontIcon icon = new FontIcon();
    private final Label outcome = new Label("", icon);

    OutcomeCell() {
        outcome.setWrapText(true);
        outcome.getStyleClass().add("outcome");
        // As wide as the list, so that what is longer wraps instead of being scrolled to.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(AddViewModel.@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(line == null || empty ? null : outcome);
        if (line != null) {
            outcome.setText(line.ref().migration() + ": " + line.sentence());
            icon.setIconLiteral(icon(line.token()));
            line.token().colour(outcome);
        }
    }

    private static String icon(Token token) {
        return switch (token) {
            case GOOD -> "mdi2c-check-circle-outline";
            case RUNNING -> "mdi2p-progress-clock";
            case NEUTRAL, WAITING -> "mdi2i-information-outline";
            case RISK -> "mdi2a-alert-outline";
            case DANGER -> "mdi2a-alert-circle-outline";
        };
    }
}
