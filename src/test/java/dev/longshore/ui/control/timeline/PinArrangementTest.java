package dev.longshore.ui.control.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ui.control.timeline.PinArrangement.LabelSide;
import dev.longshore.ui.control.timeline.PinArrangement.PinPosition;
import dev.longshore.ui.control.timeline.PinArrangement.PinSlot;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PinArrangementTest {
    private static final double WIDTH = 600;

    @Test
    void wordsStandOnTheRightWhereTheyFit() {
        assertThat(arrange(slot(100, 50))).containsExactly(new PinPosition(List.of(0), 0, LabelSide.RIGHT));
    }

    @Test
    void wordsStandOnTheLeftAtTheRightEdge() {
        assertThat(arrange(slot(590, 50))).containsExactly(new PinPosition(List.of(0), 0, LabelSide.LEFT));
    }

    @Test
    void whatWouldOverlapGoesIntoTheNextRow() {
        assertThat(arrange(slot(100, 50), slot(120, 50))).extracting(PinPosition::row).containsExactly(0, 1);
    }

    @Test
    void wordsGiveWayToAnotherShape() {
        var spots = PinArrangement.of(List.of(slot(10, 580), slot(300, 20)), WIDTH, 1);

        assertThat(spots).containsExactly(new PinPosition(List.of(0), 0, LabelSide.NONE),
                new PinPosition(List.of(1), 0, LabelSide.RIGHT));
    }

    @Test
    void whatHasNoRoomAtAllIsGatheredWithTheNearest() {
        var spots = PinArrangement.of(List.of(slot(100, 20), slot(300, 20), slot(302, 20)), WIDTH, 1);

        assertThat(spots).extracting(PinPosition::slots).containsExactly(List.of(0), List.of(1, 2));
    }

    @Test
    void nothingEverOverlapsLeavesTheEdgesOrGetsLost() {
        var random = new Random(3);
        for (var run = 0; run < 300; run++) {
            var slots = IntStream.range(0, random.nextInt(25))
                    .mapToObj(_ -> slot(random.nextDouble() * WIDTH, random.nextDouble() * 200))
                    .sorted(Comparator.comparingDouble(PinSlot::from))
                    .toList();

            var spots = PinArrangement.of(slots, WIDTH, 3);

            assertThat(spots.stream().flatMap(each -> each.slots().stream()).sorted())
                    .containsExactlyElementsOf(IntStream.range(0, slots.size()).boxed().toList());
            assertThat(spots).allSatisfy(
                    position -> assertThat(spots.stream().filter(other -> overlap(position, other, slots))).isEmpty());
            assertThat(spots).allSatisfy(position -> assertThat(wordsAreInside(position, slots)).isTrue());
        }
    }

    private static boolean overlap(PinPosition one, PinPosition other, List<PinSlot> slots) {
        if (one.equals(other) || one.row() != other.row()) {
            return false;
        }
        var first = slots.get(one.slot());
        var second = slots.get(other.slot());
        return first.from(one.labelSide()) < second.to(other.labelSide())
                && second.from(other.labelSide()) < first.to(one.labelSide());
    }

    private static boolean wordsAreInside(PinPosition position, List<PinSlot> slots) {
        var slot = slots.get(position.slot());
        return switch (position.labelSide()) {
            case RIGHT -> slot.to() + slot.words() <= WIDTH;
            case LEFT -> slot.from() - slot.words() >= 0;
            case NONE -> true;
        };
    }

    private static List<PinPosition> arrange(PinSlot... slots) {
        return PinArrangement.of(List.of(slots), WIDTH, 3);
    }

    private static PinSlot slot(double x, double words) {
        return new PinSlot(x - 8, x + 8, words);
    }
}
