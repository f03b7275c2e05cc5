package dev.longshore.ui.cleanup;

import dev.longshore.model.Deadline;
import dev.longshore.model.MigrationKey;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.control.CleanupCalendar;
import dev.longshore.ui.control.CleanupEntry;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The screen of the cleanup calendar. */
public final class CalendarView {
    private final Ui ui;
    private final Feed feed;
    private final Consumer<MigrationKey> open;
    private final ActionsViewModel actions;
    private final MigrationText text;
    @FXML private VBox calendarScreen;

    /**
     * The calendar of what {@code feed} shows.
     *
     * @param open shows a migration
     * @param actions asked for another time when an entry is dragged there
     */
    public CalendarView(Ui ui, Feed feed, Consumer<MigrationKey> open, ActionsViewModel actions) {
        this.ui = ui;
        this.feed = feed;
        this.open = open;
        this.actions = actions;
        text = new MigrationText(ui.texts(), ui.times());
    }

    @FXML
    void initialize() {
        var calendar = new CleanupCalendar(ui.times());
        VBox.setVgrow(calendar, Priority.ALWAYS);
        calendarScreen.getChildren().add(calendar);
        calendar.onEntryProperty().set(entry -> open.accept(entry.key()));
        calendar.onMoveProperty().set((entry, to) -> actions.requestCleanupAt(entry.key(), to.toInstant()));
        feed.shownProperty().map(this::entries).subscribe(entries -> calendar.getEntries().setAll(entries));
        feed.nowProperty().map(now -> ui.times().zoned(now).toLocalDate()).subscribe(calendar.todayProperty()::set);
    }

    private List<CleanupEntry> entries(Snapshot snapshot) {
        return snapshot.migrations().stream()
                .flatMap(each -> each.cleanup().map(due -> entry(each, due)).stream())
                .toList();
    }

    private CleanupEntry entry(WatchedMigration migration, Deadline due) {
        var risk = text.deadlineRisk(migration, feed.situation(migration));
        return new CleanupEntry(
                migration.key(), migration.name(), due.at(), due.cause(), risk, text.deadlineCause(migration));
    }
}
