package dev.longshore.ui.settings;

import dev.longshore.ui.Dialogs;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Look;
import dev.longshore.ui.Support;
import dev.longshore.ui.Ui;
import dev.longshore.ui.connect.ConnectDialogs;
import dev.longshore.ui.fx.RadioChoice;
import dev.longshore.ui.fx.TimeText;
import dev.longshore.ui.theme.Theme;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The screen of connections, look and time zone. */
public final class SettingsView {
    private final Ui ui;
    private final Look look;
    private final Feed feed;
    private final Dialogs dialogs;
    private final ConnectDialogs connecting;
    private @Nullable Support bundle;
    @FXML private ScrollPane settingsScroll;
    @FXML private VBox connections;
    @FXML private VBox keystore;
    @FXML private VBox support;
    @FXML private RadioButton themeSystem;
    @FXML private RadioButton themeLight;
    @FXML private RadioButton themeDark;
    @FXML private RadioButton zoneLocal;
    @FXML private RadioButton zoneUtc;
    @FXML private VBox polling;

    /** The screen, whose dialogs are shown on {@code dialogs}. */
    public SettingsView(Ui ui, Look look, Feed feed, Dialogs dialogs, ConnectDialogs connecting) {
        this.ui = ui;
        this.look = look;
        this.feed = feed;
        this.dialogs = dialogs;
        this.connecting = connecting;
    }

    /** Offers that bundle. Before it is loaded. */
    public SettingsView withSupport(Support offered) {
        bundle = offered;
        return this;
    }

    @FXML
    void initialize() {
        settingsScroll.setAccessibleText(ui.texts().get("shell.nav.settings"));
        RadioChoice.bind(look.theme().choiceProperty(), Map.of(
                themeSystem, Theme.Choice.SYSTEM, themeLight, Theme.Choice.LIGHT, themeDark, Theme.Choice.DARK));
        RadioChoice.bind(ui.times().zoneProperty(), Map.of(zoneLocal, TimeText.Zone.LOCAL, zoneUtc, TimeText.Zone.UTC));
        zoneLocal.setText(ui.texts().get("settings.zone.local", ui.times().local(ui.clock().instant())));
        polling.getChildren().addAll(
                new IntervalsSection(ui, new IntervalsViewModel(ui, look.preferences())),
                new RetentionSection(ui, new RetentionViewModel(ui, look.preferences()), dialogs));
        connections.getChildren().add(new ConnectionsSection(ui, feed, dialogs, connecting));
        keystore.getChildren().add(new KeystoreSection(ui));
        Optional.ofNullable(bundle).ifPresent(
                each -> support.getChildren().add(new SupportSection(ui, dialogs, each)));
    }

    @FXML
    void connect() {
        connecting.connect();
    }
}
