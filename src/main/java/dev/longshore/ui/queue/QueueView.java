package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The screen of the import queue. */
public final class QueueView {
    private final Ui ui;
    private final QueueViewModel model;
    private final Consumer<MigrationKey> open;
    @FXML private ScrollPane laneScroll;
    @FXML private VBox lanes;

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
        laneScroll.setAccessibleText(ui.texts().get("queue.title"));
        model.lanesProperty().subscribe(this::show);
    }

    private void show(List<Lane> shown) {
        if (shown.isEmpty()) {
            var none = new Label(ui.texts().get("queue.none"));
            none.getStyleClass().add("note");
            lanes.getChildren().setAll(none);
        } else {
            lanes.getChildren().setAll(shown.stream().map(lane -> new LaneCard(lane, ui.texts(), open)).toList());
        }
    }
}
