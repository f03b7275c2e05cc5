package dev.longshore.ui.control;

import dev.longshore.model.Timeline;
import dev.longshore.ui.fx.TimeText;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Control;
import org.jspecify.annotations.Nullable;

/**
 * One migration's history, and what is to come, on one time axis. Zoomed and panned by wheel, drag and keys
 * (+ − ← → Home 0). The same as text: {@link TimelineText}. FX thread only.
 */
public final class StatusTimeline extends Control {
    private final ObjectProperty<@Nullable Timeline> timeline = new SimpleObjectProperty<>(this, "timeline");
    private final TimeText time;

    /** An empty timeline, whose times and zone are those of {@code time}. */
    public StatusTimeline(TimeText time) {
        this.time = time;
        getStyleClass().add("status-timeline");
    }

    /** What is shown; null shows that there is nothing yet. */
    public ObjectProperty<@Nullable Timeline> timelineProperty() {
        return timeline;
    }

    /** The formatter of its times. */
    TimeText time() {
        return time;
    }
}
