package dev.longshore.ui.control;

import dev.longshore.model.Status;
import dev.longshore.model.Timeline;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import java.util.List;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** Leaves a picture of each control in each state, light and dark, in target/screenshots. */
@ExtendWith(FxExtension.class)
class GalleryTest {
    private static final List<String> WORDS = List.of(
            "Initializing", "ReceivingFiles", "STARTING", "ImportInProgress", "Paused", "MigrationDone", "ERROR",
            "Aborted", "CleaningUpFiles", "Closed", "Reticulating");

    @Test
    void badges(FxRobot robot) {
        robot.interact(() -> Gallery.hang("badges", badges(), 960, 200));
    }

    @Test
    void timelines(FxRobot robot) {
        robot.interact(() -> {
            Gallery.hang("timeline-busy", page(timeline(Samples.busy())), 960, 640);
            Gallery.hang("timeline-fresh", page(timeline(Samples.fresh())), 960, 640);
            Gallery.hang("timeline-closed-crowded", page(timeline(Samples.closed()), timeline(Samples.crowded())), 1600,
                    1000);
            Gallery.hang("timeline-unseen", page(timeline(Samples.unseen())), 960, 320);
            Gallery.hang("timeline-empty", page(timeline(null)), 960, 300);
            Gallery.hang("timeline-low", page(timeline(Samples.busy()), timeline(Samples.fresh())), 860, 340);
            Gallery.hang("timeline-narrow", page(timeline(Samples.busy())), 340, 400);
        });
    }

    @Test
    void plots(FxRobot robot) {
        robot.interact(() -> {
            Gallery.hang("plot", page(plot(Samples.course())), 960, 420);
            Gallery.hang("plot-narrow", page(plot(Samples.course())), 340, 300);
            Gallery.hang("plot-empty", page(plot(null)), 960, 300);
        });
    }

    private static ProgressPlot plot(ProgressPlot.@Nullable Course course) {
        var plot = new ProgressPlot(Samples.time());
        plot.courseProperty().set(course);
        VBox.setVgrow(plot, Priority.ALWAYS);
        return plot;
    }

    @Test
    void timelinePanels(FxRobot robot) {
        robot.interact(() -> {
            Gallery.hang("timeline-panel", panel(false), 960, 380);
            Gallery.hang("timeline-panel-list", panel(true), 960, 640);
        });
    }

    private static TimelinePanel panel(boolean list) {
        var panel = new TimelinePanel(Samples.time(), new SameThreadUi());
        panel.timelineProperty().set(Samples.busy());
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
        var badge = new StatusBadge();
        badge.setStatus(status);
        badge.setStale(stale);
        return badge;
    }

    private static StatusTimeline timeline(@Nullable Timeline shown) {
        var timeline = new StatusTimeline(Samples.time());
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
