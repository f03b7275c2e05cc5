package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** The screen of the import queue. */
public final class QueueView {
    private final Ui ui;
    private final QueueViewModel model;
    private final Consumer<MigrationKey> open;
    private final Map<Lane.Key, ObjectProperty<Lane>> items = new LinkedHashMap<>();
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
        model.lanesProperty().subscribe(this::show);
    }

    /** A lane stays the same item as long as there is one: a list whose items change is measured anew from top to end. */
    private void show(List<Lane> shown) {
        var before = Map.copyOf(items);
        items.clear();
        for (var lane : shown) {
            items.put(lane.key(), before.getOrDefault(lane.key(), new SimpleObjectProperty<>(lane)));
            Objects.requireNonNull(items.get(lane.key())).set(lane);
        }
        if (!List.copyOf(items.values()).equals(lanes.getItems())) {
            lanes.getItems().setAll(items.values());
        }
    }
}
