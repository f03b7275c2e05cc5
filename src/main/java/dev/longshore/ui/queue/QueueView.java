package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** The screen of the import queue. */
public final class QueueView {
    private final Ui ui;
    private final QueueViewModel model;
    private final Consumer<MigrationKey> open;
    @FXML private ListView<Lane> lanes;

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
        model.lanesProperty().subscribe(this::show);
    }

    /** A lane that says the same as before is left alone, with the focus that may be in it. */
    private void show(List<Lane> shown) {
        var items = lanes.getItems();
        if (items.size() != shown.size()) {
            items.setAll(shown);
            return;
        }
        for (int i = 0; i < shown.size(); i++) {
            if (!items.get(i).equals(shown.get(i))) {
                items.set(i, shown.get(i));
            }
        }
    }
}
