package dev.longshore.ui.activity;

import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogLayer;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Views;
import javafx.fxml.FXML;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The screen of everything that was asked of the service. */
public final class ActivityView {
    private final UiContext context;
    private final SnapshotFeed feed;
    private final DialogLayer dialogs;
    @FXML private VBox activityScreen;

    /** The screen for what {@code feed} shows, whose dialogs are shown on {@code dialogs}. */
    public ActivityView(UiContext context, SnapshotFeed feed, DialogLayer dialogs) {
        this.context = context;
        this.feed = feed;
        this.dialogs = dialogs;
    }

    @FXML
    void initialize() {
        var table = new ActivityTable(context.texts(), true);
        table.setId("activityTable");
        VBox.setVgrow(table, Priority.ALWAYS);
        activityScreen.getChildren().add(table);
        var lines = new CommandRows(context.texts(), context.times());
        feed.throttledProperty().when(activityScreen.sceneProperty().isNotNull())
                .subscribe(snapshot -> table.show(lines.of(snapshot)));
        context.times().zoneProperty().subscribe(() -> table.show(lines.of(feed.shownProperty().get())));
    }

    @FXML
    void export() {
        var view = new ExportView(new ExportViewModel(context), dialogs::close);
        dialogs.show((Region) new Views(context.texts()).load(view), dialogs::close);
    }
}
