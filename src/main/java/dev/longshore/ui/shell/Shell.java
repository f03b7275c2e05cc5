package dev.longshore.ui.shell;

import dev.longshore.model.Action;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Look;
import dev.longshore.ui.Surroundings;
import dev.longshore.ui.Ui;
import dev.longshore.ui.actions.ConfirmPresenter;
import dev.longshore.ui.alerts.AlertCall;
import dev.longshore.ui.alerts.AlertInbox;
import dev.longshore.ui.alerts.AlertPlaces;
import dev.longshore.ui.alerts.AlertsViewModel;
import dev.longshore.ui.connect.ConnectDialogs;
import dev.longshore.ui.connect.ConnectionBanner;
import dev.longshore.ui.connect.WelcomeView;
import dev.longshore.ui.fx.TimeText;
import dev.longshore.ui.fx.Views;
import dev.longshore.ui.help.Help;
import dev.longshore.ui.migrations.MigrationsViewModel;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.ui.theme.Theme;
import dev.longshore.ui.uploads.SecretClipboard;
import dev.longshore.ui.uploads.SystemBoard;
import dev.longshore.watch.Snapshot;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The whole of the window but its frame: made once, put into a scene by {@link #root()}, and closed with the window.
 * FX thread only.
 */
public final class Shell implements AutoCloseable {
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "Longshore");
    private final Overlay overlay = new Overlay();
    private final PauseTransition aSecond = new PauseTransition(Duration.seconds(1));
    private final Map<Screen, ToggleButton> rail = new EnumMap<>(Screen.class);
    private final Ui ui;
    private final Look look;
    private final Feed feed;
    private final SecretClipboard secrets = new SecretClipboard(new SystemBoard());
    private final MigrationsViewModel migrations;
    private final ConnectDialogs connecting;
    private final Screens pages;
    private final Commands commands;
    private final Help help;
    private final AlertInbox inbox;
    private final AlertsViewModel alerts;
    private final Parent welcome;
    private final Parent view;
    private Screen current = Screen.MIGRATIONS;
    @FXML private StackPane root;
    @FXML private StackPane screens;
    @FXML private VBox page;
    @FXML private ToggleButton navMigrations;
    @FXML private ToggleButton navCalendar;
    @FXML private ToggleButton navQueue;
    @FXML private ToggleButton navActivity;
    @FXML private ToggleButton navSettings;
    @FXML private ComboBox<ConnectionChooser.Choice> connectionChooser;
    @FXML private TextField quickFilter;
    @FXML private Button alertsButton;
    @FXML private Label simulatorBadge;
    @FXML private Label statusSummary;
    @FXML private Label statusTrouble;
    @FXML private Label statusTokens;

    /**
     * Builds the window's content and begins to show what the watch publishes.
     *
     * @param first helps a person who has no connection yet
     */
    public Shell(Ui ui, Look look, Surroundings first) {
        this.ui = ui;
        this.look = look;
        feed = new Feed(ui);
        migrations = new MigrationsViewModel(ui, feed);
        connecting = new ConnectDialogs(ui, feed, overlay, first);
        pages = new Screens(
                new Screens.Parts(ui, look, feed, connecting, secrets, first.support()), migrations, overlay,
                this::open);
        commands = new Commands(ui.texts());
        help = new Help(ui.texts(), look.theme());
        alerts = new AlertsViewModel(ui, feed);
        inbox = new AlertInbox(ui, alerts, new AlertPlaces(this::open, this::scheduleCleanup, this::replaceToken));
        var views = new Views(ui.texts());
        welcome = views.load(new WelcomeView(ui, first.explore(), connecting::connect));
        remember();
        view = views.load(this);
        beginToTick();
    }

    private void remember() {
        new UploadMemory(look.preferences(), feed);
        var remembered = new Remembered(look.preferences());
        remembered.bind("theme", look.theme().choiceProperty(), Theme.Choice.values());
        remembered.bind("zone", ui.times().zoneProperty(), TimeText.Zone.values());
        remembered.bind("table.mode", migrations.modeProperty(), MigrationsViewModel.Mode.values());
    }

    private void beginToTick() {
        aSecond.setOnFinished(_ -> {
            second();
            aSecond.playFromStart();
        });
        aSecond.play();
    }

    /** The root of the scene. */
    public Parent root() {
        return view;
    }

    /** The window's title. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Asks for a new connection to that address. */
    public void connect(URI endpoint) {
        connecting.connect(endpoint);
    }

    /** Asks for a token of that connection. */
    public void askForToken(Connection connection) {
        connecting.replaceToken(connection);
    }

    /** Brings ages and distances up to the clock; happens once a second by itself. */
    public void second() {
        feed.second();
        secrets.second();
    }

    /** Stops listening and ticking; what still could be called back is not sent. */
    @Override
    public void close() {
        aSecond.stop();
        secrets.close();
        help.close();
        migrations.actions().close();
        alerts.close();
        feed.close();
    }

    @FXML
    void initialize() {
        var call = new AlertCall(ui.texts(), alerts);
        StackPane.setAlignment(inbox, Pos.TOP_RIGHT);
        StackPane.setAlignment(call, Pos.BOTTOM_RIGHT);
        root.getChildren().addAll(call, inbox, overlay);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> inbox.pressed(event, alertsButton));
        page.getChildren().addFirst(new ConnectionBanner(ui, feed, connecting));
        new ConfirmPresenter(ui, feed, overlay, migrations.actions());
        new ConnectionChooser(connectionChooser, feed, ui.texts());
        quickFilter.textProperty().bindBidirectional(migrations.filterProperty());
        wireRail();
        new StatusBar(new StatusBarViewModel(ui, feed)).show(statusSummary, statusTrouble, statusTokens);
        wireCommands();
        feed.snapshotProperty().subscribe(this::show);
        alerts.countProperty().subscribe(count -> showCount(count.intValue()));
        alerts.pressingProperty().subscribe(_ -> showTitle());
    }

    private void wireRail() {
        rail.put(Screen.MIGRATIONS, navMigrations);
        rail.put(Screen.CALENDAR, navCalendar);
        rail.put(Screen.QUEUE, navQueue);
        rail.put(Screen.ACTIVITY, navActivity);
        rail.put(Screen.SETTINGS, navSettings);
        rail.forEach((screen, button) -> button.setOnAction(_ -> go(screen)));
    }

    private void wireCommands() {
        commands.add("F5", "shell.key.poll", this::poll);
        commands.add("Shortcut+P", "shell.key.palette", this::showPalette);
        commands.add("Shortcut+F", "shell.key.filter", this::filter);
        commands.add("Shortcut+N", "shell.key.add", connecting::addMigrations);
        commands.add("Shortcut+1", "shell.key.migrations", () -> go(Screen.MIGRATIONS));
        commands.add("Shortcut+2", "shell.key.calendar", () -> go(Screen.CALENDAR));
        commands.add("Shortcut+3", "shell.key.queue", () -> go(Screen.QUEUE));
        commands.add("Shortcut+4", "shell.key.activity", () -> go(Screen.ACTIVITY));
        commands.add("Shortcut+5", "shell.key.settings", () -> go(Screen.SETTINGS));
        command(Action.PAUSE, Optional.of("Shortcut+Shift+P"));
        command(Action.RESUME, Optional.of("Shortcut+Shift+R"));
        command(Action.LAUNCH, Optional.of("Shortcut+Shift+L"));
        command(Action.SCHEDULE_CLEANUP, Optional.of("Shortcut+Shift+S"));
        command(Action.CLEAN_UP, Optional.empty());
        command(Action.ABORT, Optional.empty());
        commands.add(
                Optional.empty(), "shell.key.remove", migrations.actions().removalProperty()::get,
                migrations.actions()::removeFromList);
        commands.add("Shortcut+Shift+A", "shell.key.alerts", this::showAlerts);
        commands.add("Shortcut+Shift+D", "shell.key.theme", this::toggleTheme);
        commands.add("Shift+F1", "shell.key.sheet", this::showShortcuts);
        commands.addEverywhere("F1", "shell.key.help", this::showHelp);
        commands.listen(root, overlay::isShowing);
    }

    /** What destroys has no keys of its own: nobody is to press them by mistake. */
    private void command(Action action, Optional<String> keys) {
        commands.add(
                keys, "shell.key." + action, migrations.actions().offerProperty(action)::get, () -> request(action));
    }

    private void request(Action action) {
        if (current == Screen.MIGRATIONS) {
            migrations.actions().request(action);
        }
    }

    private void showHelp() {
        help.show(root.getScene(), Objects.requireNonNull(rail.get(current)).getId());
    }

    private void showShortcuts() {
        overlay.show(new ShortcutSheet(commands, ui.texts(), overlay), overlay::close);
    }

    private void showPalette() {
        var palette = new Palette(commands, feed, new MigrationText(ui.texts(), ui.times()), this::open);
        overlay.show(new PaletteView(palette, ui.texts(), overlay), overlay::close);
    }

    private void filter() {
        go(Screen.MIGRATIONS);
        quickFilter.requestFocus();
        quickFilter.selectAll();
    }

    private void open(MigrationKey key) {
        go(Screen.MIGRATIONS);
        feed.reveal(key);
        migrations.open(key);
    }

    private void scheduleCleanup(MigrationKey key) {
        open(key);
        migrations.actions().requestSafeCleanup(key);
    }

    private void replaceToken(ConnectionId id) {
        feed.snapshotProperty().get().connection(id).ifPresent(each -> connecting.replaceToken(each.connection()));
    }

    private void go(Screen screen) {
        current = screen;
        rail.forEach((each, button) -> button.setSelected(each == screen));
        showScreen();
    }

    private void show(Snapshot snapshot) {
        var simulated = snapshot.connections().stream()
                .anyMatch(each -> each.connection().origin() == Connection.TokenOrigin.SIMULATOR);
        simulatorBadge.setVisible(simulated);
        simulatorBadge.setManaged(simulated);
        simulatorBadge.setText(look.simulatorSpeed().isPresent()
                ? ui.texts().get("shell.simulator.speed", look.simulatorSpeed().getAsDouble())
                : ui.texts().get("shell.simulator"));
        showTitle();
        showScreen();
    }

    /** While there is no connection the welcome stands where the screens would; the settings can be reached. */
    private void showScreen() {
        var isEmpty = feed.snapshotProperty().get().connections().isEmpty() && current != Screen.SETTINGS;
        rail.forEach((screen, button) -> button.setSelected(screen == current));
        var shown = isEmpty ? welcome : pages.get(current);
        if (screens.getChildren().isEmpty() || !Objects.equals(screens.getChildren().getFirst(), shown)) {
            screens.getChildren().setAll(shown);
        }
    }

    /** It is all that can be seen of a window that is below others. */
    private void showTitle() {
        var snapshot = feed.snapshotProperty().get();
        var plain = snapshot.connections().isEmpty()
                ? "Longshore"
                : ui.texts().get("shell.title", snapshot.migrations().size());
        var urgent = alerts.pressingProperty().get();
        title.set(urgent == 0 ? plain : ui.texts().get("shell.title.urgent", plain, urgent));
    }

    private void showCount(int count) {
        alertsButton.setText(count == 0 ? "" : Integer.toString(count));
        alertsButton.setAccessibleText(ui.texts().get("alerts.button", count));
    }

    @FXML
    void poll() {
        ui.watch().pollNow();
    }

    @FXML
    void toggleTheme() {
        var dark = look.theme().darkProperty().get();
        look.theme().choiceProperty().set(dark ? Theme.Choice.LIGHT : Theme.Choice.DARK);
    }

    @FXML
    void showAlerts() {
        alerts.openProperty().set(!alerts.openProperty().get());
    }
}
