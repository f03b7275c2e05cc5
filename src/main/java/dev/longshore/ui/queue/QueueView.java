package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.KeyedItems;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** The screen of the import queue. */
public final class QueueView {
    private final Ui ui;
    private final QueueViewModel model;
    private final Consumer<MigrationKey> open;
    private final KeyedItems<Lane.Key, Lane> items = new KeyedItems<>(Lane::key);
    @FXML private ListView<ObservableValue<Lane>> lanes;

    /**
     * The queue of what {@code feed} shows.
     *
     * @param open shows a migration
     */
    public QueueView(Ui ui, Feed feed, Consumer<MigrationKey> open) {
        this.ui = ui;
        this.open = open;
        model = new QueueViewModel(ui, feed);
    }

    @FXML
    void initialize() {
        lanes.setAccessibleText(ui.texts().get("queue.title"));
        lanes.setCellFactory(_ -> new LaneCell(ui.texts(), open));
        var none = new Label(ui.texts().get("queue.none"));
        none.getStyleClass().add("note");
        lanes.setPlaceholder(none);
        model.onScreenProperty().bind(lanes.sceneProperty().isNotNull());
        lanes.setItems(items.items());
        model.lanesProperty().subscribe(items::show);
    }
}
