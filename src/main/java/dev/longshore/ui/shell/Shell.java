package dev.longshore.ui.shell;

import dev.longshore.model.Connection;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Look;
import dev.longshore.ui.Ui;
import dev.longshore.ui.actions.ConfirmPresenter;
import dev.longshore.ui.fx.Views;
import dev.longshore.ui.migrations.MigrationsViewModel;
import dev.longshore.ui.theme.Theme;
import dev.longshore.watch.Snapshot;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * The whole of the window but its frame: made once, put into a scene by {@link #root()}, and closed with the window.
 * FX thread only.
 */
public final class Shell implements AutoCloseable {
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "Longshore");
    private final Overlay overlay = new Overlay();
    private final PauseTransition aSecond = new PauseTransition(Duration.seconds(1));
    private final Ui ui;
    private final Look look;
    private final Feed feed;
    private final MigrationsViewModel migrations;
    private final Screens pages;
    private final Parent view;
    @FXML private StackPane root;
    @FXML private StackPane screens;
    @FXML private ToggleButton navMigrations;
    @FXML private ToggleButton navCalendar;
    @FXML private ToggleButton navQueue;
    @FXML private ToggleButton navActivity;
    @FXML private ToggleButton navSettings;
    @FXML private ComboBox<ConnectionChooser.Choice> connectionChooser;
    @FXML private TextField quickFilter;
    @FXML private Label simulatorBadge;
    @FXML private Label statusSummary;
    @FXML private Label statusTrouble;

    /** Builds the window's content and begins to show what the watch publishes. */
    public Shell(Ui ui, Look look) {
        this.ui = ui;
        this.look = look;
        feed = new Feed(ui);
        migrations = new MigrationsViewModel(ui, feed);
        pages = new Screens(ui, feed, migrations);
        view = new Views(ui.texts()).load(this);
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

    /** Brings ages and distances up to the clock; happens once a second by itself. */
    public void second() {
        feed.second();
    }

    /** Stops listening and ticking. */
    @Override
    public void close() {
        aSecond.stop();
        migrations.actions().close();
        feed.close();
    }

    @FXML
    void initialize() {
        root.getChildren().add(overlay);
        new ConfirmPresenter(ui, feed, overlay, migrations.actions());
        wireRail();
        wireStatusBar();
        new ConnectionChooser(connectionChooser, feed, ui.texts());
        quickFilter.textProperty().bindBidirectional(migrations.filterProperty());
        feed.snapshotProperty().subscribe(this::showSimulator);
    }

    private void wireRail() {
        var targets = Map.of(
                navMigrations, Screen.MIGRATIONS, navCalendar, Screen.CALENDAR, navQueue, Screen.QUEUE,
                navActivity, Screen.ACTIVITY, navSettings, Screen.SETTINGS);
        targets.forEach((button, screen) -> button.setOnAction(_ -> {
            button.setSelected(true);
            screens.getChildren().setAll(pages.get(screen));
        }));
        navMigrations.fire();
    }

    private void wireStatusBar() {
        var model = new StatusBarViewModel(ui, feed);
        statusSummary.textProperty().bind(model.summaryProperty());
        statusTrouble.textProperty().bind(model.troubleProperty());
        statusTrouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
    }

    private void showSimulator(Snapshot snapshot) {
        var simulated = snapshot.connections().stream()
                .anyMatch(each -> each.connection().origin() == Connection.TokenOrigin.SIMULATOR);
        simulatorBadge.setVisible(simulated);
        simulatorBadge.setManaged(simulated);
        simulatorBadge.setText(look.simulatorSpeed().isPresent()
                ? ui.texts().get("shell.simulator.speed", look.simulatorSpeed().getAsDouble())
                : ui.texts().get("shell.simulator"));
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
    void showAlerts() {}
}
