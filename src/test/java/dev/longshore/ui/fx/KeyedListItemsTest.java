package dev.longshore.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeyedListItemsTest {
    private final KeyedListItems<Integer, KeyedSample> items = new KeyedListItems<>(KeyedSample::key);
    private final List<String> changes = new ArrayList<>();

    private record KeyedSample(int key, String words) {}

    KeyedListItemsTest() {
        items.items().addListener((ListChangeListener<ObservableValue<KeyedSample>>) change -> {
            while (change.next()) {
                changes.add("-%d +%d".formatted(change.getRemovedSize(), change.getAddedSize()));
            }
        });
    }

    @Test
    void oneThatIsThereAgainStaysTheSameAndSaysWhatIsSaidNow() {
        items.show(List.of(new KeyedSample(1, "pauses"), new KeyedSample(2, "waits")));
        var first = items.items().getFirst();
        changes.clear();

        items.show(List.of(new KeyedSample(1, "paused"), new KeyedSample(2, "waits")));

        assertThat(items.items().getFirst()).isSameAs(first);
        assertThat(first.getValue().words()).isEqualTo("paused");
        assertThat(changes).isEmpty();
    }

    @Test
    void onlyWhatComesAndGoesIsTold() {
        items.show(IntStream.range(0, 100).mapToObj(key -> new KeyedSample(key, "")).toList());
        changes.clear();

        items.show(IntStream.range(1, 101).filter(key -> key != 50).mapToObj(key -> new KeyedSample(key, "")).toList());

        assertThat(changes).containsExactly("-1 +0", "-1 +0", "-0 +1");
    }

    @Test
    void oneThatMovesIsTheOnlyOneThatIsTakenOut() {
        var before = IntStream.range(0, 100).mapToObj(key -> new KeyedSample(key, "")).toList();
        items.show(before);
        changes.clear();

        var after = new ArrayList<>(before);
        after.remove(70);
        after.add(3, new KeyedSample(70, "more urgent now"));
        items.show(after);

        assertThat(changes).containsExactly("-0 +1", "-1 +0");
    }

    @Test
    void oneThatMovesStaysTheSame() {
        items.show(List.of(new KeyedSample(1, "a"), new KeyedSample(2, "b"), new KeyedSample(3, "c")));
        var last = items.items().getLast();

        items.show(List.of(new KeyedSample(3, "d"), new KeyedSample(1, "a"), new KeyedSample(2, "b")));

        assertThat(items.items().getFirst()).isSameAs(last);
        assertThat(last.getValue().words()).isEqualTo("d");
    }

    @Test
    void whatComesAndGoesAtSeveralPlacesIsToldAtOnce() {
        items.show(IntStream.range(0, 1000).mapToObj(key -> new KeyedSample(key, "")).toList());
        var told = new ArrayList<Integer>();
        items.items().addListener((ListChangeListener<ObservableValue<KeyedSample>>) change -> told
                .add(change.getList().size()));

        items.show(IntStream.range(0, 1000).filter(key -> key % 100 != 0).mapToObj(key -> new KeyedSample(key, ""))
                .toList());

        assertThat(told).containsExactly(990);
    }

    @Property(tries = 300)
    void theListIsWhatWasShownLast(@ForAll long seed) {
        var random = new Random(seed);
        for (int step = 0; step < 20; step++) {
            var keys = new ArrayList<>(random.ints(random.nextInt(200), 0, 250).distinct().sorted().boxed().toList());
            if (random.nextInt(4) == 0) {
                Collections.shuffle(keys, random);
            }
            var words = "step " + step;
            var said = keys.stream().map(key -> new KeyedSample(key, key % 3 == 0 ? words : "still")).toList();

            items.show(said);

            assertThat(items.items()).extracting(ObservableValue::getValue).containsExactlyElementsOf(said);
        }
    }
}
