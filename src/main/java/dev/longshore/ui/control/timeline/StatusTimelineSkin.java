package dev.longshore.ui.control.timeline;

import dev.longshore.model.timeline.Timeline;
import dev.longshore.ui.control.axis.TimeAxisPane;
import dev.longshore.ui.control.axis.TimeScale;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Rows one below the other: milestones, phases, events, deadlines, axis, legend. */
final class StatusTimelineSkin extends SkinBase<StatusTimeline> {
    private static final double WIDE = 620;
    private static final double GUTTER = 104;
    private static final double NARROW_GUTTER = 30;
    private static final double GAP = 6;
    private static final int FLAG_ROWS = 2;
    private static final int DUE_ROWS = 2;

    private final Label empty = new Label();
    private final Pane plot = new Pane();
    private final GridLines gridLines = new GridLines();
    private final PinPane flags;
    private final PhasePane phases;
    private final PinPane events;
    private final PinPane dues;
    private final TimeAxisPane axis;
    private final TimelineLegend legend;
    private final List<Label> titles;
    private List<TimelineMark> marks = List.of();

    StatusTimelineSkin(StatusTimeline control) {
        super(control);
        flags = new PinPane(control.words(), control.texts());
        phases = new PhasePane(control.time(), control.texts());
        events = new PinPane(control.words(), control.texts());
        dues = new PinPane(control.words(), control.texts());
        axis = new TimeAxisPane(control.time());
        legend = new TimelineLegend(control.texts());
        titles = List.of(
                title("control.timeline.row.flags", "control.timeline.row.flags.tip", MaterialDesignF.FLAG_OUTLINE),
                title("control.timeline.row.phases", "control.timeline.row.phases.tip",
                        MaterialDesignP.PROGRESS_CLOCK),
                title("control.timeline.row.events", "control.timeline.row.events.tip",
                        MaterialDesignC.CURSOR_DEFAULT_CLICK_OUTLINE),
                title("control.timeline.row.deadlines", "control.timeline.row.deadlines.tip",
                        MaterialDesignT.TIMER_SAND),
                zone());
        build(control);
        control.timelineProperty().subscribe(this::show);
        registerChangeListener(control.cleanupUrgencyProperty(), _ -> show(control.getTimeline()));
        registerChangeListener(control.datesProperty(), _ -> show(control.getTimeline()));
        registerChangeListener(control.windowProperty(), _ -> control.requestLayout());
        registerChangeListener(control.time().zoneProperty(), _ -> show(control.getTimeline()));
    }

    private void build(StatusTimeline control) {
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        plot.getStyleClass().add("plot");
        plot.setClip(new Rectangle());
        plot.getChildren().setAll(gridLines, flags, phases, events, dues, axis);
        plot.getChildren().forEach(each -> each.setManaged(false));
        getChildren().setAll(plot, legend, empty);
        getChildren().addAll(titles);
        TimelineNavigation.install(control, plot);
        TimelineSelection.install(control, this::nodes);
        List.of(flags, events, dues)
                .forEach(row -> row.setOnGathered(each -> control.showWindow(each.at(), each.lastMoment())));
    }

    private void show(@Nullable Timeline timeline) {
        var nothing = timeline == null || timeline.spans().isEmpty();
        empty.setVisible(nothing);
        empty.setText(getSkinnable().words().nothing(timeline));
        plot.setVisible(!nothing);
        legend.setVisible(!nothing);
        titles.forEach(each -> each.setVisible(!nothing));
        if (timeline != null && !nothing) {
            marks = TimelineMark.all(timeline, getSkinnable().cleanupUrgencyProperty().get(),
                    getSkinnable().datesProperty().get());
            phases.show(timeline, marks);
            flags.show(some(StatusTimelineSkin::isFlag));
            events.show(some(StatusTimelineSkin::isEvent));
            dues.show(some(
                    each -> each instanceof TimelineMark.DeadlineMark || each instanceof TimelineMark.DrawnDateMark));
            legend.show(marks);
        }
        getSkinnable().requestLayout();
    }

    private List<Node> nodes() {
        return Stream.of(phases.nodes(), flags.nodes(), events.nodes(), dues.nodes())
                .flatMap(List::stream)
                .map(Node.class::cast)
                .toList();
    }

