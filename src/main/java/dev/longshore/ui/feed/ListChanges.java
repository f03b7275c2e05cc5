package dev.longshore.ui.feed;

import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is other in a list of migrations than in the one before. */
public final class ListChanges {
    private ListChanges() {}

    /**
     * The places of those that have changed: nearly always few, and the migrations are the same in the same order.
     *
     * @return empty when they are not, since then a place says nothing
     */
    public static Optional<List<Integer>> indexes(List<WatchedMigration> before, List<WatchedMigration> next) {
        if (next.size() != before.size()) {
            return Optional.empty();
        }
        var places = IntStream.range(0, next.size()).filter(i -> !next.get(i).isUnchangedSince(before.get(i))).boxed()
                .toList();
        return places.stream().allMatch(i -> next.get(i).key().equals(before.get(i).key()))
                ? Optional.of(places)
                : Optional.empty();
    }
}
