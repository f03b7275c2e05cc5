package dev.longshore.ui.control.timeline;

import static dev.longshore.support.ControlPictures.assertWhole;
import static dev.longshore.support.ControlPictures.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Status;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.support.ControlPictures;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.text.StatusText;
import dev.longshore.text.Texts;
import dev.longshore.ui.control.StatusBadge;
import dev.longshore.ui.control.plot.ProgressPlot;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.look.IconStyle;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** Pictures of each control in each state, light and dark, each only of what makes it that state. */
@ExtendWith(FxExtension.class)
class ControlGalleryTest {
    private static final List<String> WORDS = List.of(
            "Initializing", "ReceivingFiles", "STARTING", "ImportInProgress", "Paused", "MigrationDone", "ERROR",
            "Aborted", "CleaningUpFiles", "Closed", "Reticulating");
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    private final ControlPictures pictures = new ControlPictures();

    @Test
    void everyBadgeHasItsWordAndItsColourAndAnOldOneLooksOld(FxRobot robot) {
        robot.interact(() -> pictures.take("badges", badges(), 960, 200, scene -> {
            var badges = shown(scene, ".status-badge").stream().map(StatusBadge.class::cast).toList();
            assertThat(badges).hasSize(2 * WORDS.size() + 1).allSatisfy(ControlGalleryTest::assertBadge);
            assertThat(badges).filteredOn(StatusBadge::isStale).hasSize(WORDS.size());
            assertThat(badges.stream().filter(each -> !each.isStale()).map(Labeled::getText)).doesNotHaveDuplicates();
        }));
    }

    private static void assertBadge(StatusBadge badge) {
        var word = new StatusText(TEXTS).word(badge.getStatus());
        assertWhole(badge);
        assertThat(badge.getText()).isEqualTo(badge.isStale() ? TEXTS.get("control.status.stale", word) : word);
        assertThat(badge.getStyleClass()).contains(IconStyle.of(badge.getStatus()).colorRole().styleClass());
        assertThat(fill(badge).getOpacity() == 0).as("%s has no surface", badge.getText()).isEqualTo(badge.isStale());
        assertThat(badge.getBorder().getStrokes().getFirst().getTopStroke()).as("the edge of %s", badge.getText())
                .matches(edge -> ((Color) edge).getOpacity() > 0 == badge.isStale());
        assertThat(badge.getTextFill()).isNotEqualTo(fill(badge));
    }

    private static Color fill(Region region) {
        var background = region.getBackground();
        return background == null || background.isEmpty()
                ? Color.TRANSPARENT
                : (Color) background.getFills().getLast().getFill();
    }

    @Test
    void aTimelineShowsItsPhasesEventsAndDeadlines(FxRobot robot) {
        robot.interact(() -> {
            pictures.take("timeline-busy", page(timeline(SampleTimelines.busy())), 960, 640, scene -> {
                assertThat(shown(scene, ".phase-bar")).hasSize(6);
                assertThat(shown(scene, ".blind")).hasSizeGreaterThanOrEqualTo(2);
                assertThat(shown(scene, ".ahead-wait")).hasSize(1);
                assertThat(shown(scene, ".legend-entry")).hasSizeGreaterThan(4)
                        .allSatisfy(ControlPictures::assertWhole);
                assertPinsAreWhole(scene);
            });
            pictures.take("timeline-fresh", page(timeline(SampleTimelines.fresh())), 960, 640, scene -> {
                assertThat(shown(scene, ".phase-bar")).hasSize(2);
                assertThat(shown(scene, ".pin")).filteredOn(each -> MarkStyle.isDeadline(MarkTooltip.mark(each)))
                        .hasSize(2);
                assertThat(shown(scene, ".ahead-wait")).isEmpty();
                assertPinsAreWhole(scene);
            });
            pictures.take("timeline-closed-crowded",
                    page(timeline(SampleTimelines.closed()), timeline(SampleTimelines.crowded())), 1600, 1000,
                    scene -> {
                        assertThat(shown(scene, ".phase-bar")).filteredOn(ControlGalleryTest::isUnknown).singleElement()
                                .matches(each -> each.getStyleClass().contains(ColorRole.NEUTRAL.styleClass()));
                        assertThat(shown(scene, ".pin")).map(MarkTooltip::mark)
                                .hasAtLeastOneElementOfType(TimelineMark.MarkGroup.class);
                        assertPinsAreWhole(scene);
                    });
        });
    }

    private static boolean isUnknown(Node bar) {
        return MarkTooltip.mark(bar) instanceof TimelineMark.PhaseMark(var span, _)
                && span.status() instanceof Status.UnknownStatus;
    }

