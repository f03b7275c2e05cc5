package dev.longshore.ui.alerts;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.theme.Token;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The alerts as a list at the edge of the window, opened and closed by a button. */
public final class AlertInbox extends VBox {
    private final VBox list = new VBox();
    private final Texts texts;
    private final Consumer<MigrationKey> open;

    /**
     * A closed inbox.
     *
     * @param open shows a migration
     */
    public AlertInbox(Texts texts, AlertsViewModel model, Consumer<MigrationKey> open) {
        this.texts = texts;
        this.open = open;
        setId("alertInbox");
        getStyleClass().add("alert-inbox");
        setAccessibleText(texts.get("alerts.title"));
        var title = new Label(texts.get("alerts.title"));
        title.getStyleClass().add("card-title");
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(texts.get("alerts.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        list.getStyleClass().add("lanes");
        getChildren().addAll(title, scroll);
        model.alertsProperty().subscribe(this::write);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show(false);
            }
        });
        show(false);
    }

    /** Opens or closes it. */
    public void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
        if (shown) {
            list.getChildren().stream().flatMap(row -> row.lookupAll(".hyperlink").stream()).findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private void write(List<Alert> alerts) {
        list.getChildren().setAll(alerts.stream().map(this::row).toList());
        if (alerts.isEmpty()) {
            var none = new Label(texts.get("alerts.none"));
            none.getStyleClass().add("note");
            list.getChildren().add(none);
        }
    }

    private Node row(Alert alert) {
        var icon = new FontIcon(icon(alert.token()));
        icon.getStyleClass().add("alert-icon");
        var sentence = new Label(alert.sentence());
        sentence.setWrapText(true);
        var words = new VBox(subject(alert), sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(icon, words);
        row.getStyleClass().addAll("alert", alert.token().styleClass());
        return row;
    }

    private static String icon(Token token) {
        return switch (token) {
            case DANGER -> "mdi2a-alert-octagon-outline";
            case RISK, WAITING -> "mdi2a-alert-outline";
            case GOOD -> "mdi2c-check-circle-outline";
            case NEUTRAL, RUNNING -> "mdi2i-information-outline";
        };
    }

    private Node subject(Alert alert) {
        if (alert.migration().isEmpty()) {
            var label = new Label(alert.subject());
            label.getStyleClass().add("detail-name");
            return label;
        }
        var link = new Hyperlink(alert.subject());
        link.setOnAction(_ -> {
            show(false);
            open.accept(alert.migration().get());
        });
        return link;
    }
}
