package dev.longshore.ui.control;

import dev.longshore.ui.fx.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Marks at moments, in rows: nothing overlaps. A pin whose words have no room shows its shape alone, and one without
 * any room is gathered with the one before it.
 */
final class PinLane extends Pane {
    private static final double APART = 6;
    private static final double CROWD = 40;

    private final Map<Mark, Pin> pins = new LinkedHashMap<>();
    private final TimelineText text;
    private final Texts texts;
    private List<Mark> marks = List.of();
    private List<Placed> placed = List.of();
    private @Nullable Projection projection;
    private int rows = 1;

    private record Placed(Pin pin, int row) {}

    PinLane(TimelineText text, Texts texts) {
        this.text = text;
        this.texts = texts;
        getStyleClass().add("pin-lane");
    }

    void show(List<Mark> shown) {
        marks = shown;
        pins.keySet().removeIf(each -> !isAmong(each, shown));
    }

    /** Arranges the pins in at most {@code most} rows and answers how many it takes, one at least. */
    int arrange(Projection by, int most) {
        projection = by;
        var lanes = new LabelLanes(most);
        placed = place(by, lanes, most);
        rows = Math.max(1, lanes.used());
        getChildren().setAll(placed.stream().map(Placed::pin).toList());
        requestLayout();
        return rows;
    }

    private static boolean isAmong(Mark mark, List<Mark> shown) {
        return mark instanceof Mark.Several several ? shown.containsAll(several.marks()) : shown.contains(mark);
    }

    private List<Placed> place(Projection by, LabelLanes lanes, int most) {
        var result = new ArrayList<Placed>();
        var seen = marks.stream().filter(each -> by.sees(each.at(), each.lastMoment())).toList();
        for (var mark : crowdsGathered(seen, by, most)) {
            var pin = pin(mark);
            var row = row(pin, by, lanes);
            if (row >= 0) {
                result.add(new Placed(pin, row));
            } else if (!result.isEmpty()) {
                result.add(gathered(result.removeLast(), mark));
            }
        }
        return result;
    }

    /** Where more marks lie closely together than there are rows, they become one. */
    private static List<Mark> crowdsGathered(List<Mark> marks, Projection by, int most) {
        var result = new ArrayList<Mark>();
        for (var from = 0; from < marks.size();) {
            var end = by.x(marks.get(from).at()) + CROWD;
            var to = from + 1;
            while (to < marks.size() && by.x(marks.get(to).at()) < end) {
                to++;
            }
            var crowd = to - from > most;
            result.add(crowd ? new Mark.Several(List.copyOf(marks.subList(from, to))) : marks.get(from));
            from = crowd ? to : from + 1;
        }
        return result;
    }

    private static int row(Pin pin, Projection by, LabelLanes lanes) {
        var from = pin.first(by) - Pin.SHAPE / 2;
        var to = pin.last(by) + Pin.SHAPE / 2;
        var words = pin.wordsWidth();
        var right = to + words <= by.width() ? lanes.place(from, to + words + APART) : OptionalInt.empty();
        if (right.isPresent()) {
            pin.showWords(true, false);
            return right.getAsInt();
        }
        var left = from - words >= 0 ? lanes.place(from - words - APART, to) : OptionalInt.empty();
        pin.showWords(left.isPresent(), true);
        return left.isPresent() ? left.getAsInt() : lanes.place(from, to).orElse(-1);
    }

    private Placed gathered(Placed before, Mark mark) {
        var all = new ArrayList<>(
                before.pin().mark() instanceof Mark.Several several ? several.marks() : List.of(before.pin().mark()));
        all.add(mark);
        var pin = pin(new Mark.Several(List.copyOf(all)));
        pin.showWords(false, false);
        return new Placed(pin, before.row());
    }

    private Pin pin(Mark mark) {
        var pin = pins.computeIfAbsent(mark, each -> new Pin(each, text, texts));
        pin.setWords(text.label(mark));
        if (pin.getParent() == null) {
            getChildren().add(pin);
            pin.applyCss();
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
