package dev.longshore.ui.migrations;

import dev.longshore.watch.WatchedMigration;
import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are shown, and in which order.
 *
 * @param filter those that are shown
 * @param order no two rows are equal in it
 */
record SortAndFilter(Predicate<MigrationRow> filter, Comparator<MigrationRow> order) {
    private static final Comparator<MigrationRow> AS_LISTED = Comparator.comparingInt(MigrationRow::listIndex);
    private static final Comparator<MigrationRow> BY_RISK = Comparator.comparing(MigrationRow::sortedRank);

    /**
     * An arrangement: groups first, within each as the user sorts, and else what is lost first.
     *
     * @param choice which are shown, or null for all
     * @param groups the order of the groups, or null where the rows are not grouped
     * @param chosen the order that the user chose, or null for that of risk
     */
    static SortAndFilter of(@Nullable Predicate<MigrationRow> choice, @Nullable Comparator<WatchedMigration> groups,
            @Nullable Comparator<WatchedMigration> chosen) {
        var within = chosen == null ? BY_RISK : asSorted(chosen).thenComparing(BY_RISK);
        var order = groups == null ? within : asSorted(groups).thenComparing(within);
        return new SortAndFilter(choice == null ? _ -> true : choice, order.thenComparing(AS_LISTED));
    }

    private static Comparator<MigrationRow> asSorted(Comparator<WatchedMigration> order) {
        return Comparator.comparing(MigrationRow::sortedAs, order);
    }
}
