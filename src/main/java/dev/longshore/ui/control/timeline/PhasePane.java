package dev.longshore.ui.control.timeline;

import dev.longshore.model.Forecast;
import dev.longshore.model.StatusChange;
import dev.longshore.model.WatchGap;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.ui.control.axis.TimeScale;
import dev.longshore.ui.look.ColorRole;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The phases as bars, over them what nobody watched, and after now the range of the expected end. */
final class PhasePane extends Pane {
    private static final double LEAST_WIDTH = 2;
    private static final double LEAST_BETWEEN = 4;
    private static final double GAP = 6;

    private final MarkNodes<TimelineMark.PhaseMark, PhaseBar> bars;
    private final MarkNodes<TimelineMark.TransitionMark, Region> betweens;
    private final MarkNodes<TimelineMark.WatchGapMark, Region> blinds;
    private final Region silence = new Region();
    private final Label silenceLabel = new Label();
    private final Label margin = new Label();
    private final Region wait = new Region();
    private final Label forecastLabel = new Label();
    private final Region range = new Region();
    private final TimelineText words;
    private final TimeText time;
    private @Nullable Timeline timeline;
    private @Nullable TimeScale timeScale;

    PhasePane(TimeText time, Texts texts) {
        this.time = time;
        words = new TimelineText(time, texts);
        bars = new MarkNodes<>(each -> new PhaseBar(each, words, texts));
        betweens = new MarkNodes<>(each -> unseen(each, "between"));
        blinds = new MarkNodes<>(each -> unseen(each, "blind"));
        getStyleClass().add("phase-row");
        silence.getStyleClass().addAll("silence", ColorRole.RISK.styleClass());
        silenceLabel.getStyleClass().add("ahead-words");
        margin.getStyleClass().add("margin");
        wait.getStyleClass().addAll("ahead-wait",
                MarkStyle.colorRole(new TimelineMark.NowMark(Instant.EPOCH)).styleClass());
        forecastLabel.getStyleClass().add("ahead-words");
        range.getStyleClass().addAll("ahead-range",
                MarkStyle.colorRole(new TimelineMark.NowMark(Instant.EPOCH)).styleClass());
    }

    void show(Timeline shown, List<TimelineMark> marks) {
        timeline = shown;
        var phases = bars.show(TimelineMark.of(marks, TimelineMark.PhaseMark.class));
        var between = betweens.show(TimelineMark.of(marks, TimelineMark.TransitionMark.class));
        var unseen = blinds.show(TimelineMark.of(marks, TimelineMark.WatchGapMark.class));
        phases.forEach((phaseMark, bar) -> bar.setLength(time.length(phaseMark.span().length(shown.seenUntil()))));
        var ahead = TimelineMark.of(marks, TimelineMark.ForecastMark.class).stream()
                .flatMap(each -> forecastNodes(each));
        var margins = TimelineMark.of(marks, TimelineMark.MarginMark.class).stream().map(this::marginNode);
        var silent = TimelineMark.of(marks, TimelineMark.SilenceMark.class).stream().flatMap(this::silenceNodes);
        var nodes = Stream.of(phases.values().stream(), between.values().stream(), margins, ahead,
                unseen.values().stream(), silent)
                .flatMap(each -> each)
                .map(Node.class::cast)
                .toList();
        if (!nodes.equals(getChildren())) {
            getChildren().setAll(nodes);
        }
        requestLayout();
    }

    /** The nodes that can be pointed at. */
    List<Node> nodes() {
        return getChildren().stream().filter(each -> !Set.of(range, forecastLabel, silenceLabel).contains(each))
                .toList();
    }

    void setTimeScale(TimeScale scale) {
        timeScale = scale;
        requestLayout();
    }

    private Stream<Node> forecastNodes(TimelineMark.ForecastMark mark) {
        forecastLabel.setText(words.label(mark));
        if (!mark.equals(wait.getUserData())) {
            Stream.of(wait, range, forecastLabel).forEach(each -> MarkTooltip.install(each, mark, words));
        }
        return Stream.of(range, wait, forecastLabel);
    }

    private Stream<Node> silenceNodes(TimelineMark.SilenceMark mark) {
        silenceLabel.setText(words.label(mark));
        if (!mark.equals(silence.getUserData())) {
            Stream.of(silence, silenceLabel).forEach(each -> MarkTooltip.install(each, mark, words));
        }
        return Stream.of(silence, silenceLabel);
    }

    private Node marginNode(TimelineMark.MarginMark mark) {
        margin.setText(words.label(mark));
        MarkStyle.colorRole(mark).applyTo(margin);
        if (!mark.equals(margin.getUserData())) {
            MarkTooltip.install(margin, mark, words);
        }
        return margin;
    }

    private Region unseen(TimelineMark mark, String style) {
        var node = new Region();
        node.getStyleClass().add(style);
        MarkTooltip.install(node, mark, words);
        return node;
    }

