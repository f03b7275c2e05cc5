package dev.longshore.ui.fx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The items of a list that is shown anew again and again: one that is there again stays the same, and only what is said
 * of it changes. A list whose items are replaced is measured anew from top to end, a few more in every frame. FX thread
 * only.
 *
 * @param <K> what tells an item from others
 * @param <T> what is said of an item
 */
public final class KeyedListItems<K, T> {
    private static final int MANY = 1000;

    private final ObservableList<ObservableValue<T>> items = FXCollections.observableArrayList();
    private final Map<K, KeyedItem<T>> byKey = new HashMap<>();
    private final Function<T, K> key;

    private static final class KeyedItem<T> extends SimpleObjectProperty<T> {
        private static final int GONE = -1;

        /** Where it is to be. */
        private int index;
        /** Whether the same is said of it as before. */
        private boolean isSame;

        KeyedItem(T said) {
            super(said);
        }

        void update(T said, int at) {
            index = at;
            isSame = said.equals(get());
            if (!isSame) {
                set(said);
            }
        }

        boolean isThere() {
            return index != GONE;
        }

        boolean isSame() {
            return isThere() && isSame;
        }
    }

    /** No items yet; no two of them ever have the same {@code key}. */
    public KeyedListItems(Function<T, K> key) {
        this.key = key;
    }

    /** What the list shows. */
    public ObservableList<ObservableValue<T>> items() {
        return items;
    }

    /** Shows these. */
    public void show(List<T> said) {
        byKey.values().forEach(each -> each.index = KeyedItem.GONE);
        var next = new ArrayList<KeyedItem<T>>(said.size());
        for (var each : said) {
            var keyedItem = byKey.computeIfAbsent(key.apply(each), _ -> new KeyedItem<>(each));
            keyedItem.update(each, next.size());
            next.add(keyedItem);
        }
        byKey.values().removeIf(each -> !each.isThere());
        // One of which something else is said may have another place now; the others have not moved.
        if (!replaceWith(next, KeyedItem::isThere) && !replaceWith(next, KeyedItem::isSame)) {
            items.setAll(next);
        }
    }

    /** Takes out those that do not stay and puts in what is new; false when those that stay are few, or have moved. */
    private boolean replaceWith(List<KeyedItem<T>> next, Predicate<KeyedItem<T>> stays) {
        var kept = items.stream().map(each -> (KeyedItem<T>) each).filter(stays).mapToInt(each -> each.index).toArray();
        if (items.size() - kept.length > MANY || next.size() - kept.length > MANY || !isAscending(kept)) {
            return false;
        }
        if (kept.length < items.size()) {
            items.removeIf(each -> !stays.test((KeyedItem<T>) each));
        }
        for (int place = 0; items.size() < next.size(); place++) {
            if (place == items.size() || !items.get(place).equals(next.get(place))) {
                items.add(place, next.get(place));
            }
        }
        return true;
    }

    private static boolean isAscending(int... places) {
        for (int i = 1; i < places.length; i++) {
            if (places[i - 1] >= places[i]) {
                return false;
            }
        }
        return true;
    }
}
