package dev.longshore.ui.shell;

import dev.longshore.model.Action;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.text.MigrationText;
import dev.longshore.text.TimeText;
import dev.longshore.ui.actions.ConfirmPresenter;
import dev.longshore.ui.alerts.AlertBanner;
import dev.longshore.ui.alerts.AlertInbox;
import dev.longshore.ui.alerts.AlertNavigation;
import dev.longshore.ui.alerts.AlertsViewModel;
import dev.longshore.ui.connect.ConnectDialogs;
import dev.longshore.ui.connect.ConnectionBanner;
import dev.longshore.ui.connect.WelcomeView;
import dev.longshore.ui.context.Appearance;
import dev.longshore.ui.context.HostEnvironment;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogLayer;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Views;
import dev.longshore.ui.help.HelpWindow;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.migrations.MigrationsViewModel;
import dev.longshore.ui.uploads.SecretClipboard;
import dev.longshore.ui.uploads.SystemClipboard;
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
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.textfield.CustomTextField;

/**
 * The whole of the window but its frame: made once, put into a scene by {@link #root()}, and closed with the window.
 * FX thread only.
 */
public final class ShellView implements AutoCloseable {
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "Longshore");
    private final DialogLayer dialogLayer = new DialogLayer();
    private final PauseTransition ticker = new PauseTransition(Duration.seconds(1));
    private final Map<WindowScreen, ToggleButton> rail = new EnumMap<>(WindowScreen.class);
    private final UiContext context;
    private final Appearance appearance;
    private final SnapshotFeed feed;
    private final SecretClipboard secrets = new SecretClipboard(new SystemClipboard());
    private final MigrationsViewModel migrations;
    private final ConnectDialogs connecting;
    private final ScreenCache pages;
    private final WindowCommands commands;
    private final HelpWindow help;
    private final AlertInbox inbox;
    private final AlertsViewModel alerts;
    private final Parent welcome;
    private final Parent view;
    private WindowScreen current = WindowScreen.MIGRATIONS;
    @FXML private StackPane root;
    @FXML private StackPane screens;
    @FXML private VBox page;
    @FXML private ToggleButton navMigrations;
    @FXML private ToggleButton navCalendar;
    @FXML private ToggleButton navQueue;
    @FXML private ToggleButton navActivity;
    @FXML private ToggleButton navSettings;
    @FXML private ComboBox<ConnectionChooser.ConnectionChoice> connectionChooser;
    @FXML private CustomTextField quickFilter;
    @FXML private Button alertsButton;
    @FXML private Label simulatorBadge;
    @FXML private Label statusSummary;
    @FXML private Label statusTrouble;
    @FXML private Label statusTokens;

    /**
     * Builds the window's content and begins to show what the watch publishes.
     *
     * @param host helps a person who has no connection yet
     */
    public ShellView(UiContext context, Appearance appearance, HostEnvironment host) {
        this.context = context;
        this.appearance = appearance;
        feed = new SnapshotFeed(context);
        migrations = new MigrationsViewModel(context, feed);
        connecting = new ConnectDialogs(context, feed, dialogLayer, host);
        pages = new ScreenCache(
                new ScreenCache.ScreenDependencies(context, appearance, feed, connecting, secrets,
                        host.supportBundles()),
                migrations, dialogLayer,
                this::open);
        commands = new WindowCommands(context.texts());
        help = new HelpWindow(context.texts(), appearance.theme());
        alerts = new AlertsViewModel(context, feed);
        inbox = new AlertInbox(context, alerts,
                new AlertNavigation(this::open, this::scheduleCleanup, this::replaceToken));
        var views = new Views(context.texts());
        welcome = views.load(new WelcomeView(context, host.demoStarter(), connecting::connect));
        bindPreferences();
        view = views.load(this);
        startTicking();
    }

    private void bindPreferences() {
        new UploadPlanStore(appearance.preferences(), feed);
        var preferenceBinder = new PreferenceBinder(appearance.preferences());
        preferenceBinder.bind("theme", appearance.theme().choiceProperty(), Theme.ThemeChoice.values());
        preferenceBinder.bind("zone", context.times().zoneProperty(), TimeText.ZoneChoice.values());
        preferenceBinder.bind("table.mode", migrations.modeProperty(), MigrationsViewModel.TableMode.values());
    }

    private void startTicking() {
        ticker.setOnFinished(_ -> {
            tick();
            ticker.playFromStart();
        });
        ticker.play();
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
    public void requestToken(Connection connection) {
        connecting.replaceToken(connection);
    }

    /** Brings ages and distances up to the clock; happens once a second by itself. */
    public void tick() {
        feed.tick();
        secrets.tick();
    }

    /** Stops listening and ticking; what still could be called back is not sent. */
    @Override
    public void close() {
        ticker.stop();
        secrets.close();
        help.close();
        migrations.actions().close();
        alerts.close();
        feed.close();
    }

    @FXML
    void initialize() {
        var call = new AlertBanner(context.texts(), alerts);
        StackPane.setAlignment(inbox, Pos.TOP_RIGHT);
        StackPane.setAlignment(call, Pos.BOTTOM_RIGHT);
        root.getChildren().addAll(call, inbox, dialogLayer);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> inbox.pressed(event, alertsButton));
        page.getChildren().addFirst(new ConnectionBanner(context, feed, connecting));
        new ConfirmPresenter(context, feed, dialogLayer, migrations.actions());
        new ConnectionChooser(connectionChooser, feed, context.texts());
        wireFilter();
        wireRail();
        new StatusBar(new StatusBarViewModel(context, feed)).show(statusSummary, statusTrouble, statusTokens);
        wireCommands();
        feed.snapshotProperty().subscribe(this::show);
        alerts.countProperty().subscribe(count -> showCount(count.intValue()));
        alerts.pressingProperty().subscribe(_ -> showTitle());
    }

    private void wireFilter() {
        quickFilter.textProperty().bindBidirectional(migrations.filterProperty());
        quickFilter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                quickFilter.clear();
            }
        });
        quickFilter.getRight().setAccessibleRole(AccessibleRole.BUTTON);
        quickFilter.getRight().setAccessibleText(context.texts().get("shell.filter.clear"));
        Tooltip.install(quickFilter.getRight(), new Tooltip(context.texts().get("shell.filter.clear")));
    }

    private void wireRail() {
        rail.put(WindowScreen.MIGRATIONS, navMigrations);
        rail.put(WindowScreen.CALENDAR, navCalendar);
        rail.put(WindowScreen.QUEUE, navQueue);
        rail.put(WindowScreen.ACTIVITY, navActivity);
        rail.put(WindowScreen.SETTINGS, navSettings);
        rail.forEach((screen, button) -> button.setOnAction(_ -> go(screen)));
    }

    private void wireCommands() {
        commands.add("F5", "shell.key.poll", this::poll);
        commands.add("Shortcut+P", "shell.key.palette", this::showPalette);
        commands.add("Shortcut+F", "shell.key.filter", this::filter);
        commands.add("Shortcut+N", "shell.key.add", connecting::addMigrations);
        commands.add("Shortcut+1", "shell.key.migrations", () -> go(WindowScreen.MIGRATIONS));
        commands.add("Shortcut+2", "shell.key.calendar", () -> go(WindowScreen.CALENDAR));
        commands.add("Shortcut+3", "shell.key.queue", () -> go(WindowScreen.QUEUE));
        commands.add("Shortcut+4", "shell.key.activity", () -> go(WindowScreen.ACTIVITY));
        commands.add("Shortcut+5", "shell.key.settings", () -> go(WindowScreen.SETTINGS));
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
        commands.listen(root, dialogLayer::isShowing);
    }

    /** What destroys has no keys of its own: nobody is to press them by mistake. */
    private void command(Action action, Optional<String> keys) {
        commands.add(
                keys, "shell.key." + action, migrations.actions().availabilityProperty(action)::get,
                () -> request(action));
    }

    private void request(Action action) {
        if (current == WindowScreen.MIGRATIONS) {
            migrations.actions().request(action);
        }
    }

    private void showHelp() {
        help.show(root.getScene(), Objects.requireNonNull(rail.get(current)).getId());
    }

    private void showShortcuts() {
        dialogLayer.show(new ShortcutSheet(commands, context.texts(), dialogLayer), dialogLayer::close);
    }

    private void showPalette() {
        var palette = new CommandPalette(commands, feed, new MigrationText(context.texts(), context.times()),
                this::open);
        dialogLayer.show(new PaletteView(palette, context.texts(), dialogLayer), dialogLayer::close);
    }

    private void filter() {
        go(WindowScreen.MIGRATIONS);
        quickFilter.requestFocus();
        quickFilter.selectAll();
    }

    private void open(MigrationKey key) {
        go(WindowScreen.MIGRATIONS);
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

    private void go(WindowScreen screen) {
        current = screen;
        rail.forEach((each, button) -> button.setSelected(each == screen));
        showScreen();
    }

    private void show(Snapshot snapshot) {
        var simulated = snapshot.connections().stream()
                .anyMatch(each -> each.connection().origin() == Connection.TokenOrigin.SIMULATOR);
        simulatorBadge.setVisible(simulated);
        simulatorBadge.setManaged(simulated);
        simulatorBadge.setText(appearance.simulatorSpeed().isPresent()
                ? context.texts().get("shell.simulator.speed", appearance.simulatorSpeed().getAsDouble())
                : context.texts().get("shell.simulator"));
        showTitle();
        showScreen();
    }

    /** While there is no connection the welcome stands where the screens would; the settings can be reached. */
    private void showScreen() {
        var isEmpty = feed.snapshotProperty().get().connections().isEmpty() && current != WindowScreen.SETTINGS;
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
                : context.texts().get("shell.title", snapshot.migrations().size());
        var urgent = alerts.pressingProperty().get();
        title.set(urgent == 0 ? plain : context.texts().get("shell.title.urgent", plain, urgent));
    }

    private void showCount(int count) {
        alertsButton.setText(count == 0 ? "" : Integer.toString(count));
        alertsButton.setAccessibleText(context.texts().get("alerts.button", count));
    }

    @FXML
    void poll() {
        context.watch().pollNow();
    }

    @FXML
    void toggleTheme() {
        var dark = appearance.theme().darkProperty().get();
        appearance.theme().choiceProperty().set(dark ? Theme.ThemeChoice.LIGHT : Theme.ThemeChoice.DARK);
    }

    @FXML
    void showAlerts() {
        alerts.openProperty().set(!alerts.openProperty().get());
    }
}
