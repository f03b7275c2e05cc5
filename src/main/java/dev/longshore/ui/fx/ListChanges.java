package dev.longshore.ui.fx;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The differences between a list and the one before it. Pure. */
public final class ListChanges {
    private ListChanges() {}

    /**
     * The indexes of the items that have changed: nearly always few, and the items are the same in the same order.
     *
     * @param key what tells an item from others
     * @param unchanged whether an item of the next list says the same as one before
     * @return empty when items have come, gone or moved, since then an index says nothing
     */
    public static <T> Optional<List<Integer>> indexes(List<T> before, List<T> next, Function<T, ?> key,
            BiPredicate<T, T> unchanged) {
        if (next.size() != before.size()) {
            return Optional.empty();
        }
        var changed = IntStream.range(0, next.size()).filter(i -> !unchanged.test(next.get(i), before.get(i))).boxed()
                .toList();
        return changed.stream().allMatch(i -> key.apply(next.get(i)).equals(key.apply(before.get(i))))
                ? Optional.of(changed)
                : Optional.empty();
    }
}
