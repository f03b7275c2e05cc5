package dev.longshore.ui.connect;

import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.connect.BannerViewModel.Said;
import dev.longshore.ui.fx.Presence;
import dev.longshore.ui.theme.Token;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line above a screen that says that a connection waits for the person, with what can be done about it. */
public final class ConnectionBanner extends HBox {
    private final Ui ui;
    private final BannerViewModel model;
    private final Label sentence = new Label();
    private final Button unlock = new Button();
    private final Button token = new Button();
    private final ConnectDialogs dialogs;

    /** A banner that opens the dialogs of {@code dialogs}. */
    public ConnectionBanner(Ui ui, Feed feed, ConnectDialogs dialogs) {
        this.ui = ui;
        this.dialogs = dialogs;
        model = new BannerViewModel(ui, feed);
        setId("connectionBanner");
        getStyleClass().addAll("hint-line", "banner", Token.RISK.styleClass());
        setMinHeight(USE_PREF_SIZE);
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(new FontIcon("mdi2k-key-alert"), sentence, unlock, token, close());
        wire();
    }

    private void wire() {
        unlock.setId("bannerUnlock");
        unlock.setMinWidth(USE_PREF_SIZE);
        unlock.setText(ui.texts().get("connect.banner.unlock"));
        unlock.setOnAction(_ -> model.tryAgain());
        unlock.disableProperty().bind(model.underWayProperty());
        token.setId("bannerToken");
        token.setMinWidth(USE_PREF_SIZE);
        token.setOnAction(_ -> model.saidProperty().get().ifPresent(each -> dialogs.replaceToken(each.about())));
        model.saidProperty().subscribe(_ -> show());
        model.underWayProperty().subscribe(_ -> show());
    }

    private Button close() {
        var close = new Button("", new FontIcon("mdi2c-close"));
        close.setId("bannerClose");
        close.getStyleClass().addAll("flat", "button-icon");
        close.setAccessibleText(ui.texts().get("connect.banner.close"));
        close.setOnAction(_ -> model.putAside());
        return close;
    }

    private void show() {
        Optional<Said> said = model.saidProperty().get();
        var unlocks = said.filter(Said::unlocks).isPresent();
        Presence.set(this, said.isPresent());
        sentence.setText(model.underWayProperty().get()
                ? ui.texts().get("connect.banner.waiting")
                : said.map(Said::sentence).orElse(""));
        Presence.set(unlock, unlocks);
        token.setText(ui.texts().get(unlocks ? "connect.banner.session" : "connect.banner.token"));
    }
}