    @Test
    void aTimelineShowsWhatNobodySawAndSaysWhenThereIsNothing(FxRobot robot) {
        robot.interact(() -> {
            pictures.take("timeline-unseen", page(timeline(SampleTimelines.unseen())), 960, 320, scene -> {
                assertThat(shown(scene, ".phase-bar .torn")).hasSize(5);
                assertThat(shown(scene, ".between")).isNotEmpty();
                assertPinsAreWhole(scene);
            });
            pictures.take("timeline-empty", page(timeline(null)), 960, 300, scene -> {
                assertThat(shown(scene, ".phase-bar")).isEmpty();
                assertThat(shown(scene, ".status-timeline > .empty")).hasSize(1)
                        .allSatisfy(ControlPictures::assertWhole);
            });
        });
    }

    @Test
    void aTimelineWithLittleRoomLeavesOutItsLegendAndTheWordsOfItsTitles(FxRobot robot) {
        robot.interact(() -> {
            pictures.take("timeline-low",
                    page(timeline(SampleTimelines.busy()), timeline(SampleTimelines.fresh())), 860, 340, scene -> {
                        assertThat(shown(scene, ".status-timeline")).hasSize(2);
                        assertThat(shown(scene, ".legend-entry")).isEmpty();
                        assertThat(shown(scene, ".row-title")).hasSize(10).allSatisfy(ControlPictures::assertWhole);
                    });
            pictures.take("timeline-narrow", page(timeline(SampleTimelines.busy())), 340, 400, scene -> {
                assertThat(shown(scene, ".phase-bar")).isNotEmpty();
                assertThat(shown(scene, ".row-title")).filteredOn(each -> !each.getStyleClass().contains("zone"))
                        .hasSize(4)
                        .allMatch(each -> ((Labeled) each).getContentDisplay() == ContentDisplay.GRAPHIC_ONLY);
            });
        });
    }

    /** What stands beside a pin is read as a whole or not at all. */
    private static void assertPinsAreWhole(Scene scene) {
        assertThat(shown(scene, ".pin > .words")).isNotEmpty().allSatisfy(ControlPictures::assertWhole);
    }

    @Test
    void aPlotShowsItsCurveAndTheExpectedEndOrSaysWhyNot(FxRobot robot) {
        robot.interact(() -> {
            pictures.take("plot", page(plot(SampleTimelines.plotData())), 960, 420, scene -> {
                assertThat(shown(scene, ".curve")).hasSize(2);
                assertThat(shown(scene, ".cone")).hasSize(1);
                assertThat(shown(scene, ".blind")).hasSize(1);
                assertThat(shown(scene, ".expected")).hasSize(1).allSatisfy(ControlPictures::assertWhole);
            });
            pictures.take("plot-narrow", page(plot(SampleTimelines.plotData())), 340, 300, scene -> {
                assertThat(shown(scene, ".curve")).hasSize(2);
                assertThat(shown(scene, ".readout")).hasSize(1).allSatisfy(ControlPictures::assertWhole);
                assertThat(shown(scene, ".expected")).as("no room for it").isEmpty();
            });
            pictures.take("plot-empty", page(plot(null)), 960, 300, scene -> {
                assertThat(shown(scene, ".curve")).isEmpty();
                assertThat(shown(scene, ".progress-plot > .empty")).hasSize(1).allSatisfy(ControlPictures::assertWhole);
            });
        });
    }

    private static ProgressPlot plot(ProgressPlot.@Nullable PlotData data) {
        var plot = new ProgressPlot(SampleTimelines.time());
        plot.dataProperty().set(data);
        VBox.setVgrow(plot, Priority.ALWAYS);
        return plot;
    }

    @Test
    void aPanelShowsEitherThePictureOrTheList(FxRobot robot) {
        robot.interact(() -> {
            pictures.take("timeline-panel", panel(false), 960, 380, scene -> {
                assertThat(shown(scene, ".phase-bar")).isNotEmpty();
                assertThat(shown(scene, "#timelineList")).isEmpty();
            });
            pictures.take("timeline-panel-list", panel(true), 960, 640, scene -> {
                assertThat(shown(scene, ".phase-bar")).isEmpty();
                assertThat(shown(scene, "#timelineList")).singleElement()
                        .satisfies(list -> assertThat(((ListView<?>) list).getItems()).hasSizeGreaterThan(15));
                assertThat(shown(scene, "#timelineList .list-cell"))
                        .filteredOn(each -> ((ListCell<?>) each).getItem() != null)
                        .hasSizeGreaterThan(5);
            });
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
        var badge = new StatusBadge(TEXTS);
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

    private static VBox page(Node... nodes) {
        var page = new VBox(16, nodes);
        page.setStyle("-fx-padding: 16px;");
        return page;
    }
}
