package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.KeyedListItems;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** The screen of the import queue. */
public final class QueueView {
    private final UiContext context;
    private final QueueViewModel model;
    private final Consumer<MigrationKey> open;
    private final KeyedListItems<DatabaseQueue.QueueKey, DatabaseQueue> items = new KeyedListItems<>(
            DatabaseQueue::queueKey);
    @FXML private ListView<ObservableValue<DatabaseQueue>> lanes;

    /**
     * The queue of what {@code feed} shows.
     *
     * @param open shows a migration
     */
    public QueueView(UiContext context, SnapshotFeed feed, Consumer<MigrationKey> open) {
        this.context = context;
        this.open = open;
        model = new QueueViewModel(context, feed);
    }

    @FXML
    void initialize() {
        lanes.setAccessibleText(context.texts().get("queue.title"));
        lanes.setCellFactory(_ -> new DatabaseQueueCell(context.texts(), open));
        var none = new Label(context.texts().get("queue.none"));
        none.getStyleClass().add("note");
        lanes.setPlaceholder(none);
        model.onScreenProperty().bind(lanes.sceneProperty().isNotNull());
        lanes.setItems(items.items());
        model.queuesProperty().subscribe(items::show);
    }
}
