package dev.longshore.ui.fx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
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
public final class KeyedItems<K, T> {
    private static final int MANY = 64;

    private final ObservableList<ObservableValue<T>> items = FXCollections.observableArrayList();
    private final Map<K, ObjectProperty<T>> byKey = new HashMap<>();
    private final Function<T, K> key;

    /** No items yet; no two of them ever have the same {@code key}. */
    public KeyedItems(Function<T, K> key) {
        this.key = key;
    }

    /** What the list shows. */
    public ObservableList<ObservableValue<T>> items() {
        return items;
    }

    /** Shows these. */
    public void show(List<T> said) {
        var keys = new HashSet<K>();
        said.forEach(each -> keys.add(key.apply(each)));
        byKey.keySet().retainAll(keys);
        become(said.stream().map(this::item).toList());
    }

    private ObservableValue<T> item(T said) {
        var item = byKey.computeIfAbsent(key.apply(said), _ -> new SimpleObjectProperty<>(said));
        if (!said.equals(item.get())) {
            item.set(said);
        }
        return item;
    }

    private void become(List<ObservableValue<T>> next) {
        var wanted = new HashSet<>(next);
        var stay = items.stream().filter(wanted::contains).toList();
        var there = new HashSet<>(stay);
        var sameOrder = next.stream().filter(there::contains).toList().equals(stay);
        if (!sameOrder || items.size() - stay.size() > MANY || next.size() - stay.size() > MANY) {
            items.setAll(next);
        } else {
            changeTo(next, wanted);
        }
    }

    private void changeTo(List<ObservableValue<T>> next, Set<ObservableValue<T>> wanted) {
        if (!wanted.containsAll(items)) {
            items.removeIf(each -> !wanted.contains(each));
        }
        for (int place = 0; items.size() < next.size(); place++) {
            if (place == items.size() || !items.get(place).equals(next.get(place))) {
                items.add(place, Objects.requireNonNull(next.get(place)));
            }
        }
    }
}
