package dev.longshore.ui.control.timeline;

import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.text.Texts;
import dev.longshore.ui.control.axis.TimeWindow;
import dev.longshore.ui.fx.WindowTimes;
import dev.longshore.ui.look.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/**
 * One migration's history, and what is to come, on one time axis. Zoomed and panned by wheel, drag and keys
 * (+ − ← → Home 0); ↑ and ↓ step from mark to mark. The same as text: {@link TimelineText}. FX thread only.
 */
public final class StatusTimeline extends Control {
    private static final double STEP = 1.5;
    private static final double MARGIN = 0.03;
    private static final int EDGE = 20;
    private static final Duration LEAST_AHEAD = Duration.ofMinutes(10);
    /** How much of the past is shown beside what is to come, which has a seventh of the width then; a day at least. */
    private static final double PAST = 6;
    private static final Duration LEAST_PAST = Duration.ofDays(1);

    private final ObjectProperty<@Nullable Timeline> timeline = new SimpleObjectProperty<>(this, "timeline");
    private final ObjectProperty<Urgency> cleanupUrgency = new SimpleObjectProperty<>(this, "cleanupUrgency",
            Urgency.CALM);
    private final ObjectProperty<List<DrawnDate>> dates = new SimpleObjectProperty<>(this, "dates", List.of());
    private final ReadOnlyObjectWrapper<@Nullable TimeWindow> window = new ReadOnlyObjectWrapper<>(this, "window");
    private final ReadOnlyObjectWrapper<@Nullable Instant> nearest = new ReadOnlyObjectWrapper<>(this, "nearest");
    private final Texts texts;
    private final WindowTimes time;
    private final TimelineText words;
    private boolean home = true;

