package dev.longshore.ui.shell;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.Dialogs;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Look;
import dev.longshore.ui.Support;
import dev.longshore.ui.Ui;
import dev.longshore.ui.actions.ActionBar;
import dev.longshore.ui.activity.ActivityView;
import dev.longshore.ui.cleanup.CalendarView;
import dev.longshore.ui.connect.ConnectDialogs;
import dev.longshore.ui.detail.DetailView;
import dev.longshore.ui.detail.DetailViewModel;
import dev.longshore.ui.fx.Views;
import dev.longshore.ui.migrations.MigrationsView;
import dev.longshore.ui.migrations.MigrationsViewModel;
import dev.longshore.ui.queue.QueueView;
import dev.longshore.ui.settings.SettingsView;
import dev.longshore.ui.uploads.SecretClipboard;
import dev.longshore.ui.uploads.UploadsPanel;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Makes each screen when it is first gone to, and keeps it. */
final class Screens {
    private final Map<Screen, Parent> made = new EnumMap<>(Screen.class);
    private final Ui ui;
    private final Look look;
    private final Feed feed;
    private final ConnectDialogs connecting;
    private final SecretClipboard secrets;
    private final Support support;
    private final Views views;
    private final MigrationsViewModel migrations;
    private final Dialogs dialogs;
    private final Consumer<MigrationKey> open;

    /**
     * The screens of one window.
     *
     * @param open shows a migration in the table
     */
    Screens(Parts parts, MigrationsViewModel migrations, Dialogs dialogs, Consumer<MigrationKey> open) {
        ui = parts.ui();
        look = parts.look();
        feed = parts.feed();
        connecting = parts.connecting();
        secrets = parts.secrets();
        support = parts.support();
        this.migrations = migrations;
        this.dialogs = dialogs;
        this.open = open;
        views = new Views(ui.texts());
    }

    /** What all of them work with. */
    record Parts(Ui ui, Look look, Feed feed, ConnectDialogs connecting, SecretClipboard secrets, Support support) {}

    Parent get(Screen screen) {
        return made.computeIfAbsent(screen, this::make);
    }

    private Parent make(Screen screen) {
        return switch (screen) {
            case MIGRATIONS -> views.load(migrations());
            case CALENDAR -> views.load(new CalendarView(ui, feed, open, migrations.actions()));
            case QUEUE -> views.load(new QueueView(ui, feed, open));
            case ACTIVITY -> views.load(new ActivityView(ui, feed, dialogs));
            case SETTINGS -> views.load(new SettingsView(ui, look, feed, dialogs, connecting).withSupport(support));
        };
    }

    private MigrationsView migrations() {
        return new MigrationsView(ui, look, feed, migrations, below()).onAdd(connecting::addMigrations)
                .onInitialize(connecting::initializeMigration).describingOn(dialogs);
    }

    private Node below() {
        var details = new DetailViewModel(ui, feed);
        migrations.selectionProperty().subscribe(details::select);
        var detail = views.load(new DetailView(ui, feed, details, migrations.actions())
                .onRestart(connecting::initializeInsteadOf)
                .withUploads(new UploadsPanel(ui, secrets, details.migrationProperty())));
        VBox.setVgrow(detail, Priority.ALWAYS);
        return new VBox(views.load(new ActionBar(ui, migrations.actions())), detail);
    }
}