    @Override
    protected void layoutChildren() {
        var scale = timeScale;
        var shown = timeline;
        if (scale == null || shown == null) {
            return;
        }
        bars.shown().forEach((mark, bar) -> layoutBar(mark, bar, scale, shown));
        betweens.shown().forEach((mark, node) -> layoutBetween(mark, node, scale));
        blinds.shown().forEach((mark, node) -> place(node, mark.at(), mark.end(), scale, getHeight()));
        if (shown.forecast() instanceof Forecast.Range ahead) {
            place(range, ahead.earliest(), ahead.latest(), scale, getHeight());
            place(wait, shown.now(), ahead.latest(), scale, getHeight());
            layoutMargin(scale);
            layoutBeside(forecastLabel, scale, wait.getLayoutX(), forecastRoom());
            forecastLabel.setVisible(forecastLabel.isVisible() && wait.isVisible() && !shown.isOld());
        }
        if (shown.isOld()) {
            place(silence, shown.seenUntil(), shown.now(), scale, getHeight());
            layoutBeside(silenceLabel, scale, silence.getLayoutX(), silence.getWidth());
            silenceLabel.setVisible(silenceLabel.isVisible() && silence.isVisible());
        }
    }

    /** The words are left out where they would be cut: the tooltip has them. */
    private void layoutMargin(TimeScale scale) {
        if (MarkTooltip.mark(margin) instanceof TimelineMark.MarginMark(var from, var to, _, _)) {
            place(margin, from, to, scale, getHeight());
            margin.setContentDisplay(margin.prefWidth(-1) <= margin.getWidth() ? ContentDisplay.TEXT_ONLY
                    : ContentDisplay.GRAPHIC_ONLY);
        }
    }

    /** The width in which the forecast is written: up to a margin that lies within. */
    private double forecastRoom() {
        return margin.getParent() != null && margin.isVisible() && margin.getLayoutX() > wait.getLayoutX()
                ? Math.min(wait.getWidth(), margin.getLayoutX() - wait.getLayoutX())
                : wait.getWidth();
    }

    /** Within the room where the words fit, else right of what is drawn, else not at all: the tooltip has them. */
    private void layoutBeside(Label label, TimeScale scale, double left, double room) {
        var width = label.prefWidth(-1);
        var x = width + 2 * GAP <= room ? left + GAP : rightmost(left + room) + GAP;
        label.setVisible(x + width <= scale.width());
        layoutInArea(label, x, 0, width, getHeight(), 0, HPos.LEFT, VPos.CENTER);
    }

    private double rightmost(double x) {
        return Stream.of(silence, wait, margin)
                .filter(each -> each.getParent() != null && each.isVisible())
                .mapToDouble(each -> each.getLayoutX() + each.getWidth())
                .reduce(x, Math::max);
    }

    private void layoutBetween(TimelineMark.TransitionMark mark, Region node, TimeScale scale) {
        place(node, mark.at(), mark.end(), scale, getHeight());
        node.setVisible(node.isVisible() && isSeen(mark.at(), mark.end(), scale));
    }

    /** From the first look that saw it to the last one. */
    private void layoutBar(TimelineMark.PhaseMark mark, PhaseBar bar, TimeScale scale, Timeline shown) {
        var ended = mark.span().ended();
        var tornLeft = isTorn(mark.span().began(), scale);
        var tornRight = ended != null && isTorn(ended, scale);
        place(bar, mark.at(), end(ended, tornRight, shown), scale, getHeight());
        bar.setOld(mark.seenUntil() != null);
        bar.setTorn(tornLeft && scale.shows(mark.at()),
                tornRight && bar.getLayoutX() + bar.getWidth() <= scale.width());
        var room = PhaseBar.room(bar.getLayoutX(), bar.getLayoutX() + bar.getWidth(), unseen(shown), scale);
        bar.setRoom(room[0] - bar.getLayoutX(), room[1] - bar.getLayoutX());
    }

    private static Instant end(@Nullable StatusChange ended, boolean torn, Timeline shown) {
        if (ended == null) {
            return shown.seenUntil();
        }
        var after = ended.earliest();
        return torn && after != null ? after : ended.latest();
    }

    private static boolean isTorn(StatusChange statusChange, TimeScale scale) {
        var after = statusChange.earliest();
        return after == null || isSeen(after, statusChange.latest(), scale);
    }

    /** True where the time between two looks is wide enough to be drawn. */
    private static boolean isSeen(Instant after, Instant until, TimeScale scale) {
        return scale.x(until) - scale.x(after) >= LEAST_BETWEEN;
    }

    private static List<WatchGap> unseen(Timeline shown) {
        return shown.watchGaps();
    }

    /** Cut off at the edges, for CSS effects and borders would otherwise be made for what nobody sees. */
    private static void place(Region node, Instant from, Instant to, TimeScale scale, double height) {
        node.setVisible(scale.shows(from, to));
        var left = Math.max(scale.x(from), -LEAST_WIDTH);
        var right = Math.min(scale.x(to), scale.width() + LEAST_WIDTH);
        var width = Math.max(right - left, LEAST_WIDTH);
        node.resizeRelocate(left, 0, width, height);
    }
}
