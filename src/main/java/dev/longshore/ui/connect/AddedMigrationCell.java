package dev.longshore.ui.connect;

import dev.longshore.ui.look.ColorRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What became of one migration that was to be added: icon, colour and words. */
final class AddedMigrationCell extends ListCell<AddViewModel.AddedMigrationRow> {
    private final FontIcon icon = new FontIcon();
    private final Label outcome = new Label("", icon);
    private final Tooltip tooltip = new Tooltip();

    AddedMigrationCell() {
        outcome.setWrapText(true);
        outcome.setTooltip(tooltip);
        outcome.getStyleClass().add("outcome");
        // As wide as the list, so that what is longer wraps instead of being scrolled to.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(AddViewModel.@Nullable AddedMigrationRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(row == null || empty ? null : outcome);
        if (row != null) {
            outcome.setText(row.ref().migration().inShort() + ": " + row.sentence());
            tooltip.setText(outcome.getText() + "\n" + row.ref());
            icon.setIconLiteral(icon(row.colorRole()));
            row.colorRole().applyTo(outcome);
        }
    }

    private static String icon(ColorRole colorRole) {
        return switch (colorRole) {
            case GOOD -> "mdi2c-check-circle-outline";
            case RUNNING -> "mdi2p-progress-clock";
            case NEUTRAL, UPLOADING, WAITING -> "mdi2i-information-outline";
            case RISK -> "mdi2a-alert-outline";
            case DANGER -> "mdi2a-alert-circle-outline";
        };
    }
}
