package dev.longshore.ui.control.timeline;

import dev.longshore.model.Deadline;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.ui.control.axis.TimeAxis;
import dev.longshore.ui.control.axis.TimeAxisPane;
import dev.longshore.ui.control.axis.TimeScale;
import dev.longshore.ui.control.axis.TimeWindow;
import dev.longshore.ui.fx.WindowTimes;
import dev.longshore.ui.look.Urgency;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One timeline as a single row, to be compared with others of the same width above and below it: phases, expected end,
 * cleanup and now. FX thread only.
 */
public final class TimelineStrip extends Region {
    private static final double HEIGHT = 28;
    private static final double AXIS_HEIGHT = 38;
    private static final double GAP = 2;
    private static final TimeAxis NO_AXIS = new TimeAxis(List.of(), List.of());

    private final Rectangle clip = new Rectangle();
    private final GridLines lines = new GridLines();
    private final PhasePane phases;
    private final Label cleanup = new Label();
    private final TimelineText words;
    private final @Nullable TimeAxisPane axis;
    private List<TimelineMark> marks = List.of();
    private @Nullable TimeWindow window;

    private TimelineStrip(WindowTimes time, @Nullable TimeAxisPane axis) {
        this.axis = axis;
        words = new TimelineText(time, time.texts());
        phases = new PhasePane(time, time.texts());
        getStyleClass().addAll("status-timeline", "timeline-strip");
        cleanup.getStyleClass().add("shape");
        cleanup.setVisible(false);
        getChildren().setAll(lines, phases, cleanup);
        if (axis != null) {
            getChildren().setAll(axis);
        }
        setClip(clip);
    }

    /** A row without a timeline yet. */
    public static TimelineStrip row(WindowTimes time) {
        return new TimelineStrip(time, null);
    }

    /** The axis below the rows. */
    public static TimelineStrip axis(WindowTimes time) {
        return new TimelineStrip(time, new TimeAxisPane(time));
    }

    /** The time in which all of {@code timelines} are shown, at least one; those without a phase show nothing. */
    public static @Nullable TimeWindow window(List<Timeline> timelines) {
        var seen = timelines.stream().filter(each -> !each.spans().isEmpty()).toList();
        return seen.isEmpty() ? null : StatusTimeline.opening(seen).padded(GAP / 100);
    }

    /**
     * Shows a timeline.
     *
     * @param urgency how urgently its cleanup needs the user
     * @param shared the time that all rows show
     */
    public void show(Timeline timeline, Urgency urgency, TimeWindow shared) {
        marks = TimelineMark.all(timeline, urgency);
        window = shared;
        phases.show(timeline, marks);
        var due = TimelineMark.of(marks, TimelineMark.DeadlineMark.class).stream()
                .filter(TimelineStrip::isCleanup).findFirst();
        cleanup.setVisible(due.isPresent());
        due.ifPresent(each -> {
            cleanup.setGraphic(new FontIcon(MarkStyle.icon(each)));
            MarkStyle.colorRole(each).applyTo(cleanup);
            MarkTooltip.install(cleanup, each, words);
        });
        setAccessibleText(words.summary(timeline));
        requestLayout();
    }

    /** Shows the marks of the axis for {@code shared}. */
    public void show(TimeWindow shared) {
        window = shared;
        requestLayout();
    }

    private static boolean isCleanup(TimelineMark.DeadlineMark mark) {
        return mark.deadline().cause() != Deadline.Cause.CREDENTIALS;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(StatusTimeline.class.getResource("StatusTimeline.css")).toExternalForm();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        if (window == null || getWidth() <= 0) {
            return;
        }
        var scale = new TimeScale(window, getWidth());
        if (axis != null) {
            axis.resizeRelocate(0, 0, getWidth(), getHeight());
            axis.setTimeScale(scale);
            return;
        }
        lines.resizeRelocate(0, 0, getWidth(), getHeight());
        lines.setTimeScale(scale, NO_AXIS, marks.stream().filter(TimelineStrip::isLine).toList());
        phases.resizeRelocate(0, GAP, getWidth(), getHeight() - 2 * GAP);
        phases.setTimeScale(scale);
        if (cleanup.isVisible()) {
            var x = scale.x(MarkTooltip.mark(cleanup).at());
            cleanup.autosize();
            cleanup.relocate(x - cleanup.getWidth() / 2, (getHeight() - cleanup.getHeight()) / 2);
        }
    }

    private static boolean isLine(TimelineMark mark) {
        return mark instanceof TimelineMark.NowMark
                || (mark instanceof TimelineMark.DeadlineMark due && isCleanup(due));
    }

    @Override
    protected double computePrefHeight(double width) {
        return axis == null ? HEIGHT : AXIS_HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 10 * HEIGHT;
    }
}
