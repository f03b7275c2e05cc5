package dev.longshore.ui.shell;

import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.actions.ActionBar;
import dev.longshore.ui.activity.ActivityView;
import dev.longshore.ui.cleanup.CalendarView;
import dev.longshore.ui.detail.DetailView;
import dev.longshore.ui.detail.DetailViewModel;
import dev.longshore.ui.fx.Views;
import dev.longshore.ui.migrations.MigrationsView;
import dev.longshore.ui.migrations.MigrationsViewModel;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Makes each screen when it is first gone to, and keeps it. */
final class Screens {
    private final Map<Screen, Parent> made = new EnumMap<>(Screen.class);
    private final Ui ui;
    private final Feed feed;
    private final Views views;
    private final MigrationsViewModel migrations;

    Screens(Ui ui, Feed feed, MigrationsViewModel migrations) {
        this.ui = ui;
        this.feed = feed;
        this.migrations = migrations;
        views = new Views(ui.texts());
    }

    Parent get(Screen screen) {
        return made.computeIfAbsent(screen, this::make);
    }

    private Parent make(Screen screen) {
        return switch (screen) {
            case MIGRATIONS -> views.load(new MigrationsView(ui, feed, migrations, below()));
            case ACTIVITY -> views.load(new ActivityView(ui, feed));
            case CALENDAR -> views.load(new CalendarView(ui, feed));
            case QUEUE, SETTINGS -> new VBox();
        };
    }

    private Node below() {
        var details = new DetailViewModel(ui, feed);
        migrations.selectionProperty().subscribe(details::select);
        var detail = views.load(new DetailView(ui, feed, details, migrations.actions()));
        VBox.setVgrow(detail, Priority.ALWAYS);
        return new VBox(views.load(new ActionBar(ui, migrations.actions())), detail);
    }
}
