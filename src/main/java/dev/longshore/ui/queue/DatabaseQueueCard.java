package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.text.Texts;
import dev.longshore.ui.control.StatusBadge;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.queue.DatabaseQueue.QueueItem;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One lane as a card: the database, what imports into it, and what waits. */
final class DatabaseQueueCard extends VBox {
    private final Texts texts;
    private final Consumer<MigrationKey> open;

    DatabaseQueueCard(DatabaseQueue queue, Texts texts, Consumer<MigrationKey> open) {
        this.texts = texts;
        this.open = open;
        getStyleClass().add("lane");
        getChildren().add(header(queue));
        addPart("queue.imports", queue.importing());
        addPart("queue.waits", queue.waiting());
    }

    private static Node header(DatabaseQueue queue) {
        var title = new Label(queue.title());
        title.getStyleClass().add("card-title");
        var place = new Label(queue.location());
        place.getStyleClass().add("note");
        var header = new HBox(title, place);
        header.getStyleClass().add("lane-header");
        return header;
    }

    private void addPart(String heading, List<QueueItem> berths) {
        var label = new Label(texts.get(heading));
        label.getStyleClass().add("lane-heading");
        getChildren().add(label);
        if (berths.isEmpty()) {
            var nothing = new Label(texts.get("queue.nothing"));
            nothing.getStyleClass().addAll("note", "berth");
            getChildren().add(nothing);
        }
        berths.stream().map(this::row).forEach(getChildren()::add);
    }

    private Node row(QueueItem item) {
        var badge = new StatusBadge(texts);
        badge.setStatus(item.status());
        var name = new Hyperlink(item.name());
        name.setOnAction(_ -> open.accept(item.key()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        var detail = new Label(item.detail());
        detail.setWrapText(true);
        detail.getStyleClass().add(item.isNext() ? ColorRole.GOOD.styleClass() : "note");
        HBox.setHgrow(detail, Priority.ALWAYS);
        var row = new HBox(badge, name, detail);
        row.getStyleClass().add("berth");
        return row;
    }
}
