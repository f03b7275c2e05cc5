package dev.longshore.ui.shell;

import dev.longshore.model.Action;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.fact.Fact;
import dev.longshore.text.Texts;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.alerts.AlertsViewModel;
import dev.longshore.ui.context.Appearance;
import dev.longshore.ui.context.KeyBindings;
import dev.longshore.ui.context.SimulatorTime;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.migrations.MigrationsViewModel;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;

/** Which screen the window shows, and what stands around it: title, simulator badge, number of alerts. FX thread only. */
final class ShellViewModel implements CommandPalette.PaletteMigrations {
    private final ReadOnlyObjectWrapper<WindowScreen> screen = new ReadOnlyObjectWrapper<>(this, "screen",
            WindowScreen.MIGRATIONS);
    private final ReadOnlyBooleanWrapper welcome = new ReadOnlyBooleanWrapper(this, "welcome");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "Longshore");
    private final ReadOnlyStringWrapper simulator = new ReadOnlyStringWrapper(this, "simulator", "");
    private final UiContext context;
    private final Appearance appearance;
    private final SnapshotFeed feed;
    private final MigrationsViewModel migrations;
    private final AlertsViewModel alerts;

    ShellViewModel(UiContext context, Appearance appearance, SnapshotFeed feed, MigrationsViewModel migrations,
            AlertsViewModel alerts) {
        this.context = context;
        this.appearance = appearance;
        this.feed = feed;
        this.migrations = migrations;
        this.alerts = alerts;
        feed.snapshotProperty().subscribe(this::show);
        screen.subscribe(_ -> showWelcome());
        migrations.attentionProperty().subscribe(_ -> showTitle());
    }

    /** What the user should know now: that the settings could not be read, or cannot be written. */
    Optional<Fact> settingsNotice() {
        return appearance.preferences().notice();
    }

    /** Which keys stand for which command. */
    KeyBindings keys() {
        return appearance.keys();
    }

    /** The screen that was chosen last. */
    ReadOnlyObjectProperty<WindowScreen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    /** Whether the welcome is shown in place of the screen. */
    ReadOnlyBooleanProperty welcomeProperty() {
        return welcome.getReadOnlyProperty();
    }

    /** The window's title. */
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** That migrations of the simulator are on the list, or empty. */
    ReadOnlyStringProperty simulatorProperty() {
        return simulator.getReadOnlyProperty();
    }

    /** How many migrations need a user: the one number that is shown everywhere. */
    ReadOnlyIntegerProperty attentionProperty() {
        return migrations.attentionProperty();
    }

    /** How many alerts the user has not acknowledged. */
    ReadOnlyIntegerProperty alertCountProperty() {
        return alerts.countProperty();
    }

    /** What the user typed into the quick filter. */
    StringProperty filterProperty() {
        return migrations.filterProperty();
    }

    /** Goes to {@code next}. */
    void go(WindowScreen next) {
        screen.set(next);
    }

    /** Goes to the table where there is nothing to filter. */
    void goWhereFiltered() {
        if (screen.get() == WindowScreen.SETTINGS) {
            go(WindowScreen.MIGRATIONS);
        }
    }

    @Override
    public void open(MigrationKey key) {
        go(WindowScreen.MIGRATIONS);
        feed.reveal(key);
        migrations.open(key);
    }

    /** Shows the activity, with what belongs to a connection among it. */
    void openActivity(Optional<ConnectionId> connection) {
        go(WindowScreen.ACTIVITY);
        connection.ifPresent(feed::reveal);
    }

    /** Opens the schedule of a migration's cleanup, with a time at which nothing can be lost. */
    void scheduleCleanup(MigrationKey key) {
        open(key);
        migrations.actions().requestSafeCleanup(key);
    }

    @Override
    public ActionAvailability availability(Action action, WatchedMigration migration) {
        return migrations.actions().availability(action, migration);
    }

    @Override
    public void request(Action action, MigrationKey key) {
        open(key);
        migrations.actions().select(List.of(key));
        migrations.actions().request(action);
    }

    @Override
    public List<WatchedMigration> urgent(int most) {
        return migrations.urgent(most);
    }

    /** Asks for {@code action} for what is selected, where the user sees what is selected. */
    void request(Action action) {
        if (screen.get() == WindowScreen.MIGRATIONS) {
            migrations.actions().request(action);
        }
    }

    void pollNow() {
        context.watch().pollNow();
    }

    void toggleTheme() {
        var dark = appearance.theme().darkProperty().get();
        appearance.theme().choiceProperty().set(dark ? Theme.ThemeChoice.LIGHT : Theme.ThemeChoice.DARK);
    }

    void toggleAlerts() {
        alerts.openProperty().set(!alerts.openProperty().get());
    }

    private void show(Snapshot snapshot) {
        var simulated = snapshot.connections().stream()
                .anyMatch(each -> each.connection().origin() == Connection.TokenOrigin.SIMULATOR);
        simulator.set(simulated ? simulatorText(context.texts()) : "");
        showTitle();
        showWelcome();
    }

    private String simulatorText(Texts texts) {
        return appearance.simulatorTime().map(time -> simulatorText(texts, time.speed().getAsDouble()))
                .orElseGet(() -> texts.get("shell.simulator"));
    }

    private static String simulatorText(Texts texts, double speed) {
        return speed == 0 ? texts.get("shell.simulator.stopped") : texts.get("shell.simulator.speed", speed);
    }

    /** The time of the built-in simulator, or empty where none runs. */
    Optional<SimulatorTime> simulatorTime() {
        return appearance.simulatorTime();
    }

    /** Changes how fast the built-in simulator runs; 0 stops its time. */
    void runSimulator(double speed) {
        simulatorTime().ifPresent(time -> time.changeSpeed().accept(speed));
        show(feed.snapshotProperty().get());
    }

    /** Moves the time of the built-in simulator forward, and looks at what came of it. */
    void jump(Duration step) {
        simulatorTime().ifPresent(time -> time.jump().accept(step));
        pollNow();
    }

    /** While there is no connection the welcome stands where the screens would; the settings can be reached. */
    private void showWelcome() {
        welcome.set(feed.snapshotProperty().get().connections().isEmpty() && screen.get() != WindowScreen.SETTINGS);
    }

    /** It is all that can be seen of a window that is below others. */
    private void showTitle() {
        var snapshot = feed.snapshotProperty().get();
        var plain = snapshot.connections().isEmpty()
                ? "Longshore"
                : context.texts().get("shell.title", snapshot.migrations().size());
        var attention = migrations.attentionProperty().get();
        title.set(attention == 0 ? plain : context.texts().get("shell.title.urgent", plain, attention));
    }
}
