package dev.longshore.ui.shell;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.actions.ActionBar;
import dev.longshore.ui.activity.ActivityView;
import dev.longshore.ui.cleanup.CalendarView;
import dev.longshore.ui.connect.ConnectDialogs;
import dev.longshore.ui.context.Appearance;
import dev.longshore.ui.context.SupportBundles;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.detail.DetailView;
import dev.longshore.ui.detail.DetailViewModel;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.feed.SnapshotFeed;
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
final class ScreenCache {
    private final Map<WindowScreen, Parent> made = new EnumMap<>(WindowScreen.class);
    private final UiContext context;
    private final Appearance appearance;
    private final SnapshotFeed feed;
    private final ConnectDialogs connecting;
    private final SecretClipboard secrets;
    private final SupportBundles supportBundles;
    private final Views views;
    private final MigrationsViewModel migrations;
    private final Dialogs dialogs;
    private final Consumer<MigrationKey> open;

    /**
     * The screens of one window.
     *
     * @param open shows a migration in the table
     */
    ScreenCache(ScreenDependencies dependencies, MigrationsViewModel migrations, Dialogs dialogs,
            Consumer<MigrationKey> open) {
        context = dependencies.context();
        appearance = dependencies.appearance();
        feed = dependencies.feed();
        connecting = dependencies.connecting();
        secrets = dependencies.secrets();
        supportBundles = dependencies.supportBundles();
        this.migrations = migrations;
        this.dialogs = dialogs;
        this.open = open;
        views = new Views(context.texts());
    }

    /** What all of them work with. */
    record ScreenDependencies(UiContext context, Appearance appearance, SnapshotFeed feed, ConnectDialogs connecting,
            SecretClipboard secrets, SupportBundles supportBundles) {}

    Parent get(WindowScreen screen) {
        return made.computeIfAbsent(screen, this::make);
    }

    private Parent make(WindowScreen screen) {
        return switch (screen) {
            case MIGRATIONS -> views.load(migrations());
            case CALENDAR -> views.load(new CalendarView(context, feed, open, migrations.actions()));
            case QUEUE -> views.load(new QueueView(context, feed, open));
            case ACTIVITY -> views.load(new ActivityView(context, feed, dialogs));
            case SETTINGS -> views
                    .load(new SettingsView(context, appearance, feed, dialogs, connecting).withSupport(supportBundles));
        };
    }

    private MigrationsView migrations() {
        return new MigrationsView(context, appearance, feed, migrations, below()).onAdd(connecting::addMigrations)
                .onInitialize(connecting::initializeMigration).describingOn(dialogs);
    }

    private Node below() {
        var details = new DetailViewModel(context, feed);
        migrations.selectionProperty().subscribe(details::select);
        var detail = views.load(new DetailView(context, feed, details, migrations.actions())
                .onRestart(connecting::initializeInsteadOf)
                .withUploads(new UploadsPanel(context, secrets, details.migrationProperty())));
        VBox.setVgrow(detail, Priority.ALWAYS);
        return new VBox(views.load(new ActionBar(context, migrations.actions())), detail);
    }
}
