package dev.longshore.ui.control;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.Forecast;
import dev.longshore.model.Observation;
import dev.longshore.ui.fx.TimeText;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Control;
import org.jspecify.annotations.Nullable;

/** Percent done against time, with gaps where nobody watched and the range of the expected end. FX thread only. */
public final class ProgressPlot extends Control {
    private final ObjectProperty<@Nullable Course> course = new SimpleObjectProperty<>(this, "course");
    private final TimeText time;

    /** An empty plot, whose times and zone are those of {@code time}. */
    public ProgressPlot(TimeText time) {
        this.time = time;
        setId("progressPlot");
        getStyleClass().add("progress-plot");
    }

    /**
     * What is plotted.
     *
     * @param now the moment it was made for, in UTC
     * @param observations oldest first; those without a number are left out
     * @param blindSpans times in which nobody watched
     * @param forecast when the import is expected to end
     */
    public record Course(Instant now, List<Observation> observations, List<BlindSpan> blindSpans, Forecast forecast) {
        public Course {
            observations = List.copyOf(observations);
            blindSpans = List.copyOf(blindSpans);
        }
    }

    /** What is plotted; null shows that there is nothing yet. */
    public ObjectProperty<@Nullable Course> courseProperty() {
        return course;
    }

    /** The formatter of its times. */
    TimeText time() {
        return time;
    }
}
