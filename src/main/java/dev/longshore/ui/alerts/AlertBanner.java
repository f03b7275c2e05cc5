package dev.longshore.ui.alerts;

import dev.longshore.text.Texts;
import dev.longshore.ui.fx.Visibility;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The note at the corner of the window that calls the person. It takes no focus and stays until it is answered. */
public final class AlertBanner extends VBox {
    private final AlertsViewModel model;
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final FontIcon icon = new FontIcon("mdi2b-bell-ring-outline");

    /** Shows what {@code model} calls for. */
    public AlertBanner(Texts texts, AlertsViewModel model) {
        this.model = model;
        setId("alertCall");
        getStyleClass().add("alert-call");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        icon.getStyleClass().add("alert-icon");
        sentence.setWrapText(true);
        var head = new HBox(icon, title);
        head.getStyleClass().add("alert-line");
        getChildren().addAll(head, sentence, buttons(texts));
        model.bannerProperty().subscribe(this::show);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.remindLater();
            }
        });
    }

    private HBox buttons(Texts texts) {
        var show = new Button(texts.get("alerts.call.show"));
        show.setId("alertCallShow");
        show.setOnAction(_ -> model.openProperty().set(true));
        var later = new Button(texts.get("alerts.call.later"));
        later.setId("alertCallLater");
        later.getStyleClass().add("flat");
        later.setOnAction(_ -> model.remindLater());
        for (var each : new Button[]{show, later}) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        var buttons = new HBox(show, later);
        buttons.getStyleClass().add("alert-buttons");
        return buttons;
    }

    private void show(Optional<AlertBannerContent> call) {
        Visibility.set(this, call.isPresent());
        call.ifPresent(this::write);
    }

    private void write(AlertBannerContent content) {
        title.setText(content.title());
        sentence.setText(content.sentence());
        setAccessibleText(content.title() + ". " + content.sentence());
        content.colorRole().applyTo(this);
    }
}
