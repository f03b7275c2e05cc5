package dev.longshore.ui.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.QueuedUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DerivedPerMigrationTest {
    private final List<String> worked = new ArrayList<>();
    private final DerivedPerMigration<DerivedSample> each = new DerivedPerMigration<>(this::work);
    private int mood;
    private int come;

    private record DerivedSample(String name, int mood, String status) {}

    @Test
    void onlyWhatHasChangedIsWorkedOutAnew() {
        var orders = migration("orders", "Paused");
        each.show(List.of(orders, migration("events", "Paused")));
        worked.clear();

        each.show(List.of(orders, migration("events", "Closed")));

        assertThat(worked).containsExactly("events");
        assertThat(each.all()).extracting(DerivedSample::status).containsExactly("Paused", "Closed");
    }

    @Test
    void oneThatIsWorkedOutAnewAndSaysTheSameIsNoChange() {
        each.show(List.of(migration("orders", "Paused")));
        each.takeChanges();

        each.recompute();

        assertThat(each.takeChanges()).isEqualTo(new DerivedPerMigration.DerivedChanges<>(List.of(), List.of()));
    }

    @Test
    void ofManyThatAreNewAFewAreWorkedOutInAFrame() {
        var many = new TestWindow(TestOrganisation.of(IntStream.range(0, 1_000)
                .mapToObj(nth -> migration("m" + nth, "Paused")).toArray(WatchedMigration[]::new)));
        var thread = new QueuedUi();
        var context = many.context(thread);
        var feed = new SnapshotFeed(context);
        var most = new AtomicInteger();

        each.follow(feed, thread, new SimpleBooleanProperty(true), _ -> {});
        for (var before = 0; thread.runOne(); before = worked.size()) {
            most.accumulateAndGet(worked.size() - before, Math::max);
        }

        assertThat(worked).size().isBetween(1_000, 1_000 + 1_000 / 60 + 1);
        assertThat(most).hasValue(200);
        assertThat(each.all()).extracting(DerivedSample::name)
                .containsExactlyElementsOf(
                        many.watch.snapshot().migrations().stream().map(WatchedMigration::name).toList());
    }

    @Property(tries = 200)
    void changesLeadFromWhatWasToldToWhatThereIs(@ForAll long seed) {
        var random = new Random(seed);
        var any = new DerivedPerMigration<>(this::work);
        var list = new ArrayList<WatchedMigration>();
        var told = new ArrayList<DerivedSample>();
        for (int step = 0; step < 30; step++) {
            happen(any, random, list);
            if (random.nextInt(3) == 0) {
                var derivedChanges = any.takeChanges();
                derivedChanges.removed().forEach(gone -> assertThat(told.remove(gone)).isTrue());
                told.addAll(derivedChanges.added());
                assertThat(told).containsExactlyInAnyOrderElementsOf(any.all().toList());
            }
        }
    }

    private void happen(DerivedPerMigration<DerivedSample> any, Random random, List<WatchedMigration> list) {
        switch (random.nextInt(6)) {
            case 0 -> list.add(random.nextInt(list.size() + 1), migration("m" + come++, "Paused"));
            case 1 -> list.removeIf(_ -> random.nextInt(5) == 0);
            case 2 -> {
                mood = random.nextInt(3);
                any.recompute();
            }
            case 3 -> list.stream().findFirst().ifPresent(first -> any.recompute(first.key()));
            default -> list.replaceAll(one -> random.nextInt(3) == 0
                    ? migration(one.name(), List.of("Paused", "Closed").get(random.nextInt(2)))
                    : one);
        }
        any.show(List.copyOf(list));
        assertThat(any.all()).extracting(DerivedSample::name)
                .containsExactlyElementsOf(list.stream().map(WatchedMigration::name).toList());
    }

    private DerivedSample work(WatchedMigration migration) {
        worked.add(migration.name());
        return new DerivedSample(migration.name(), mood,
                migration.lastKnown() == null ? "" : migration.lastKnown().status().raw());
    }

    private static WatchedMigration migration(String name, String status) {
        return TestOrganisation.migration(name).status(status, Duration.ofHours(1)).build();
    }
}
