package dev.longshore.ui.alerts;

import dev.longshore.text.Texts;
import dev.longshore.ui.fx.Visibility;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The line above the screens that calls the user, and that pushes them down instead of covering what it warns about. It
 * takes no focus and stays until it is answered.
 */
public final class AlertBanner extends HBox {
    private final AlertsViewModel model;
    private final Texts texts;
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final Label more = new Label();
    private final Tooltip whole = new Tooltip();

    /** Shows what {@code model} calls for. */
    public AlertBanner(Texts texts, AlertsViewModel model) {
        this.texts = texts;
        this.model = model;
        setId("alertCall");
        getStyleClass().add("alert-call");
        title.getStyleClass().add("alert-subject");
        title.setMinWidth(Region.USE_PREF_SIZE);
        more.setId("alertCallMore");
        more.setMinWidth(Region.USE_PREF_SIZE);
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setTooltip(whole);
        var icon = new FontIcon("mdi2b-bell-ring-outline");
        icon.getStyleClass().add("alert-icon");
        getChildren().addAll(icon, title, sentence, more, showButton(), later(), snooze());
        model.bannerProperty().subscribe(this::show);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.remindLater();
            }
        });
    }

    private Button showButton() {
        var show = new Button(texts.get("alerts.call.show"));
        show.setId("alertCallShow");
        show.setOnAction(_ -> model.openProperty().set(true));
        show.getStyleClass().add("small");
        show.setMinWidth(Region.USE_PREF_SIZE);
        return show;
    }

    private Button later() {
        var later = new Button(texts.get("alerts.call.later"));
        later.setId("alertCallLater");
        later.getStyleClass().addAll("flat", "small");
        later.setOnAction(_ -> model.remindLater());
        later.setMinWidth(Region.USE_PREF_SIZE);
        return later;
    }

    private MenuButton snooze() {
        var hour = new MenuItem(texts.get("alerts.snooze.hour"));
        hour.setId("snoozeHour");
        hour.setOnAction(_ -> model.snoozeForAnHour());
        var tomorrow = new MenuItem(texts.get("alerts.snooze.tomorrow"));
        tomorrow.setId("snoozeTomorrow");
        tomorrow.setOnAction(_ -> model.snoozeUntilTomorrow());
        var snooze = new MenuButton(texts.get("alerts.snooze"), null, hour, tomorrow);
        snooze.setId("alertCallSnooze");
        snooze.getStyleClass().addAll("flat", "small");
        snooze.setMinWidth(Region.USE_PREF_SIZE);
        return snooze;
    }

    private void show(Optional<AlertBannerContent> call) {
        Visibility.set(this, call.isPresent());
        call.ifPresent(this::write);
    }

    private void write(AlertBannerContent content) {
        title.setText(content.title());
        sentence.setText(content.sentence());
        whole.setText(content.sentence());
        more.setText(texts.get("alerts.call.more", content.more()));
        Visibility.set(more, content.more() > 0);
        setAccessibleText(content.title() + ". " + content.sentence());
        content.colorRole().applyTo(this);
    }
}