    private List<TimelineMark> some(Predicate<TimelineMark> predicate) {
        return marks.stream().filter(predicate).toList();
    }

    private static boolean isFlag(TimelineMark mark) {
        return mark instanceof TimelineMark.SealedMark || mark instanceof TimelineMark.NoAbortMark
                || mark instanceof TimelineMark.NowMark;
    }

    private static boolean isEvent(TimelineMark mark) {
        return mark instanceof TimelineMark.CommandMark || mark instanceof TimelineMark.ExternalChangeMark
                || mark instanceof TimelineMark.CleanupMovedMark;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        layoutInArea(empty, x, y, width, height, 0, HPos.CENTER, VPos.CENTER);
        var window = getSkinnable().windowProperty().get();
        if (window == null || width <= 0) {
            return;
        }
        var gutter = width >= WIDE ? GUTTER : NARROW_GUTTER;
        var scale = new TimeScale(window, width - gutter);
        var legendHeight = legend.prefHeight(scale.width());
        var heights = RowHeights.of(height, legendHeight);
        var plotHeight = layoutPlot(x + gutter, y, scale, heights);
        legend.setVisible(heights.legend());
        legend.resizeRelocate(x + gutter, y + plotHeight + heights.gap(), scale.width(), legendHeight);
        layoutTitles(x, gutter, y, heights);
    }

    private double layoutPlot(double x, double y, TimeScale scale, RowHeights heights) {
        var gap = heights.gap();
        var row = heights.row();
        var spare = heights.spareRows();
        var flagRows = flags.arrange(scale, Math.min(FLAG_ROWS, 1 + spare));
        spare -= flagRows - 1;
        var dueRows = dues.arrange(scale, Math.min(DUE_ROWS, 1 + spare));
        spare -= dueRows - 1;
        var eventRows = events.arrange(scale, 1 + spare);
        var top = layoutRow(flags, 0, scale, flagRows * row);
        top = layoutRow(phases, top + gap, scale, heights.bar());
        top = layoutRow(events, top + gap, scale, eventRows * row);
        top = layoutRow(dues, top + gap, scale, dueRows * row);
        phases.setTimeScale(scale);
        gridLines.resizeRelocate(0, 0, scale.width(), top);
        layoutRow(axis, top, scale, heights.axis());
        gridLines.setTimeScale(scale, axis.setTimeScale(scale), marks);
        plot.resizeRelocate(x, y, scale.width(), top + heights.axis());
        ((Rectangle) plot.getClip()).setWidth(scale.width());
        ((Rectangle) plot.getClip()).setHeight(plot.getHeight());
        return plot.getHeight();
    }

    private static double layoutRow(Region row, double y, TimeScale scale, double height) {
        row.resizeRelocate(0, y, scale.width(), height);
        return y + height;
    }

    private void layoutTitles(double x, double gutter, double y, RowHeights heights) {
        var rows = List.of(flags, phases, events, dues, axis);
        for (var i = 0; i < rows.size(); i++) {
            var title = titles.get(i);
            title.setContentDisplay(gutter == GUTTER || i == rows.size() - 1
                    ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
            var row = rows.get(i);
            var height = row.equals(phases) ? heights.bar() : heights.row();
            layoutInArea(title, x, y + row.getLayoutY(), gutter, height, 0, HPos.LEFT, VPos.CENTER);
        }
        var now = getSkinnable().time().now();
        titles.getLast().setText(getSkinnable().time().zoneName(now));
    }

    private Label title(String key, String tipKey, Ikon icon) {
        var title = new Label(getSkinnable().texts().get(key), new FontIcon(icon));
        title.getStyleClass().add("row-title");
        MarkTooltip.install(title, () -> getSkinnable().texts().get(tipKey));
        return title;
    }

    private static Label zone() {
        var zone = new Label();
        zone.getStyleClass().addAll("row-title", "zone");
        return zone;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + bottom + RowHeights.tallest() + GAP + legend.prefHeight(width < 0 ? WIDE : width - GUTTER);
    }

    @Override
    protected double computeMaxHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + bottom + RowHeights.smallest();
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return WIDE + left + right;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return 2 * GUTTER;
    }
}
