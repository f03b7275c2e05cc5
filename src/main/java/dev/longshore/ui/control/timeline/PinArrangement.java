package dev.longshore.ui.control.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Arranges pins in rows so that nothing overlaps. Shapes come before words: words that would leave another pin without
 * room are left out, and only what has no room even then is gathered with what is nearest. Pure.
 */
final class PinArrangement {
    private static final double APART = 6;

    private final List<PinSlot> slots;
    private final double width;
    private final int rows;

    /** On which side of a pin its words stand, if at all. */
    enum LabelSide {
        RIGHT,
        LEFT,
        NONE
    }

    /**
     * What a pin needs.
     *
     * @param from where its shapes begin, in pixels
     * @param to where its shapes end
     * @param words how wide its words are
     */
    record PinSlot(double from, double to, double words) {
        double from(LabelSide side) {
            return side == LabelSide.LEFT ? from - words - APART : from;
        }

        double to(LabelSide side) {
            return side == LabelSide.RIGHT ? to + words + APART : to;
        }

        double distance(PinSlot other) {
            return Math.abs(from - other.from);
        }
    }

    /**
     * Where a pin stands.
     *
     * @param slots which it stands for: its own first, then those gathered with it
     * @param row from the top
     * @param labelSide where its words stand
     */
    record PinPosition(List<Integer> slots, int row, LabelSide labelSide) {
        int slot() {
            return slots.getFirst();
        }

        PinPosition with(int gathered) {
            var all = new ArrayList<>(slots);
            all.add(gathered);
            return new PinPosition(List.copyOf(all), row, LabelSide.NONE);
        }
    }

    private PinArrangement(List<PinSlot> slots, double width, int rows) {
        this.slots = slots;
        this.width = width;
        this.rows = rows;
    }

    /** Arranges {@code slots}, which are in order from left to right, within {@code width} in at most {@code rows}. */
    static List<PinPosition> of(List<PinSlot> slots, double width, int rows) {
        var arrangement = new PinArrangement(slots, width, rows);
        var silent = new HashSet<Integer>();
        var spots = arrangement.place(silent);
        for (var next = arrangement.inTheWay(spots); next.isPresent(); next = arrangement.inTheWay(spots)) {
            silent.add(next.get());
            spots = arrangement.place(silent);
        }
        return arrangement.gather(spots);
    }

    private List<PinPosition> place(Set<Integer> silent) {
        var labelRows = new LabelRows(rows);
        var spots = new ArrayList<PinPosition>();
        for (var i = 0; i < slots.size(); i++) {
            position(i, silent.contains(i), labelRows).ifPresent(spots::add);
        }
        return spots;
    }

    private Optional<PinPosition> position(int index, boolean silent, LabelRows labelRows) {
        var slot = slots.get(index);
        for (var side : silent ? List.of(LabelSide.NONE) : List.of(LabelSide.values())) {
            var row = fits(slot, side) ? labelRows.place(slot.from(side), slot.to(side)) : OptionalInt.empty();
            if (row.isPresent()) {
                return Optional.of(new PinPosition(List.of(index), row.getAsInt(), side));
            }
        }
        return Optional.empty();
    }

    private boolean fits(PinSlot slot, LabelSide side) {
        return side == LabelSide.NONE || (slot.from(side) + APART >= 0 && slot.to(side) - APART <= width);
    }

    /** The pin with the longest words among those whose words keep another from having any place. */
    private Optional<Integer> inTheWay(List<PinPosition> spots) {
        return missing(spots).stream()
                .flatMap(each -> spots.stream().filter(position -> covers(position, slots.get(each))))
                .map(PinPosition::slot)
                .max(Comparator.comparingDouble(each -> slots.get(each).words()));
    }

    private boolean covers(PinPosition position, PinSlot other) {
        var slot = slots.get(position.slot());
        return switch (position.labelSide()) {
            case RIGHT -> other.from() < slot.to(LabelSide.RIGHT) && other.to() > slot.to();
            case LEFT -> other.to() > slot.from(LabelSide.LEFT) && other.from() < slot.from();
            case NONE -> false;
        };
    }

    private List<Integer> missing(List<PinPosition> spots) {
        var missing = new ArrayList<Integer>();
        for (var i = 0; i < slots.size(); i++) {
            missing.add(i);
        }
        spots.forEach(each -> missing.removeAll(each.slots()));
        return missing;
    }

    private List<PinPosition> gather(List<PinPosition> spots) {
        var result = new ArrayList<>(spots);
        for (var each : missing(spots)) {
            var nearest = result.stream()
                    .min(Comparator.comparingDouble(position -> slots.get(position.slot()).distance(slots.get(each))));
            nearest.ifPresent(position -> result.set(result.indexOf(position), position.with(each)));
        }
        return List.copyOf(result);
    }
}
