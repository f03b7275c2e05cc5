package dev.longshore.ui.activity;

import dev.longshore.ui.Dialogs;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.Views;
import javafx.fxml.FXML;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The screen of everything that was asked of the service. */
public final class ActivityView {
    private final Ui ui;
    private final Feed feed;
    private final Dialogs dialogs;
    @FXML private VBox activityScreen;

    /** The screen for what {@code feed} shows, whose dialogs are shown on {@code dialogs}. */
    public ActivityView(Ui ui, Feed feed, Dialogs dialogs) {
        this.ui = ui;
        this.feed = feed;
        this.dialogs = dialogs;
    }

    @FXML
    void initialize() {
        var table = new CommandTable(ui.texts(), true);
        table.setId("activityTable");
        VBox.setVgrow(table, Priority.ALWAYS);
        activityScreen.getChildren().add(table);
        var lines = new CommandLines(ui.texts(), ui.times());
        feed.calmProperty().when(activityScreen.sceneProperty().isNotNull())
                .subscribe(snapshot -> table.show(lines.of(snapshot)));
        ui.times().zoneProperty().subscribe(() -> table.show(lines.of(feed.shownProperty().get())));
    }

    @FXML
    void export() {
        var view = new ExportView(ui, new ExportViewModel(ui), dialogs::close);
        dialogs.show((Region) new Views(ui.texts()).load(view), dialogs::close);
    }
}
