package dev.longshore.ui.control.timeline;

import dev.longshore.text.Texts;
import dev.longshore.ui.control.axis.TimeScale;
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
final class PinPane extends Pane {
    private static final double CROWD = 40;

    private final Map<Object, Pin> pins = new LinkedHashMap<>();
    private final TimelineText text;
    private final Texts texts;
    private List<TimelineMark> marks = List.of();
    private List<PlacedPin> placed = List.of();
    private @Nullable TimeScale timeScale;
    private int rows = 1;
    private Consumer<TimelineMark.MarkGroup> onGathered = _ -> {};

    private record PlacedPin(Pin pin, int row) {}

    PinPane(TimelineText text, Texts texts) {
        this.text = text;
        this.texts = texts;
        getStyleClass().add("pin-row");
    }

    void show(List<TimelineMark> shown) {
        marks = shown;
        var keys = shown.stream().map(PinPane::key).collect(Collectors.toSet());
        pins.keySet().removeIf(each -> !isAmong(each, keys));
    }

    private static boolean isAmong(Object key, Set<Object> keys) {
        return key instanceof TimelineMark.MarkGroup markGroup
                ? markGroup.marks().stream().map(PinPane::key).allMatch(keys::contains)
                : keys.contains(key);
    }

    /** What stays the same while a pin stands for the same thing; a new pin has to be styled, which takes its time. */
    private static Object key(TimelineMark mark) {
        if (mark instanceof TimelineMark.NowMark) {
            return TimelineMark.NowMark.class;
        }
        return mark instanceof TimelineMark.DeadlineMark deadlineMark ? deadlineMark.deadline().cause() : mark;
    }

    /** The nodes that can be pointed at. */
    List<Pin> nodes() {
        return placed.stream().map(PlacedPin::pin).toList();
    }

    /** Calls {@code action} with what was gathered where a user clicks on it. */
    void setOnGathered(Consumer<TimelineMark.MarkGroup> action) {
        onGathered = action;
    }

    /** Arranges the pins in at most {@code most} rows and answers how many it takes, one at least. */
    int arrange(TimeScale scale, int most) {
        timeScale = scale;
        var seen = marks.stream().filter(each -> scale.shows(each.at(), each.lastMoment()) || Pin.isBeyond(each, scale))
                .toList();
        var all = gatherCrowds(seen, scale, most).stream().sorted(MarkStyle.MOST_IMPORTANT_FIRST).toList();
        var slots = all.stream().map(each -> slot(pin(each), scale)).toList();
        placed = PinArrangement.of(slots, scale.width(), most).stream().map(each -> placed(each, all)).toList();
        rows = placed.stream().mapToInt(each -> each.row() + 1).max().orElse(1);
        if (!getChildren().equals(nodes())) {
            getChildren().setAll(nodes());
        }
        requestLayout();
        return rows;
    }

    /** Where more marks lie closely together than there are rows, they become one. */
    private static List<TimelineMark> gatherCrowds(List<TimelineMark> marks, TimeScale scale, int most) {
        var result = new ArrayList<TimelineMark>();
        for (var from = 0; from < marks.size();) {
            var end = seenAt(marks.get(from), scale) + CROWD;
            var to = from + 1;
            while (to < marks.size() && seenAt(marks.get(to), scale) < end) {
                to++;
            }
            var crowd = to - from > most;
            result.add(crowd ? new TimelineMark.MarkGroup(List.copyOf(marks.subList(from, to))) : marks.get(from));
            from = crowd ? to : from + 1;
        }
        return result;
    }

    /** Where it is drawn, about: what lies ahead of all that is seen stands at the edge. */
    private static double seenAt(TimelineMark mark, TimeScale scale) {
        return Math.min(scale.x(mark.at()), scale.width());
    }

    private static PinArrangement.PinSlot slot(Pin pin, TimeScale scale) {
        return new PinArrangement.PinSlot(pin.first(scale) - Pin.SHAPE / 2, pin.last(scale) + Pin.SHAPE / 2,
                pin.labelWidth());
    }

    private PlacedPin placed(PinArrangement.PinPosition position, List<TimelineMark> all) {
        var mark = position.slots().size() == 1 ? all.get(position.slot())
                : gathered(position.slots().stream().map(all::get).toList());
        var pin = pin(mark);
        pin.showLabel(position.labelSide());
        return new PlacedPin(pin, position.row());
    }

    private static TimelineMark gathered(List<TimelineMark> marks) {
        return new TimelineMark.MarkGroup(marks.stream()
                .flatMap(each -> each instanceof TimelineMark.MarkGroup markGroup ? markGroup.marks().stream()
                        : List.of(each).stream())
                .sorted(Comparator.comparing(TimelineMark::at))
                .toList());
    }

    private Pin pin(TimelineMark mark) {
        var pin = pins.computeIfAbsent(key(mark), _ -> newPin(mark));
        pin.update(mark, text.label(mark));
        if (pin.getParent() == null) {
            getChildren().add(pin);
            pin.applyCss();
        }
        return pin;
    }

    private Pin newPin(TimelineMark mark) {
        var pin = new Pin(mark, text, texts);
        if (mark instanceof TimelineMark.MarkGroup markGroup) {
            pin.setOnMouseClicked(event -> {
                if (event.isStillSincePress()) {
                    onGathered.accept(markGroup);
                }
            });
        }
        return pin;
    }

    @Override
    protected void layoutChildren() {
        var scale = timeScale;
        if (scale != null) {
            var height = getHeight() / rows;
            placed.forEach(each -> each.pin().place(scale, each.row() * height, height));
        }
    }
}
