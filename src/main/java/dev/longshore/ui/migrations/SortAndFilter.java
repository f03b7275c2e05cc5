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
 * @param dependsOnContent whether it depends on what is known of the migrations, which changes
 */
record SortAndFilter(Predicate<MigrationRow> filter, Comparator<MigrationRow> order, boolean dependsOnContent) {
    private static final Comparator<MigrationRow> AS_LISTED = Comparator.comparingInt(MigrationRow::listIndex);

    /**
     * An arrangement.
     *
     * @param choice which are shown, or null for all
     * @param order in which order, or null for that of the list
     */
    static SortAndFilter of(@Nullable Predicate<MigrationRow> choice, @Nullable Comparator<WatchedMigration> order) {
        return new SortAndFilter(
                choice == null ? _ -> true : choice,
                order == null ? AS_LISTED
                        : Comparator.comparing(MigrationRow::sortedAs, order).thenComparing(AS_LISTED),
                choice != null || order != null);
    }
}