    /** An empty timeline, whose times and zone are those of {@code time}. */
    public StatusTimeline(WindowTimes time) {
        this.time = time;
        texts = time.texts();
        words = new TimelineText(time, texts);
        getStyleClass().add("status-timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription(texts.get("control.timeline.role"));
        timeline.subscribe(this::update);
        dates.addListener((_, _, _) -> update(timeline.get()));
    }

    /** What is shown; null shows that there is nothing yet. */
    public ObjectProperty<@Nullable Timeline> timelineProperty() {
        return timeline;
    }

    /** See {@link #timelineProperty()}. */
    public @Nullable Timeline getTimeline() {
        return timeline.get();
    }

    /** See {@link #timelineProperty()}. */
    public void setTimeline(@Nullable Timeline value) {
        timeline.set(value);
    }

    /** How urgently the cleanup needs the user: its colour and its shape. */
    public ObjectProperty<Urgency> cleanupUrgencyProperty() {
        return cleanupUrgency;
    }

    /** What happens only if a plan is carried out; drawn beside what is due. */
    public ObjectProperty<List<DrawnDate>> datesProperty() {
        return dates;
    }

    /** Shows half as much again less of time, around the middle. */
    public void zoomIn() {
        zoom(1 / STEP, middle());
    }

    /** Shows half as much again more of time, around the middle. */
    public void zoomOut() {
        zoom(STEP, middle());
    }

    /**
     * Shows the cleanup and the expected end, and as much of what has happened as leaves them legible, and goes on to.
     */
    public void showHistory() {
        home = true;
        window.set(history());
    }

    /** Moves to later times by {@code share} of what is seen; to earlier ones where that is negative. */
    public void pan(double share) {
        var seen = window.get();
        if (seen != null) {
            showWindow(seen.pan(share));
        }
    }

    /** Moves so that {@code at} is well in sight, and takes the focus. */
    void showMoment(Instant at) {
        var seen = window.get();
        if (seen != null) {
            var edge = seen.length().dividedBy(EDGE);
            if (at.isBefore(seen.from().plus(edge)) || at.isAfter(seen.to().minus(edge))) {
                var half = seen.length().dividedBy(2);
                showWindow(new TimeWindow(at.minus(half), at.plus(half)));
            }
            requestFocus();
        }
    }

    /** Selects the mark in sight that is nearest to {@code at}. */
    void selectNearest(Instant at) {
        nearest.set(null);
        nearest.set(at);
    }

    /** Near which moment a mark is to be selected. */
    ReadOnlyObjectProperty<@Nullable Instant> nearestProperty() {
        return nearest.getReadOnlyProperty();
    }

    /** Shows {@code factor} times as much of time, with {@code anchor} where it is. */
    void zoom(double factor, Instant anchor) {
        var seen = window.get();
        if (seen != null) {
            showWindow(seen.zoom(factor, anchor));
        }
    }

    /** Shows from {@code from} to {@code to}, with some time around. */
    void showWindow(Instant from, Instant to) {
        showWindow(new TimeWindow(from, from.plus(TimeWindow.LEAST).isAfter(to) ? from.plus(TimeWindow.LEAST) : to)
                .padded(1));
    }

    /** The part of time that is seen, or null while there is nothing. */
    ReadOnlyObjectProperty<@Nullable TimeWindow> windowProperty() {
        return window.getReadOnlyProperty();
    }

    WindowTimes time() {
        return time;
    }

    Texts texts() {
        return texts;
    }

    TimelineText words() {
        return words;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new StatusTimelineSkin(this);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(StatusTimeline.class.getResource("StatusTimeline.css")).toExternalForm();
    }

    /** Tells assistive technology what is most worth knowing. */
    void describe() {
        var shown = timeline.get();
        setAccessibleText(shown == null ? words.nothing(null) : words.summary(shown));
    }

    private void update(@Nullable Timeline shown) {
        describe();
        var extent = extent();
        var seen = window.get();
        window.set(home || seen == null || extent == null ? history() : seen.within(extent));
    }

    private void showWindow(TimeWindow at) {
        var extent = extent();
        if (extent != null) {
            var within = at.within(extent);
            home = within.equals(history());
            window.set(within);
        }
    }

    private @Nullable TimeWindow extent() {
        var shown = timeline.get();
        if (shown == null || shown.spans().isEmpty()) {
            return null;
        }
        var marks = TimelineMark.all(shown, cleanupUrgency.get(), dates.get());
        var from = marks.getFirst().at();
        var to = marks.stream().map(TimelineMark::lastMoment).reduce(from.plus(TimeWindow.LEAST),
                StatusTimeline::later);
        return new TimeWindow(from, to).padded(MARGIN);
    }

    private @Nullable TimeWindow history() {
        var shown = timeline.get();
        var extent = extent();
        if (shown == null || extent == null) {
            return null;
        }
        return lastOf(shown).isAfter(shown.now())
                ? withPlan(opening(List.of(shown))).padded(MARGIN).within(extent)
                : extent;
    }

    private TimeWindow withPlan(TimeWindow opening) {
        var to = dates.get().stream().filter(each -> each.origin() != DrawnDate.DateOrigin.FREEZE).map(DrawnDate::end)
                .reduce(opening.to(), StatusTimeline::later);
        return new TimeWindow(opening.from(), to);
    }

    /** The time that is shown of {@code timelines} at first, at least one, each with at least one phase. */
    static TimeWindow opening(List<Timeline> timelines) {
        var now = timelines.getFirst().now();
        var to = timelines.stream().map(StatusTimeline::lastOf).reduce(now, StatusTimeline::later);
        var ahead = Duration.between(now, to);
        var most = longer(LEAST_PAST, Duration.ofSeconds(Math.round(ahead.toSeconds() * PAST)));
        var begin = timelines.stream().map(each -> each.spans().getFirst().from()).min(Comparator.naturalOrder())
                .orElse(now);
        var from = to.isAfter(now) ? later(begin, now.minus(most)) : begin;
        return new TimeWindow(from, later(to, from.plus(LEAST_AHEAD)));
    }

    /** The cleanup or the latest expected end, whichever comes last; now where neither is to come. */
    private static Instant lastOf(Timeline shown) {
        var due = CollisionGuard.cleanup(shown.deadlines()).map(Deadline::at);
        var end = shown.forecast() instanceof Forecast.Range range ? Optional.of(range.latest())
                : Optional.<Instant>empty();
        return Stream.of(due, end).flatMap(Optional::stream).reduce(shown.now(), StatusTimeline::later);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Instant middle() {
        var seen = window.get();
        return seen == null ? Instant.EPOCH : seen.from().plus(seen.length().dividedBy(2));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
