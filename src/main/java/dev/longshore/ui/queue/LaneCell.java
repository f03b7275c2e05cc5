package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.fx.Texts;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** Shows a lane as its card, which is made anew only when something else is said in it. */
final class LaneCell extends ListCell<Lane> {
    private static final double SCROLL_BAR = 18;

    private final Texts texts;
    private final Consumer<MigrationKey> open;
    private @Nullable Lane shown;

    LaneCell(Texts texts, Consumer<MigrationKey> open) {
        this.texts = texts;
        this.open = open;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // Without it a cell is as wide as its longest sentence, and none is ever wrapped.
        setPrefWidth(0);
    }

    /** As tall as its card in the width there is. */
    @Override
    protected double computePrefHeight(double width) {
        var insets = snappedLeftInset() + snappedRightInset();
        var room = getListView() == null ? -1 : getListView().getWidth() - insets - SCROLL_BAR;
        var card = getGraphic() == null ? 0 : getGraphic().prefHeight(room);
        return snappedTopInset() + card + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable Lane lane, boolean empty) {
        super.updateItem(lane, empty);
        if (lane != null && !lane.equals(shown)) {
            setGraphic(new LaneCard(lane, texts, open));
        }
        if (lane == null) {
            setGraphic(null);
        }
        shown = lane;
    }
}
