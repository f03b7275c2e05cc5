package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.control.StatusBadge;
import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.queue.Lane.Berth;
import dev.longshore.ui.theme.Token;
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
final class LaneCard extends VBox {
    private final Texts texts;
    private final Consumer<MigrationKey> open;

    LaneCard(Lane lane, Texts texts, Consumer<MigrationKey> open) {
        this.texts = texts;
        this.open = open;
        getStyleClass().add("lane");
        getChildren().add(header(lane));
        addPart("queue.imports", lane.importing());
        addPart("queue.waits", lane.waiting());
    }

    private static Node header(Lane lane) {
        var title = new Label(lane.title());
        title.getStyleClass().add("card-title");
        var place = new Label(lane.place());
        place.getStyleClass().add("note");
        var header = new HBox(title, place);
        header.getStyleClass().add("lane-header");
        return header;
    }

    private void addPart(String heading, List<Berth> berths) {
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

    private Node row(Berth berth) {
        var badge = new StatusBadge();
        badge.setStatus(berth.status());
        var name = new Hyperlink(berth.name());
        name.setOnAction(_ -> open.accept(berth.key()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        var detail = new Label(berth.detail());
        detail.setWrapText(true);
        detail.getStyleClass().add(berth.isNext() ? Token.GOOD.styleClass() : "note");
        HBox.setHgrow(detail, Priority.ALWAYS);
        var row = new HBox(badge, name, detail);
        row.getStyleClass().add("berth");
        return row;
    }
}
