package dev.longshore.ui.cleanup;

import dev.longshore.model.Deadline;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.control.CleanupCalendar;
import dev.longshore.ui.control.CleanupEntry;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The screen of the cleanup calendar. */
public final class CalendarView {
    private final Ui ui;
    private final Feed feed;
    private final MigrationText text;
    @FXML private VBox calendarScreen;

    /** The calendar of what {@code feed} shows. */
    public CalendarView(Ui ui, Feed feed) {
        this.ui = ui;
        this.feed = feed;
        text = new MigrationText(ui.texts(), ui.times());
    }

    @FXML
    void initialize() {
        var calendar = new CleanupCalendar(ui.times());
        VBox.setVgrow(calendar, Priority.ALWAYS);
        calendarScreen.getChildren().add(calendar);
        feed.shownProperty().subscribe(snapshot -> calendar.getEntries().setAll(entries(snapshot)));
    }

    private List<CleanupEntry> entries(Snapshot snapshot) {
        return snapshot.migrations().stream()
                .flatMap(each -> each.cleanup().map(due -> entry(each, due)).stream())
                .toList();
    }

    private CleanupEntry entry(WatchedMigration migration, Deadline due) {
        var risk = text.deadlineRisk(migration);
        return new CleanupEntry(
                migration.key(), migration.name(), due.at(), due.cause(), risk, text.deadlineCause(migration));
    }
}
