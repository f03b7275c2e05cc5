package dev.longshore.ui.control;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.Forecast;
import dev.longshore.model.Timeline;
import dev.longshore.model.Turn;
import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.fx.TimeText;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The phases as bars, over them what nobody watched, and after now the range of the expected end. */
final class PhaseLane extends Pane {
    private static final double LEAST_WIDTH = 2;
    private static final double LEAST_BETWEEN = 4;
    private static final double GAP = 6;

    private final MarkNodes<Mark.Phase, PhaseBar> bars;
    private final MarkNodes<Mark.Between, Region> betweens;
    private final MarkNodes<Mark.Blind, Region> blinds;
    private final Region wait = new Region();
    private final Label aheadWords = new Label();
    private final Region range = new Region();
    private final TimelineText words;
    private final TimeText time;
    private @Nullable Timeline timeline;
    private @Nullable Projection projection;

    PhaseLane(TimeText time, Texts texts) {
        this.time = time;
        words = new TimelineText(time, texts);
        bars = new MarkNodes<>(each -> new PhaseBar(each, words, texts));
        betweens = new MarkNodes<>(each -> unseen(each, "between"));
        blinds = new MarkNodes<>(each -> unseen(each, "blind"));
        getStyleClass().add("phase-lane");
        wait.getStyleClass().addAll("ahead-wait", MarkLook.token(new Mark.Now(Instant.EPOCH), texts).styleClass());
        aheadWords.getStyleClass().add("ahead-words");
        range.getStyleClass().addAll("ahead-range", MarkLook.token(new Mark.Now(Instant.EPOCH), texts).styleClass());
    }

    void show(Timeline shown, List<Mark> marks) {
        timeline = shown;
        var phases = bars.show(Mark.of(marks, Mark.Phase.class));
        var between = betweens.show(Mark.of(marks, Mark.Between.class));
        var unseen = blinds.show(Mark.of(marks, Mark.Blind.class));
        phases.forEach((phase, bar) -> bar.setLength(time.length(phase.span().length(shown.now()))));
        var ahead = Mark.of(marks, Mark.Ahead.class).stream().flatMap(each -> ahead(each));
        var nodes = Stream.of(phases.values().stream(), between.values().stream(), ahead, unseen.values().stream())
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
        return getChildren().stream().filter(each -> !Set.of(range, aheadWords).contains(each)).toList();
    }

    void project(Projection by) {
        projection = by;
        requestLayout();
    }

    private Stream<Node> ahead(Mark.Ahead mark) {
        aheadWords.setText(words.label(mark));
        if (!mark.equals(wait.getUserData())) {
            Stream.of(wait, range, aheadWords).forEach(each -> MarkTip.install(each, mark, words));
        }
        return Stream.of(range, wait, aheadWords);
    }

    private Region unseen(Mark mark, String style) {
        var node = new Region();
        node.getStyleClass().add(style);
        MarkTip.install(node, mark, words);
        return node;
    }

    @Override
    protected void layoutChildren() {
        var by = projection;
        var shown = timeline;
        if (by == null || shown == null) {
            return;
        }
        bars.shown().forEach((mark, bar) -> layoutBar(mark, bar, by, shown));
        betweens.shown().forEach((mark, node) -> layoutBetween(mark, node, by));
        blinds.shown().forEach((mark, node) -> place(node, mark.at(), mark.end(), by, getHeight()));
        if (shown.forecast() instanceof Forecast.Range ahead) {
            place(range, ahead.earliest(), ahead.latest(), by, getHeight());
            place(wait, shown.now(), ahead.latest(), by, getHeight());
            layoutAheadWords(by);
        }
    }

    /** Within the range where they fit, else right of it, else not at all: the tooltip has them. */
    private void layoutAheadWords(Projection by) {
        var width = aheadWords.prefWidth(-1);
        var within = width + 2 * GAP <= wait.getWidth();
        var x = within ? wait.getLayoutX() + GAP : wait.getLayoutX() + wait.getWidth() + GAP;
        aheadWords.setVisible(wait.isVisible() && x + width <= by.width());
        layoutInArea(aheadWords, x, 0, width, getHeight(), 0, HPos.LEFT, VPos.CENTER);
    }

    private void layoutBetween(Mark.Between mark, Region node, Projection by) {
        place(node, mark.at(), mark.end(), by, getHeight());
        node.setVisible(node.isVisible() && isSeen(mark.at(), mark.end(), by));
    }

    /** From the first look that saw it to the last one. */
    private void layoutBar(Mark.Phase mark, PhaseBar bar, Projection by, Timeline shown) {
        var ended = mark.span().ended();
        var tornLeft = isTorn(mark.span().began(), by);
        var tornRight = ended != null && isTorn(ended, by);
        place(bar, mark.at(), end(ended, tornRight, shown), by, getHeight());
        bar.setTorn(tornLeft && by.sees(mark.at()), tornRight && bar.getLayoutX() + bar.getWidth() <= by.width());
        var room = PhaseBar.room(bar.getLayoutX(), bar.getLayoutX() + bar.getWidth(), unseen(shown), by);
        bar.setRoom(room[0] - bar.getLayoutX(), room[1] - bar.getLayoutX());
    }

    private static Instant end(@Nullable Turn ended, boolean torn, Timeline shown) {
        if (ended == null) {
            return shown.now();
        }
        var after = ended.after();
        return torn && after != null ? after : ended.by();
    }

    private static boolean isTorn(Turn turn, Projection by) {
        var after = turn.after();
        return after == null || isSeen(after, turn.by(), by);
    }

    /** True where the time between two looks is wide enough to be drawn. */
    private static boolean isSeen(Instant after, Instant until, Projection by) {
        return by.x(until) - by.x(after) >= LEAST_BETWEEN;
    }

    private static List<BlindSpan> unseen(Timeline shown) {
        return shown.blindSpans();
    }

    /** Cut off at the edges, for CSS effects and borders would otherwise be made for what nobody sees. */
    private static void place(Region node, Instant from, Instant to, Projection by, double height) {
        node.setVisible(by.sees(from, to));
        var left = Math.max(by.x(from), -LEAST_WIDTH);
        var right = Math.min(by.x(to), by.width() + LEAST_WIDTH);
        var width = Math.max(right - left, LEAST_WIDTH);
        node.resizeRelocate(left, 0, width, height);
    }
}
