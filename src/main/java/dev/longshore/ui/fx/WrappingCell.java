package dev.longshore.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a list of {@link KeyedListItems} whose texts wrap: as tall as its content is in the width there is. FX thread
 * only.
 *
 * @param <T> what is said of an item
 */
public abstract class WrappingCell<T> extends ListCell<ObservableValue<T>> {
    private static final double SCROLL_BAR = 18;

    private Subscription following = Subscription.EMPTY;

    /** A cell without content; whoever extends it sets that as the graphic. */
    protected WrappingCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // Without it a cell is as wide as its longest sentence, and none is ever wrapped.
        setPrefWidth(0);
    }

    /** Shows what is said of the item, now and whenever that changes; null where there is no item. */
    protected abstract void show(@Nullable T said);

    /** {@inheritDoc} */
    @Override
    protected final void updateItem(@Nullable ObservableValue<T> item, boolean empty) {
        super.updateItem(item, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (item == null) {
            show(null);
        } else {
            following = item.subscribe(this::show);
        }
    }

    /** {@inheritDoc} */
    @Override
    protected final double computePrefHeight(double width) {
        var insets = snappedLeftInset() + snappedRightInset();
        var room = getListView() == null ? -1 : getListView().getWidth() - insets - SCROLL_BAR;
        var content = getGraphic() == null ? 0 : getGraphic().prefHeight(room);
        return snappedTopInset() + content + snappedBottomInset();
    }
}
