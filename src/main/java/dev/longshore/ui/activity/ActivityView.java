package dev.longshore.ui.activity;

import dev.longshore.model.Initialization;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Views;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The screen of everything that was asked of the service, below what was never answered. */
public final class ActivityView {
    private static final double TABLE_MIN_HEIGHT = 100;

    private final UiContext context;
    private final SnapshotFeed feed;
    private final Dialogs dialogs;
    private Consumer<Initialization> initializeAgain = _ -> {};
    private Consumer<Initialization> add = _ -> {};
    @FXML private VBox activityScreen;

    /** The screen for what {@code feed} shows, whose dialogs are shown on {@code dialogs}. */
    public ActivityView(UiContext context, SnapshotFeed feed, Dialogs dialogs) {
        this.context = context;
        this.feed = feed;
        this.dialogs = dialogs;
    }

    /** Has a migration made as it was asked for before. */
    public ActivityView onInitializeAgain(Consumer<Initialization> initializesAgain) {
        initializeAgain = initializesAgain;
        return this;
    }

    /** Puts the migration on the list that an initialize may have made. */
    public ActivityView onAdd(Consumer<Initialization> adds) {
        add = adds;
        return this;
    }

    @FXML
    void initialize() {
        var table = new ActivityTable(context.texts(), true);
        table.setId("activityTable");
        // The table takes all room that is left; what is above it would be pressed together by a taller one.
        table.setMinHeight(TABLE_MIN_HEIGHT);
        table.setPrefHeight(TABLE_MIN_HEIGHT);
        VBox.setVgrow(table, Priority.ALWAYS);
        var unanswered = new UnansweredSection(context, dialogs,
                new UnansweredSection.UnansweredActions(initializeAgain, add));
        VBox.setVgrow(unanswered, Priority.SOMETIMES);
        activityScreen.getChildren().addAll(unanswered, table);
        var lines = new CommandRows(context.texts(), context.times());
        feed.throttledProperty().when(activityScreen.sceneProperty().isNotNull())
                .subscribe(snapshot -> {
                    table.show(lines.of(snapshot));
                    unanswered.show(snapshot);
                });
        context.times().zoneProperty().subscribe(() -> {
            table.show(lines.of(feed.shownProperty().get()));
            unanswered.show(feed.shownProperty().get());
        });
    }

    @FXML
    void export() {
        var view = new ExportView(new ExportViewModel(context), dialogs::close);
        dialogs.show((Region) new Views(context.texts()).load(view), dialogs::close);
    }
}
