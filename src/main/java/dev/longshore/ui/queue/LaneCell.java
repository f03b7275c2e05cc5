package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.fx.Texts;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Shows a lane as its card, which is made anew only when something else is said in it. */
final class LaneCell extends ListCell<ObservableValue<Lane>> {
    private static final double SCROLL_BAR = 18;

    private final Texts texts;
    private final Consumer<MigrationKey> open;
    private Subscription following = Subscription.EMPTY;
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
    protected void updateItem(@Nullable ObservableValue<Lane> lane, boolean empty) {
        super.updateItem(lane, empty);
        following.unsubscribe();
        following = lane == null ? Subscription.EMPTY : lane.subscribe(this::show);
        if (lane == null) {
            setGraphic(null);
            shown = null;
        }
    }

    private void show(Lane lane) {
        if (!lane.equals(shown)) {
            setGraphic(new LaneCard(lane, texts, open));
            shown = lane;
        }
    }
}
