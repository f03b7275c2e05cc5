package dev.longshore.ui.control.plot;

import dev.longshore.model.Forecast;
import dev.longshore.model.Observation;
import dev.longshore.model.WatchGap;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.text.Texts;
import dev.longshore.ui.fx.WindowTimes;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/**
 * Percent done against time, with gaps where nobody watched and the range of the expected end. A readout follows the
 * mouse, and ← → Home End. FX thread only.
 */
public final class ProgressPlot extends Control {
    private final ObjectProperty<@Nullable PlotData> data = new SimpleObjectProperty<>(this, "course");
    private final ObjectProperty<@Nullable Instant> pointed = new SimpleObjectProperty<>(this, "pointed");
    private final Texts texts;
    private final WindowTimes time;

    /** An empty plot, whose times and zone are those of {@code time}. */
    public ProgressPlot(WindowTimes time) {
        this.time = time;
        texts = time.texts();
        setId("progressPlot");
        getStyleClass().add("progress-plot");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription(texts.get("control.plot.role"));
        data.subscribe(_ -> describe());
        pointed.subscribe(_ -> describe());
    }

    /**
     * What is plotted.
     *
     * @param now the moment it was made for, in UTC
     * @param points oldest first
     * @param blindSpans times in which nobody watched, oldest first
     * @param forecast when the import is expected to end
     */
    public record PlotData(
            Instant now, List<ProgressCurve.CurvePoint> points, List<WatchGap> blindSpans, Forecast forecast) {
        public PlotData {
            points = List.copyOf(points);
            blindSpans = List.copyOf(blindSpans);
        }

        /** The numbers in {@code observations}, oldest first, beside what {@code timeline} says. */
        public static PlotData of(Timeline timeline, List<Observation> observations) {
            return new PlotData(
                    timeline.now(), ProgressCurve.points(observations), timeline.watchGaps(), timeline.forecast());
        }
    }

    /** What is plotted; null shows that there is nothing yet. */
    public ObjectProperty<@Nullable PlotData> dataProperty() {
        return data;
    }

    /** The moment that the readout is about, or null when it is about the newest. */
    ObjectProperty<@Nullable Instant> pointedProperty() {
        return pointed;
    }

    WindowTimes time() {
        return time;
    }

    Texts texts() {
        return texts;
    }

    /** The percentage and since when, at the moment that is pointed at. */
    String readout() {
        var shown = data.get();
        if (shown == null || shown.points().isEmpty()) {
            return texts.get(shown == null ? "control.timeline.unread" : "control.plot.empty");
        }
        var asked = pointed.get();
        var moment = asked == null ? shown.now() : asked;
        var known = ProgressCurve.at(shown.points(), moment);
        if (isBlind(shown, moment) || known.isEmpty()) {
            return texts.get("control.plot.unknown", time.at(moment));
        }
        return texts.get("control.plot.readout", percent(known.getAsDouble()), time.at(moment));
    }

    /** A percentage in words, with one digit behind the point at most. */
    String percent(double percent) {
        var format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(1);
        return texts.get("control.plot.percent", format.format(percent));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ProgressPlotSkin(this);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(ProgressPlot.class.getResource("ProgressPlot.css")).toExternalForm();
    }

    /** What is expected, in words. */
    String expected() {
        var shown = data.get();
        return shown != null && shown.forecast() instanceof Forecast.Range range
                ? texts.get("control.plot.expected", time.range(ahead(range.earliest()), ahead(range.latest())))
                : "";
    }

    private Duration ahead(Instant instant) {
        var left = Duration.between(time.now(), instant);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void describe() {
        setAccessibleText((readout() + " " + expected()).strip());
    }

    private static boolean isBlind(PlotData shown, Instant moment) {
        return shown.blindSpans().stream().anyMatch(each -> each.from().isBefore(moment) && each.to().isAfter(moment));
    }
}
