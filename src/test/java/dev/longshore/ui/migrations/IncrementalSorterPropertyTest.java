package dev.longshore.ui.migrations;

import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.migrations.MigrationsViewModel.TableMode;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whatever happens in whatever order, the rows are those that a plain filter and a plain sort give. */
class IncrementalSorterPropertyTest {
    private static final Comparator<WatchedMigration> BY_CLEANUP = Comparator.comparing(
            each -> each.cleanup().orElseThrow().at());
    private static final Comparator<WatchedMigration> BY_NAME_DOWN = Comparator.comparing(WatchedMigration::name)
            .reversed();

    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private final SnapshotFeed feed = new SnapshotFeed(window.context(new SameThreadUi()));
    private final MigrationsViewModel model = new MigrationsViewModel(window.context(new SameThreadUi()), feed);
    private final RowFacts rowFacts = new RowFacts(window.context(new SameThreadUi()), feed);
    private final TreeMap<Integer, WatchedMigration> onTheList = new TreeMap<>();
    private final List<MigrationRow> reported = new ArrayList<>();
    private @Nullable Comparator<WatchedMigration> order;

    IncrementalSorterPropertyTest() {
        model.rows().addListener((ListChangeListener<MigrationRow>) this::follow);
    }

    @Property(tries = 60)
    void rowsAreThoseOfAPlainFilterAndAPlainSort(@ForAll long seed) {
        var random = new Random(seed);
        for (int step = 0; step < 40; step++) {
            happen(random);
            IntStream.range(0, 3).forEach(_ -> feed.tick());

            assertThat(names(model.rows())).isEqualTo(expected());
            assertThat(reported).isEqualTo(model.rows());
            assertThat(model.rows()).allSatisfy(
                    row -> assertThat(row.index()).isEqualTo(model.rows().indexOf(row)));
            assertThat(model.countsProperty().get().needingAttention())
                    .isEqualTo((int) onTheList.values().stream().filter(each -> rowFacts.rank(each).needsAttention())
                            .count());
        }
    }

    private void happen(Random random) {
        switch (random.nextInt(8)) {
            case 0 -> model.modeProperty().set(List.of(TableMode.ALL, TableMode.NEEDS_ME).get(random.nextInt(2)));
            case 1 -> model.filterProperty().set(random.nextBoolean() ? "" : "m1");
            case 2 -> sort(random);
            case 3 -> publish(random, 120);
            default -> publish(random, 1 + random.nextInt(5));
        }
    }

    private void sort(Random random) {
        order = switch (random.nextInt(3)) {
            case 0 -> BY_CLEANUP;
            case 1 -> BY_NAME_DOWN;
            default -> null;
        };
        model.sort(order, null);
    }

    /** Some change, some come, now and then some go. */
    private void publish(Random random, int many) {
        for (int i = 0; i < many; i++) {
            var nth = random.nextInt(200);
            onTheList.put(nth, TestOrganisation.migration("m" + nth).status("Paused", Duration.ofHours(2))
                    .due(CLEANUP_SCHEDULED, Duration.ofHours(random.nextInt(200))).build());
        }
        if (random.nextInt(4) == 0) {
            onTheList.keySet().removeIf(_ -> random.nextInt(4) == 0);
        }
        window.watch.publish(TestOrganisation.of(onTheList.values().toArray(WatchedMigration[]::new)));
    }

    private List<String> expected() {
        var chosen = onTheList.values().stream()
                .filter(each -> model.modeProperty().get() == TableMode.ALL || rowFacts.rank(each).needsAttention())
                .filter(each -> each.name().contains("m1") || model.filterProperty().get().isEmpty())
                .toList();
        Comparator<WatchedMigration> byRisk = Comparator.comparing(rowFacts::rank);
        return names(chosen, order == null ? byRisk : order.thenComparing(byRisk));
    }

    private static List<String> names(List<WatchedMigration> chosen, Comparator<WatchedMigration> by) {
        return chosen.stream().sorted(by).map(WatchedMigration::name).toList();
    }

    private static List<String> names(List<MigrationRow> rows) {
        return rows.stream().map(row -> row.migration().name()).toList();
    }

    /** Does to a list of its own what it is told that happens to the rows. */
    private void follow(ListChangeListener.Change<? extends MigrationRow> change) {
        while (change.next()) {
            if (change.wasPermutated()) {
                var before = List.copyOf(reported);
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    reported.set(change.getPermutation(i), before.get(i));
                }
            } else {
                reported.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
                reported.addAll(change.getFrom(), change.getAddedSubList());
            }
        }
    }
}
