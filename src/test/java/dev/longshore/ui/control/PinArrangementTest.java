package dev.longshore.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ui.control.PinArrangement.Slot;
import dev.longshore.ui.control.PinArrangement.Spot;
import dev.longshore.ui.control.PinArrangement.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PinArrangementTest {
    private static final double WIDTH = 600;

    @Test
    void wordsStandOnTheRightWhereTheyFit() {
        assertThat(arrange(slot(100, 50))).containsExactly(new Spot(List.of(0), 0, Words.RIGHT));
    }

    @Test
    void wordsStandOnTheLeftAtTheRightEdge() {
        assertThat(arrange(slot(590, 50))).containsExactly(new Spot(List.of(0), 0, Words.LEFT));
    }

    @Test
    void whatWouldOverlapGoesIntoTheNextRow() {
        assertThat(arrange(slot(100, 50), slot(120, 50))).extracting(Spot::row).containsExactly(0, 1);
    }

    @Test
    void wordsGiveWayToAnotherShape() {
        var spots = PinArrangement.of(List.of(slot(10, 580), slot(300, 20)), WIDTH, 1);

        assertThat(spots).containsExactly(new Spot(List.of(0), 0, Words.NONE), new Spot(List.of(1), 0, Words.RIGHT));
    }

    @Test
    void whatHasNoRoomAtAllIsGatheredWithTheNearest() {
        var spots = PinArrangement.of(List.of(slot(100, 20), slot(300, 20), slot(302, 20)), WIDTH, 1);

        assertThat(spots).extracting(Spot::slots).containsExactly(List.of(0), List.of(1, 2));
    }

    @Test
    void nothingEverOverlapsLeavesTheEdgesOrGetsLost() {
        var random = new Random(3);
        for (var run = 0; run < 300; run++) {
            var slots = IntStream.range(0, random.nextInt(25))
                    .mapToObj(_ -> slot(random.nextDouble() * WIDTH, random.nextDouble() * 200))
                    .sorted(Comparator.comparingDouble(Slot::from))
                    .toList();

            var spots = PinArrangement.of(slots, WIDTH, 3);

            assertThat(spots.stream().flatMap(each -> each.slots().stream()).sorted())
                    .containsExactlyElementsOf(IntStream.range(0, slots.size()).boxed().toList());
            assertThat(spots).allSatisfy(
                    spot -> assertThat(spots.stream().filter(other -> overlap(spot, other, slots))).isEmpty());
            assertThat(spots).allSatisfy(spot -> assertThat(wordsAreInside(spot, slots)).isTrue());
        }
    }

    private static boolean overlap(Spot one, Spot other, List<Slot> slots) {
        if (one.equals(other) || one.row() != other.row()) {
            return false;
        }
        var first = slots.get(one.slot());
        var second = slots.get(other.slot());
        return first.from(one.words()) < second.to(other.words()) && second.from(other.words()) < first.to(one.words());
    }

    private static boolean wordsAreInside(Spot spot, List<Slot> slots) {
        var slot = slots.get(spot.slot());
        return switch (spot.words()) {
            case RIGHT -> slot.to() + slot.words() <= WIDTH;
            case LEFT -> slot.from() - slot.words() >= 0;
            case NONE -> true;
        };
    }

    private static List<Spot> arrange(Slot... slots) {
        return PinArrangement.of(List.of(slots), WIDTH, 3);
    }

    private static Slot slot(double x, double words) {
        return new Slot(x - 8, x + 8, words);
    }
}
