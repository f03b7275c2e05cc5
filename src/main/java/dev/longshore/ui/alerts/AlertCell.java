package dev.longshore.ui.alerts;

import dev.longshore.ui.theme.Token;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** An alert: how grave it is, what it is about, and what is the matter. */
final class AlertCell extends ListCell<Alert> {
    private static final double SCROLL_BAR = 18;

    private final FontIcon icon = new FontIcon(icon(Token.NEUTRAL));
    private final Hyperlink subject = new Hyperlink();
    private final Label sentence = new Label();
    private final HBox row = new HBox(icon, new VBox(subject, sentence));

    AlertCell(Consumer<Alert> open) {
        icon.getStyleClass().add("alert-icon");
        sentence.setWrapText(true);
        HBox.setHgrow(row.getChildren().getLast(), Priority.ALWAYS);
        row.getStyleClass().add("alert");
        subject.setOnAction(_ -> open.accept(getItem()));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(row);
        // Without it a cell is as wide as its longest sentence, and none is ever wrapped.
        setPrefWidth(0);
    }

    /** As tall as its sentence in the width there is. */
    @Override
    protected double computePrefHeight(double width) {
        var insets = snappedLeftInset() + snappedRightInset();
        var room = getListView() == null ? -1 : getListView().getWidth() - insets - SCROLL_BAR;
        return snappedTopInset() + row.prefHeight(room) + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable Alert alert, boolean empty) {
        super.updateItem(alert, empty);
        row.setVisible(alert != null);
        if (alert != null) {
            show(alert);
        }
    }

    private void show(Alert alert) {
        subject.setText(alert.subject());
        subject.setDisable(alert.migration().isEmpty());
        sentence.setText(alert.sentence());
        icon.setIconLiteral(icon(alert.token()));
        row.getStyleClass().removeAll(Arrays.stream(Token.values()).map(Token::styleClass).toList());
        row.getStyleClass().add(alert.token().styleClass());
        setAccessibleText(alert.subject() + ": " + alert.sentence());
    }

    private static String icon(Token token) {
        return switch (token) {
            case DANGER -> "mdi2a-alert-octagon-outline";
            case RISK, WAITING -> "mdi2a-alert-outline";
            case GOOD -> "mdi2c-check-circle-outline";
            case NEUTRAL, RUNNING -> "mdi2i-information-outline";
        };
    }
}
