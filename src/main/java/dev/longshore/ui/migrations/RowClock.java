package dev.longshore.ui.migrations;

import dev.longshore.ui.feed.FrameSchedule;
import dev.longshore.ui.fx.UiThread;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The time for the rows of a table. A second is told to some of them in one frame and to others in the next ones: to
 * write and lay out all that is in sight would take longer than a frame has. FX thread only.
 */
final class RowClock {
    private final List<ObjectProperty<Instant>> shares;
    private final UiThread thread;

    RowClock(ObservableValue<Instant> now, UiThread thread) {
        this.thread = thread;
        shares = IntStream.range(0, FrameSchedule.ROW_TIMES.parts())
                .<ObjectProperty<Instant>>mapToObj(_ -> new SimpleObjectProperty<>(this, "now", now.getValue()))
                .toList();
        now.subscribe(this::update);
    }

    private void update(Instant moment) {
        FrameSchedule.ROW_TIMES.runParts(thread, share -> shares.get(share).set(moment));
    }

    /** The time for the row at {@code index}, in UTC. */
    ObservableValue<Instant> of(int index) {
        return shares.get(Math.max(0, index) % shares.size());
    }

    /** Tells {@code listener} of every row's time, as long as somebody else holds it. */
    void addListener(InvalidationListener listener) {
        var weak = new WeakInvalidationListener(listener);
        shares.forEach(each -> each.addListener(weak));
    }
}
