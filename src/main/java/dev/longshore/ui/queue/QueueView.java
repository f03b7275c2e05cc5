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
    private final KeyedListItems<QueueRow.QueueRowKey, QueueRow> items = new KeyedListItems<>(QueueRow::key);
    @FXML private ListView<ObservableValue<QueueRow>> queueList;

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
        queueList.setAccessibleText(context.texts().get("queue.title"));
        queueList.setCellFactory(_ -> new QueueCell(context.texts(), open));
        var none = new Label();
        none.textProperty().bind(model.isEmptyByFilter().map(
                filtered -> context.texts().get(filtered ? "queue.none.filtered" : "queue.none")));
        none.getStyleClass().add("note");
        queueList.setPlaceholder(none);
        model.onScreenProperty().bind(queueList.sceneProperty().isNotNull());
        queueList.setItems(items.items());
        model.rowsProperty().subscribe(items::show);
    }
}
