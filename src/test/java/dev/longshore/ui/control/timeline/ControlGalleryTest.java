package dev.longshore.ui.control.timeline;

import dev.longshore.model.Status;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.support.ControlPictures;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.text.Texts;
import dev.longshore.ui.control.StatusBadge;
import dev.longshore.ui.control.plot.ProgressPlot;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** Leaves a picture of each control in each state, light and dark, in target/screenshots. */
@ExtendWith(FxExtension.class)
class ControlGalleryTest {
    private static final List<String> WORDS = List.of(
            "Initializing", "ReceivingFiles", "STARTING", "ImportInProgress", "Paused", "MigrationDone", "ERROR",
            "Aborted", "CleaningUpFiles", "Closed", "Reticulating");

    @Test
    void badges(FxRobot robot) {
        robot.interact(() -> ControlPictures.take("badges", badges(), 960, 200));
    }

    @Test
    void timelines(FxRobot robot) {
        robot.interact(() -> {
            ControlPictures.take("timeline-busy", page(timeline(SampleTimelines.busy())), 960, 640);
            ControlPictures.take("timeline-fresh", page(timeline(SampleTimelines.fresh())), 960, 640);
            ControlPictures.take("timeline-closed-crowded",
                    page(timeline(SampleTimelines.closed()), timeline(SampleTimelines.crowded())), 1600,
                    1000);
            ControlPictures.take("timeline-unseen", page(timeline(SampleTimelines.unseen())), 960, 320);
            ControlPictures.take("timeline-empty", page(timeline(null)), 960, 300);
            ControlPictures.take("timeline-low",
                    page(timeline(SampleTimelines.busy()), timeline(SampleTimelines.fresh())), 860, 340);
            ControlPictures.take("timeline-narrow", page(timeline(SampleTimelines.busy())), 340, 400);
        });
    }

    @Test
    void plots(FxRobot robot) {
        robot.interact(() -> {
            ControlPictures.take("plot", page(plot(SampleTimelines.plotData())), 960, 420);
            ControlPictures.take("plot-narrow", page(plot(SampleTimelines.plotData())), 340, 300);
            ControlPictures.take("plot-empty", page(plot(null)), 960, 300);
        });
    }

    private static ProgressPlot plot(ProgressPlot.@Nullable PlotData data) {
        var plot = new ProgressPlot(SampleTimelines.time());
        plot.dataProperty().set(data);
        VBox.setVgrow(plot, Priority.ALWAYS);
        return plot;
    }

    @Test
    void timelinePanels(FxRobot robot) {
        robot.interact(() -> {
            ControlPictures.take("timeline-panel", panel(false), 960, 380);
            ControlPictures.take("timeline-panel-list", panel(true), 960, 640);
        });
    }

    private static TimelinePanel panel(boolean list) {
        var panel = new TimelinePanel(SampleTimelines.time(), new SameThreadUi());
        panel.timelineProperty().set(SampleTimelines.busy());
        panel.showList(list);
        return panel;
    }

    private static VBox badges() {
        var fresh = new FlowPane(8, 8);
        var old = new FlowPane(8, 8);
        WORDS.forEach(each -> fresh.getChildren().add(badge(Status.of(each), false)));
        WORDS.forEach(each -> old.getChildren().add(badge(Status.of(each), true)));
        fresh.getChildren().add(badge(null, false));
        return page(fresh, old);
    }

    private static StatusBadge badge(@Nullable Status status, boolean stale) {
        var badge = new StatusBadge(new Texts(Locale.ENGLISH));
        badge.setStatus(status);
        badge.setStale(stale);
        return badge;
    }

    private static StatusTimeline timeline(@Nullable Timeline shown) {
        var timeline = new StatusTimeline(SampleTimelines.time());
        timeline.setTimeline(shown);
        VBox.setVgrow(timeline, Priority.SOMETIMES);
        return timeline;
    }

    private static VBox page(javafx.scene.Node... nodes) {
        var page = new VBox(16, nodes);
        page.setStyle("-fx-padding: 16px;");
        return page;
    }
}
