package dev.longshore.ui.cleanup;

import dev.longshore.calendarfile.CalendarEvent;
import dev.longshore.calendarfile.EventKind;
import dev.longshore.model.MigrationKey;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.DatabaseChoiceBox;
import dev.longshore.ui.control.calendar.CleanupCalendar;
import dev.longshore.ui.control.calendar.CleanupEntry;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.Visibility;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The screen of the cleanup calendar. */
public final class CalendarView {
    private final UiContext context;
    private final SnapshotFeed feed;
    private final Consumer<MigrationKey> open;
    private final ActionsViewModel actions;
    private final CalendarViewModel model;
    private final CleanupCalendar calendar;
    private final WhatIfViewModel whatIfModel;
    private final HBox page = new HBox();
    private @Nullable WhatIfPanel panel;
    private boolean filling;
    @FXML private VBox calendarScreen;
    @FXML private DatabaseChoiceBox<CalendarViewModel.DatabaseChoice> calendarDatabase;
    @FXML private Label calendarNote;
    @FXML private SplitMenuButton exportIcs;
    @FXML private ToggleButton whatIf;

    /**
     * The calendar of what {@code feed} shows.
     *
     * @param open shows a migration
     * @param actions asked for another time when an entry is dragged there
     * @param whatIf plan mode
     */
    public CalendarView(UiContext context, SnapshotFeed feed, Consumer<MigrationKey> open, ActionsViewModel actions,
            WhatIfViewModel whatIf) {
        this.context = context;
        this.feed = feed;
        this.open = open;
        this.actions = actions;
        model = new CalendarViewModel(context, feed);
        calendar = new CleanupCalendar(context.times());
        whatIfModel = whatIf;
    }

    /** Offers reminders of planned launches, on {@code dialogs}; {@code routes} are those of notifications. Before it is loaded. */
    public CalendarView withReminders(Dialogs dialogs, Supplier<List<String>> routes) {
        whatIfModel.onRemind((migration, at) -> {
            var deadline = new DeadlineViewModel(context, feed, migration, null);
            deadline.begin(context.texts().get("cleanup.whatIf.remind.name", migration.name()), at);
            new DeadlineDialog(context, deadline, dialogs).open(routes.get());
        });
        return this;
    }

    @FXML
    void initialize() {
        HBox.setHgrow(calendar, Priority.ALWAYS);
        VBox.setVgrow(page, Priority.ALWAYS);
        page.getChildren().add(calendar);
        calendarScreen.getChildren().add(page);
        wirePlan();
        model.onScreenProperty().bind(calendarScreen.sceneProperty().isNotNull());
        calendar.onEntryProperty().set(entry -> open.accept(entry.key()));
        calendar.onScheduleProperty().set(entry -> actions.requestSafeCleanup(entry.key()));
        calendar.onMoveProperty().set((entry, to) -> move(entry, to.toInstant()));
        model.entriesProperty().subscribe(_ -> showEntries());
        whatIfModel.planProperty().subscribe((_, _) -> showEntries());
        feed.nowProperty().map(now -> context.times().zoned(now).toLocalDate())
                .subscribe(calendar.todayProperty()::set);
        model.freezesProperty().subscribe(calendar.freezesProperty()::set);
        wireDatabases();
        wireExport();
    }

    private void wirePlan() {
        whatIf.setTooltip(new Tooltip(context.texts().get("cleanup.whatIf.tip")));
        whatIfModel.planningProperty().bind(whatIf.selectedProperty());
        whatIfModel.planningProperty().subscribe(_ -> offer());
        model.choicesProperty().subscribe(_ -> offer());
    }

    private void offer() {
        if (whatIfModel.planningProperty().get()) {
            panel().offer(model.choicesProperty().get(), model::migrations);
        }
    }

    /** Made when plan mode is first used: its controls take longer than the whole calendar. */
    private WhatIfPanel panel() {
        if (panel == null) {
            panel = new WhatIfPanel(context, whatIfModel);
            Visibility.bind(panel, whatIf.selectedProperty());
            page.getChildren().add(panel);
        }
        return panel;
    }

    /** In plan mode an entry that is dragged changes the plan; else it opens the dialog. */
    private void move(CleanupEntry entry, Instant to) {
        if (whatIfModel.planningProperty().get()) {
            whatIfModel.plan(entry.key(), to);
        } else {
            actions.requestCleanupAt(entry.key(), to);
        }
    }

    private void showEntries() {
        var ghosts = whatIfModel.planProperty().get().ghosts();
        var entries = model.entriesProperty().get();
        calendar.entriesProperty().set(ghosts.isEmpty() ? entries : entries.with(List.of(), ghosts));
    }

    private void wireDatabases() {
        calendarDatabase.setAccessibleText(context.texts().get("cleanup.database"));
        calendarDatabase.valueProperty().subscribe(this::choose);
        model.databasesProperty().subscribe(this::showDatabases);
    }

    private void choose(CalendarViewModel.@Nullable DatabaseChoice chosen) {
        if (!filling && chosen != null) {
            model.databaseProperty().set(chosen);
        }
    }

    private void showDatabases(List<CalendarViewModel.DatabaseChoice> databases) {
        filling = true;
        calendarDatabase.offer(databases);
        calendarDatabase.setValue(model.databaseProperty().get());
        filling = false;
    }

    private void wireExport() {
        exportIcs.setTooltip(new Tooltip(context.texts().get("cleanup.export.tip")));
        var day = new MenuItem();
        calendar.shownProperty().map(shown -> context.texts().get("cleanup.export.day", context.times().date(shown)))
                .subscribe(day::setText);
        day.setOnAction(_ -> export(this::isOfTheDay));
        exportIcs.getItems().addAll(item("cleanup.export.all", _ -> true),
                item("cleanup.export.cleanups", each -> each.kind() == EventKind.CLEANUP), day);
    }

    private MenuItem item(String text, Predicate<CalendarEvent> wanted) {
        var item = new MenuItem(context.texts().get(text));
        item.setOnAction(_ -> export(wanted));
        return item;
    }

    private boolean isOfTheDay(CalendarEvent event) {
        return context.times().zoned(event.at()).toLocalDate().equals(calendar.shownProperty().get());
    }

    @FXML
    void exportAll() {
        export(_ -> true);
    }

    private void export(Predicate<CalendarEvent> wanted) {
        new FilePrompt(context.texts().get("cleanup.export"), exportIcs)
                .of(context.texts().get("cleanup.export.kind"), "*.ics")
                .save(context.texts().get("cleanup.export.file"))
                .ifPresent(file -> save(wanted, file));
    }

    /** Saves without waiting for the disk, and then says what became of it. */
    void save(Predicate<CalendarEvent> wanted, Path file) {
        var _ = new CalendarExport(context, feed).save(model.migrations(), model.keptFreezes(), wanted, file)
                .thenAccept(sentence -> context.thread().run(() -> showMessage(sentence)));
    }

    private void showMessage(String sentence) {
        calendarNote.setText(sentence);
        calendarNote.setTooltip(new Tooltip(sentence));
    }
}
