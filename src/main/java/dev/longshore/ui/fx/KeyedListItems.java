package dev.longshore.ui.fx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ModifiableObservableListBase;
import javafx.collections.ObservableList;

/**
 * The items of a list that is shown anew again and again: one that is there again stays the same, and only what is said
 * of it changes. A list whose items are replaced is measured anew from top to end, a few more in every frame. What is the
 * same object as before is not looked at, so that thousands take no time. FX thread only.
 *
 * @param <K> what tells an item from others
 * @param <T> what is said of an item
 */
public final class KeyedListItems<K, T> {
    /** How many items that have come or gone at one place are told from those that stay. */
    private static final int NEAR = 32;
    private static final int MANY = 500;

    private final ItemList<T> items = new ItemList<>();
    private final Function<T, K> key;
    private List<T> shown = List.of();

    private static final class KeyedItem<T> extends SimpleObjectProperty<T> {
        KeyedItem(T said) {
            super(said);
        }

        void update(T said) {
            if (!said.equals(get())) {
                set(said);
            }
        }
    }

    /** What is other at one place: some items from {@code start} on are gone, and others have come to {@code target}. */
    private record Replacement(int start, int removed, int target, int added) {}

    /** @param said the places at which something else may be said now */
    private record Differences(List<Replacement> replacements, BitSet said) {}

    private static final class ItemList<T> extends ModifiableObservableListBase<ObservableValue<T>> {
        private final List<KeyedItem<T>> all = new ArrayList<>();

        void change(Runnable edits) {
            beginChange();
            try {
                edits.run();
            } finally {
                endChange();
            }
        }

        /** All at once: one after the other, thousands would each be moved thousands of times. */
        @Override
        protected void removeRange(int from, int to) {
            beginChange();
            try {
                var removed = List.<ObservableValue<T>>copyOf(all.subList(from, to));
                all.subList(from, to).clear();
                modCount++;
                nextRemove(from, removed);
            } finally {
                endChange();
            }
        }

        KeyedItem<T> item(int index) {
            return all.get(index);
        }

        @Override
        public ObservableValue<T> get(int index) {
            return all.get(index);
        }

        @Override
        public int size() {
            return all.size();
        }

        @Override
        protected void doAdd(int index, ObservableValue<T> item) {
            all.add(index, (KeyedItem<T>) item);
        }

        @Override
        protected ObservableValue<T> doSet(int index, ObservableValue<T> item) {
            return all.set(index, (KeyedItem<T>) item);
        }

        @Override
        protected ObservableValue<T> doRemove(int index) {
            return all.remove(index);
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
        var next = List.copyOf(said);
        differences(next).ifPresentOrElse(found -> update(found, next), () -> replaceAll(next));
        shown = next;
    }

    /** What is other in {@code next}; empty where that is too much to tell one from another. */
    private Optional<Differences> differences(List<T> next) {
        var found = new Differences(new ArrayList<>(), new BitSet());
        int start = 0;
        int target = 0;
        while (start < shown.size() || target < next.size()) {
            if (staysAt(start, target, next)) {
                found.said().set(target, !isSame(shown.get(start), next.get(target)));
                start++;
                target++;
            } else {
                var replacement = replacement(start, target, next);
                if (replacement.isEmpty() || found.replacements().size() == MANY) {
                    return Optional.empty();
                }
                found.replacements().add(replacement.get());
                start += replacement.get().removed();
                target += replacement.get().added();
                found.said().set(target - replacement.get().added(), target);
            }
        }
        return Optional.of(found);
    }

    /** The fewest that have gone and come until one follows that stays, or the end. */
    private Optional<Replacement> replacement(int start, int target, List<T> next) {
        if (start == shown.size()) {
            return Optional.of(new Replacement(start, 0, target, next.size() - target));
        }
        for (int count = 1; count <= NEAR; count++) {
            for (int removed = 0; removed <= count; removed++) {
                if (staysAt(start + removed, target + count - removed, next)) {
                    return Optional.of(new Replacement(start, removed, target, count - removed));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether what was shown at {@code place} is what is to be at {@code target}; the end counts as one. */
    private boolean staysAt(int place, int target, List<T> next) {
        if (place >= shown.size() || target >= next.size()) {
            return place == shown.size() && target == next.size();
        }
        var before = shown.get(place);
        var now = next.get(target);
        return isSame(before, now) || key.apply(before).equals(key.apply(now));
    }

    /** Compares addresses and follows neither. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Object one, Object other) {
        return one == other;
    }

    private void update(Differences differences, List<T> next) {
        replace(differences.replacements(), next);
        differences.said().stream().forEach(index -> items.item(index).update(next.get(index)));
    }

    private void replaceAll(List<T> next) {
        items.setAll(kept(items.all, next));
        for (int index = 0; index < next.size(); index++) {
            items.item(index).update(next.get(index));
        }
    }

    private void replace(List<Replacement> replacements, List<T> next) {
        if (replacements.isEmpty()) {
            return;
        }
        var removed = replacements.stream()
                .flatMap(each -> items.all.subList(each.start(), each.start() + each.removed()).stream()).toList();
        var added = kept(removed, replacements.stream()
                .flatMap(each -> next.subList(each.target(), each.target() + each.added()).stream()).toList());
        items.change(() -> {
            int used = 0;
            for (var each : replacements) {
                items.remove(each.target(), each.target() + each.removed());
                items.addAll(each.target(), added.subList(used, used + each.added()));
                used += each.added();
            }
        });
    }

    /** An item for each of what is said: one of those that were there, or a new one. */
    private List<KeyedItem<T>> kept(Collection<KeyedItem<T>> before, List<T> said) {
        var wanted = said.stream().map(key).collect(Collectors.toSet());
        Map<K, KeyedItem<T>> byKey = new HashMap<>();
        before.forEach(each -> {
            var itsKey = key.apply(each.get());
            if (wanted.contains(itsKey)) {
                byKey.put(itsKey, each);
            }
        });
        return said.stream().map(each -> byKey.getOrDefault(key.apply(each), new KeyedItem<>(each))).toList();
    }
}
