package dev.longshore.ui.control;

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

    private final List<Slot> slots;
    private final double width;
    private final int rows;

    /** On which side of a pin its words stand, if at all. */
    enum Words {
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
    record Slot(double from, double to, double words) {
        double from(Words side) {
            return side == Words.LEFT ? from - words - APART : from;
        }

        double to(Words side) {
            return side == Words.RIGHT ? to + words + APART : to;
        }

        double distance(Slot other) {
            return Math.abs(from - other.from);
        }
    }

    /**
     * Where a pin stands.
     *
     * @param slots which it stands for: its own first, then those gathered with it
     * @param row from the top
     * @param words where its words stand
     */
    record Spot(List<Integer> slots, int row, Words words) {
        int slot() {
            return slots.getFirst();
        }

        Spot with(int gathered) {
            var all = new ArrayList<>(slots);
            all.add(gathered);
            return new Spot(List.copyOf(all), row, Words.NONE);
        }
    }

    private PinArrangement(List<Slot> slots, double width, int rows) {
        this.slots = slots;
        this.width = width;
        this.rows = rows;
    }

    /** Arranges {@code slots}, which are in order from left to right, within {@code width} in at most {@code rows}. */
    static List<Spot> of(List<Slot> slots, double width, int rows) {
        var arrangement = new PinArrangement(slots, width, rows);
        var silent = new HashSet<Integer>();
        var spots = arrangement.place(silent);
        for (var next = arrangement.inTheWay(spots); next.isPresent(); next = arrangement.inTheWay(spots)) {
            silent.add(next.get());
            spots = arrangement.place(silent);
        }
        return arrangement.gather(spots);
    }

    private List<Spot> place(Set<Integer> silent) {
        var lanes = new LabelLanes(rows);
        var spots = new ArrayList<Spot>();
        for (var i = 0; i < slots.size(); i++) {
            spot(i, silent.contains(i), lanes).ifPresent(spots::add);
        }
        return spots;
    }

    private Optional<Spot> spot(int index, boolean silent, LabelLanes lanes) {
        var slot = slots.get(index);
        for (var side : silent ? List.of(Words.NONE) : List.of(Words.values())) {
            var row = fits(slot, side) ? lanes.place(slot.from(side), slot.to(side)) : OptionalInt.empty();
            if (row.isPresent()) {
                return Optional.of(new Spot(List.of(index), row.getAsInt(), side));
            }
        }
        return Optional.empty();
    }

    private boolean fits(Slot slot, Words side) {
        return side == Words.NONE || (slot.from(side) + APART >= 0 && slot.to(side) - APART <= width);
    }

    /** The pin with the longest words among those whose words keep another from having any place. */
    private Optional<Integer> inTheWay(List<Spot> spots) {
        return missing(spots).stream()
                .flatMap(each -> spots.stream().filter(spot -> covers(spot, slots.get(each))))
                .map(Spot::slot)
                .max(Comparator.comparingDouble(each -> slots.get(each).words()));
    }

    private boolean covers(Spot spot, Slot other) {
        var slot = slots.get(spot.slot());
        return switch (spot.words()) {
            case RIGHT -> other.from() < slot.to(Words.RIGHT) && other.to() > slot.to();
            case LEFT -> other.to() > slot.from(Words.LEFT) && other.from() < slot.from();
            case NONE -> false;
        };
    }

    private List<Integer> missing(List<Spot> spots) {
        var missing = new ArrayList<Integer>();
        for (var i = 0; i < slots.size(); i++) {
            missing.add(i);
        }
        spots.forEach(each -> missing.removeAll(each.slots()));
        return missing;
    }

    private List<Spot> gather(List<Spot> spots) {
        var result = new ArrayList<>(spots);
        for (var each : missing(spots)) {
            var nearest = result.stream()
                    .min(Comparator.comparingDouble(spot -> slots.get(spot.slot()).distance(slots.get(each))));
            nearest.ifPresent(spot -> result.set(result.indexOf(spot), spot.with(each)));
        }
        return List.copyOf(result);
    }
}
