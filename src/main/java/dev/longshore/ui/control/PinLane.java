package dev.longshore.ui.control;

import dev.longshore.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Marks at moments, in rows: nothing overlaps. Where many lie closely together, they are one until zoomed in. */
final class PinLane extends Pane {
    private static final double CROWD = 40;

    private final Map<Object, Pin> pins = new LinkedHashMap<>();
    private final TimelineText text;
    private final Texts texts;
    private List<Mark> marks = List.of();
    private List<Placed> placed = List.of();
    private @Nullable Projection projection;
    private int rows = 1;
    private Consumer<Mark.Several> onGathered = _ -> {};

    private record Placed(Pin pin, int row) {}

    PinLane(TimelineText text, Texts texts) {
        this.text = text;
        this.texts = texts;
        getStyleClass().add("pin-lane");
    }

    void show(List<Mark> shown) {
        marks = shown;
        var keys = shown.stream().map(PinLane::key).collect(Collectors.toSet());
        pins.keySet().removeIf(each -> !isAmong(each, keys));
    }

    private static boolean isAmong(Object key, Set<Object> keys) {
        return key instanceof Mark.Several several
                ? several.marks().stream().map(PinLane::key).allMatch(keys::contains)
                : keys.contains(key);
    }

    /** What stays the same while a pin stands for the same thing; a new pin has to be styled, which takes its time. */
    private static Object key(Mark mark) {
        if (mark instanceof Mark.Now) {
            return Mark.Now.class;
        }
        return mark instanceof Mark.Due due ? due.deadline().cause() : mark;
    }

    /** The nodes that can be pointed at. */
    List<Pin> nodes() {
        return placed.stream().map(Placed::pin).toList();
    }

    /** Calls {@code action} with what was gathered where a person clicks on it. */
    void setOnGathered(Consumer<Mark.Several> action) {
        onGathered = action;
    }

    /** Arranges the pins in at most {@code most} rows and answers how many it takes, one at least. */
    int arrange(Projection by, int most) {
        projection = by;
        var seen = marks.stream().filter(each -> by.sees(each.at(), each.lastMoment()) || Pin.isBeyond(each, by))
                .toList();
        var all = crowdsGathered(seen, by, most).stream().sorted(MarkLook.MOST_IMPORTANT_FIRST).toList();
        var slots = all.stream().map(each -> slot(pin(each), by)).toList();
        placed = PinArrangement.of(slots, by.width(), most).stream().map(each -> placed(each, all)).toList();
        rows = placed.stream().mapToInt(each -> each.row() + 1).max().orElse(1);
        if (!getChildren().equals(nodes())) {
            getChildren().setAll(nodes());
        }
        requestLayout();
        return rows;
    }

    /** Where more marks lie closely together than there are rows, they become one. */
    private static List<Mark> crowdsGathered(List<Mark> marks, Projection by, int most) {
        var result = new ArrayList<Mark>();
        for (var from = 0; from < marks.size();) {
            var end = seenAt(marks.get(from), by) + CROWD;
            var to = from + 1;
            while (to < marks.size() && seenAt(marks.get(to), by) < end) {
                to++;
            }
            var crowd = to - from > most;
            result.add(crowd ? new Mark.Several(List.copyOf(marks.subList(from, to))) : marks.get(from));
            from = crowd ? to : from + 1;
        }
        return result;
    }

    /** Where it is drawn, about: what lies ahead of all that is seen stands at the edge. */
    private static double seenAt(Mark mark, Projection by) {
        return Math.min(by.x(mark.at()), by.width());
    }

    private static PinArrangement.Slot slot(Pin pin, Projection by) {
        return new PinArrangement.Slot(pin.first(by) - Pin.SHAPE / 2, pin.last(by) + Pin.SHAPE / 2, pin.wordsWidth());
    }

    private Placed placed(PinArrangement.Spot spot, List<Mark> all) {
        var mark = spot.slots().size() == 1 ? all.get(spot.slot())
                : gathered(spot.slots().stream().map(all::get).toList());
        var pin = pin(mark);
        pin.showWords(spot.words());
        return new Placed(pin, spot.row());
    }

    private static Mark gathered(List<Mark> marks) {
        return new Mark.Several(marks.stream()
                .flatMap(each -> each instanceof Mark.Several several ? several.marks().stream()
                        : List.of(each).stream())
                .sorted(Comparator.comparing(Mark::at))
                .toList());
    }

    private Pin pin(Mark mark) {
        var pin = pins.computeIfAbsent(key(mark), _ -> newPin(mark));
        pin.update(mark, text.label(mark));
        if (pin.getParent() == null) {
            getChildren().add(pin);
            pin.applyCss();
        }
        return pin;
    }

    private Pin newPin(Mark mark) {
        var pin = new Pin(mark, text, texts);
        if (mark instanceof Mark.Several several) {
            pin.setOnMouseClicked(event -> {
                if (event.isStillSincePress()) {
                    onGathered.accept(several);
                }
            });
        }
        return pin;
    }

    @Override
    protected void layoutChildren() {
        var by = projection;
        if (by != null) {
            var height = getHeight() / rows;
            placed.forEach(each -> each.pin().place(by, each.row() * height, height));
        }
    }
}
