package dev.longshore.ui.connect;

import dev.longshore.ui.connect.ConnectionBannerViewModel.ConnectionMessage;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.ColorRole;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line above a screen that says that a connection waits for the user, with what can be done about it. */
public final class ConnectionBanner extends HBox {
    private final UiContext context;
    private final ConnectionBannerViewModel model;
    private final Label sentence = new WrappedLabel();
    private final Button unlock = new Button();
    private final Button token = new Button();
    private final ConnectDialogs dialogs;

    /** A banner that opens the dialogs of {@code dialogs}. */
    public ConnectionBanner(UiContext context, SnapshotFeed feed, ConnectDialogs dialogs) {
        this.context = context;
        this.dialogs = dialogs;
        model = new ConnectionBannerViewModel(context, feed);
        setId("connectionBanner");
        getStyleClass().addAll("hint-line", "banner", ColorRole.RISK.styleClass());
        setMinHeight(USE_PREF_SIZE);
        sentence.setMinWidth(0);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(new FontIcon("mdi2k-key-alert"), sentence, unlock, token, close());
        wire();
    }

    private void wire() {
        unlock.setId("bannerUnlock");
        unlock.setMinWidth(USE_PREF_SIZE);
        unlock.setText(context.texts().get("connect.banner.unlock"));
        unlock.setOnAction(_ -> model.tryAgain());
        unlock.disableProperty().bind(model.underWayProperty());
        token.setId("bannerToken");
        token.setMinWidth(USE_PREF_SIZE);
        token.setOnAction(_ -> model.messageProperty().get().ifPresent(each -> dialogs.replaceToken(each.about())));
        model.messageProperty().subscribe(_ -> show());
        model.underWayProperty().subscribe(_ -> show());
    }

    private Button close() {
        var close = new Button("", new FontIcon("mdi2c-close"));
        close.setId("bannerClose");
        close.getStyleClass().addAll("flat", "button-icon");
        close.setAccessibleText(context.texts().get("connect.banner.close"));
        close.setOnAction(_ -> model.dismiss());
        return close;
    }

    private void show() {
        Optional<ConnectionMessage> said = model.messageProperty().get();
        var unlocks = said.filter(ConnectionMessage::unlocks).isPresent();
        Visibility.set(this, said.isPresent());
        sentence.setText(model.underWayProperty().get()
                ? context.texts().get("connect.banner.waiting")
                : said.map(ConnectionMessage::sentence).orElse(""));
        Visibility.set(unlock, unlocks);
        token.setText(context.texts().get(unlocks ? "connect.banner.session" : "connect.banner.token"));
    }
}
