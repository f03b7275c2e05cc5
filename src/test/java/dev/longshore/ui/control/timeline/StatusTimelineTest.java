package dev.longshore.ui.control.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.longshore.model.Deadline;
import dev.longshore.model.History;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.support.ControlWindow;
import dev.longshore.support.FxExtension;
import dev.longshore.text.TimeText;
import dev.longshore.ui.control.axis.TimeWindow;
import dev.longshore.ui.fx.WindowTimes;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.look.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class StatusTimelineTest {
    private final WindowTimes time = SampleTimelines.time();

    @Test
    void theWheelZoomsAroundTheMouse(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.busy());
        var before = window(timeline);
        robot.moveTo(plot(robot));
        var middle = before.from().plus(before.length().dividedBy(2));

        robot.scroll(5, VerticalDirection.UP);

        assertThat(window(timeline).length()).isLessThan(before.length());
        assertThat(Duration.between(middle, window(timeline).from().plus(window(timeline).length().dividedBy(2))).abs())
                .isLessThan(Duration.ofMinutes(30));
    }

    @Test
    void plusMinusArrowsAndHomeZoomAndPan(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.busy());
        var all = window(timeline);
        robot.interact(timeline::requestFocus);

        robot.type(KeyCode.PLUS, KeyCode.ADD);
        assertThat(window(timeline).length()).isCloseTo(Duration.ofMillis((long) (all.length().toMillis() / 2.25)),
                Duration.ofSeconds(1));

        var zoomed = window(timeline);
        robot.type(KeyCode.RIGHT);
        assertThat(window(timeline).from()).isAfter(zoomed.from());

        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        assertThat(window(timeline).from()).isBefore(zoomed.from());

        robot.type(KeyCode.SUBTRACT);
        assertThat(window(timeline).length()).isGreaterThan(zoomed.length());

        robot.type(KeyCode.ADD, KeyCode.HOME);
        assertThat(window(timeline)).isEqualTo(all);

        robot.type(KeyCode.ADD, KeyCode.DIGIT0);
        assertThat(window(timeline)).isEqualTo(all);
    }

    @Test
    void draggingPans(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.busy());
        robot.interact(timeline::zoomIn);
        var before = window(timeline);

        robot.moveTo(plot(robot)).press(MouseButton.PRIMARY).moveBy(80, 0).release(MouseButton.PRIMARY);

        assertThat(window(timeline).from()).isBefore(before.from());
        assertThat(window(timeline).length()).isEqualTo(before.length());
    }

    @Test
    void whatIsSeenStaysWhenNewsComeIn(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.busy());
        robot.interact(() -> {
            timeline.zoomIn();
            timeline.zoomIn();
        });
        var seen = window(timeline);

        robot.interact(() -> timeline.setTimeline(later(SampleTimelines.busy())));

        assertThat(window(timeline)).isEqualTo(seen);
    }

    @Test
    void allThatThereIsGoesOnToBeShownWhenNobodyZoomed(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.crowded());

        robot.interact(() -> timeline.setTimeline(SampleTimelines.busy()));

        assertThat(window(timeline).from()).isBefore(SampleTimelines.days(-6.2));
        assertThat(window(timeline).to()).isAfter(SampleTimelines.days(1.9));
    }

    @Test
    void aBarKeepsItsNodeWhenNewsComeIn(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.busy());
        var before = robot.lookup(".phase-bar").queryAll();

        robot.interact(() -> timeline.setTimeline(later(SampleTimelines.busy())));

        assertThat(robot.lookup(".phase-bar").queryAll()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void pinsKeepTheirNodesAndGoOn(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.busy());
        var before = plotNodes(robot, ".pin");

        robot.interact(() -> timeline.setTimeline(later(SampleTimelines.busy())));

        assertThat(plotNodes(robot, ".pin")).containsExactlyInAnyOrderElementsOf(before);
        assertThat(before.stream().map(MarkTooltip::mark))
                .contains(new TimelineMark.NowMark(SampleTimelines.NOW.plusSeconds(5)));
    }

    @Test
    void opensWithCleanupAndExpectedEndInSight(FxRobot robot, Stage stage) {
        var sample = SampleTimelines.busy();
        var timeline = show(robot, stage, sample);

        var seen = Objects.requireNonNull(timeline.windowProperty().get());
        assertThat(sample.deadlines()).allSatisfy(each -> assertThat(each.at()).isBetween(seen.from(), seen.to()));
        var margin = (Label) plotNodes(robot, ".margin").getFirst();
        assertThat(margin.getText()).isEqualTo("1 d 12 h margin");
        assertThat(MarkTooltip.mark(margin)).isInstanceOf(TimelineMark.MarginMark.class);
    }

    @Test
    void whatIsOldEndsAtTheLastAnswerAndAnOutlineSaysSinceWhen(FxRobot robot, Stage stage) {
        var sample = SampleTimelines.busy();
        var timeline = show(robot, stage,
                new Timeline(sample.now(), SampleTimelines.days(-0.5), sample.spans(), sample.events(),
                        sample.watchGaps(), sample.deadlines(), sample.forecast()));

        var bar = plotNodes(robot, ".phase-bar").getLast();
        var silence = plotNodes(robot, ".silence").getFirst();
        assertThat(bar.getBoundsInParent().getMaxX()).isEqualTo(silence.getBoundsInParent().getMinX());
        assertThat(timeline.words().label(MarkTooltip.mark(silence))).startsWith("no answer since ");
        assertThat(plotNodes(robot, ".phase-row > .ahead-words")).filteredOn(Node::isVisible)
                .allSatisfy(each -> assertThat(((Label) each).getText()).startsWith("no answer since "));
    }

    @Test
    void deadlinesFurtherAheadThanWhatIsSeenStandAtTheEdge(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.fresh());
        robot.interact(() -> timeline.showWindow(SampleTimelines.minutes(-10), SampleTimelines.minutes(-1)));

        var right = plot(robot).getLayoutBounds().getWidth();
        var deadlines = plotNodes(robot, ".pin").stream()
                .filter(each -> MarkTooltip.mark(each) instanceof TimelineMark.DeadlineMark)
                .toList();

        assertThat(deadlines).hasSize(2)
                .allSatisfy(each -> assertThat(each.getBoundsInParent().getMaxX()).isBetween(right - 4, right));
    }

    @Test
    void aCleanupTakesColourAndShapeFromItsUrgencyInPlace(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.busy());
        var pin = cleanupPin(robot);
        assertThat(pin.getStyleClass()).contains(Urgency.CALM.colorRole().styleClass());
        assertThat(icon(pin)).isEqualTo(MaterialDesignT.TRIANGLE);

        for (var urgency : List.of(Urgency.ACUTE, Urgency.SOON)) {
            robot.interact(() -> timeline.cleanupUrgencyProperty().set(urgency));

            assertThat(cleanupPin(robot)).isSameAs(pin);
            assertThat(pin.getStyleClass()).contains(urgency.colorRole().styleClass())
                    .doesNotContain(Urgency.CALM.colorRole().styleClass());
            assertThat(icon(pin)).isEqualTo(urgency.icon());
        }
    }

    @Test
    void credentialsThatEndAreNotAsUrgentAsTheCleanup(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.busy());

        robot.interact(() -> timeline.cleanupUrgencyProperty().set(Urgency.ACUTE));

        assertThat(pin(robot, Deadline.Cause.CREDENTIALS).getStyleClass()).contains(ColorRole.WAITING.styleClass());
    }

    private static Node cleanupPin(FxRobot robot) {
        return pin(robot, Deadline.Cause.CLEANUP_SCHEDULED);
    }

    private static Node pin(FxRobot robot, Deadline.Cause cause) {
        return plotNodes(robot, ".pin").stream()
                .filter(each -> MarkTooltip.mark(each) instanceof TimelineMark.DeadlineMark(var deadline, _)
                        && deadline.cause() == cause)
                .findFirst().orElseThrow();
    }

    private static Ikon icon(Node pin) {
        return ((FontIcon) ((Labeled) pin.lookup(".shape")).getGraphic()).getIconCode();
    }

    @Test
    void everythingDrawnSaysWhatItIs(FxRobot robot, Stage stage) {
        show(robot, stage, SampleTimelines.busy());

        var drawn = new ArrayList<Node>();
        List.of(".phase-bar", ".pin", ".blind", ".ahead-wait").forEach(each -> drawn.addAll(plotNodes(robot, each)));

        assertThat(drawn).hasSizeGreaterThan(15)
                .allSatisfy(each -> assertThat(each.getAccessibleText()).contains("CET"));
    }

    @Test
    void barsAreTornOffWhereNobodySawThemBeginOrEnd(FxRobot robot) {
        robot.interact(() -> {
            assertThat(edges(laidOut(SampleTimelines.unseen(), 900))).containsExactly("torn torn", "torn torn",
                    "torn whole");
            assertThat(edges(laidOut(SampleTimelines.closed(), 900))).containsOnly("whole whole");
        });
    }

    @Test
    void betweenTwoLooksNeitherPhaseIsDrawn(FxRobot robot) {
        robot.interact(() -> {
            var timeline = laidOut(SampleTimelines.unseen(), 900);
            var bars = bars(timeline);
            var between = timeline.lookup(".phase-row > .between").getBoundsInParent();

            assertThat(bars.get(1).getBoundsInParent().getMaxX()).isCloseTo(between.getMinX(), within(2.0));
            assertThat(bars.get(2).getBoundsInParent().getMinX()).isCloseTo(between.getMaxX(), within(2.0));
        });
    }

    private static List<Node> bars(StatusTimeline timeline) {
        return timeline.lookupAll(".phase-bar").stream().sorted(Comparator.comparingDouble(Node::getLayoutX)).toList();
    }

    private static List<String> edges(StatusTimeline timeline) {
        return bars(timeline).stream()
                .map(each -> each.lookupAll(".torn").stream()
                        .sorted(Comparator.comparingDouble(Node::getLayoutX))
                        .map(edge -> edge.isVisible() ? "torn" : "whole")
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void pointingShowsATooltip(FxRobot robot, Stage stage) {
        show(robot, stage, SampleTimelines.busy());
        var bar = robot.lookup(".phase-bar").nth(3).query();

        robot.moveTo(bar);
        var shown = await().until(StatusTimelineTest::tooltip, text -> text.contains("Importing for 1 d 16 h"));

        assertThat(shown).startsWith("Wed 18 Nov, 12:20 CET – Fri 20 Nov, 04:54 CET");
    }

    @Test
    void downStepsFromMarkToMarkAndShowsWhatPointingShows(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.busy());
        robot.interact(timeline::requestFocus);

        robot.type(KeyCode.DOWN);
        assertThat(tooltip()).contains("Initializing for 28 min");
        assertThat(timeline.getAccessibleText()).contains("Initializing for 28 min");

        robot.type(KeyCode.DOWN);
        assertThat(tooltip()).contains("Receiving files for 3 d 1 h");

        robot.type(KeyCode.UP, KeyCode.UP);
        assertThat(tooltip()).contains("Cleanup in 1 d 21 h");

        robot.type(KeyCode.ESCAPE);
        assertThat(tooltip()).isEmpty();
        assertThat(timeline.getAccessibleText()).startsWith("Importing for 1 d 4 h.");
    }

    @Test
    void aClickOnGatheredEventsBringsThemApart(FxRobot robot, Stage stage) {
        show(robot, stage, SampleTimelines.crowded());
        assertThat(plotNodes(robot, ".pin")).hasSizeLessThan(15);

        var gathered = plotNodes(robot, ".pin").stream()
                .filter(each -> MarkTooltip.mark(each) instanceof TimelineMark.MarkGroup)
                .findFirst()
                .orElseThrow();
        var marks = ((TimelineMark.MarkGroup) MarkTooltip.mark(gathered)).marks();

        robot.clickOn(gathered.lookup(".shape"));

        assertThat(plotNodes(robot, ".pin").stream().map(MarkTooltip::mark)).containsAll(marks);
    }

    @Test
    void theSwitchToUtcIsFollowed(FxRobot robot, Stage stage) {
        show(robot, stage, SampleTimelines.busy());
        assertThat(robot.lookup(".zone").<Label>query().getText()).isEqualTo("CET");

        robot.interact(() -> time.zoneProperty().set(TimeText.ZoneChoice.UTC));

        assertThat(robot.lookup(".zone").<Label>query().getText()).isEqualTo("UTC");
    }

    @Test
    void whatWasNotReadIsNotSaidToBeEmpty(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.busy());

        robot.interact(() -> timeline.setTimeline(null));
        assertThat(robot.lookup(".empty").<Label>query().isVisible()).isTrue();
        assertThat(timeline.getAccessibleText()).isEqualTo("Loading the history…");

        robot.interact(() -> timeline.setTimeline(Timeline.of(
                new History(List.of(), List.of(), List.of()), null, SampleTimelines.NOW)));
        assertThat(robot.lookup(".empty").<Label>query().getText()).startsWith("Not checked yet.");
    }

    @Test
    void theLegendNamesWhatIsThereOnly(FxRobot robot, Stage stage) {
        var timeline = show(robot, stage, SampleTimelines.fresh());
        assertThat(legend(robot)).containsExactly("deadline");

        robot.interact(() -> timeline.setTimeline(SampleTimelines.busy()));

        assertThat(legend(robot)).containsExactlyInAnyOrder("by someone else", "not watched", "requested", "accepted",
                "confirmed", "refused", "deadline", "expected");
    }

    @ParameterizedTest
    @ValueSource(doubles = {300, 340, 480, 640, 960, 1600})
    void nothingOverlapsOrIsDrawnOutside(double width, FxRobot robot) {
        for (var sample : List.of(SampleTimelines.busy(), SampleTimelines.fresh(), SampleTimelines.closed(),
                SampleTimelines.crowded())) {
            robot.interact(() -> {
                var timeline = laidOut(sample, width);
                for (var zoom = 0; zoom < 12; zoom++) {
                    assertTidy(timeline);
                    timeline.zoomIn();
                    timeline.pan(zoom % 2 == 0 ? 0.4 : -0.7);
                    timeline.getScene().getRoot().layout();
                }
            });
        }
    }

    private StatusTimeline laidOut(Timeline sample, double width) {
        var timeline = new StatusTimeline(time);
        timeline.setTimeline(sample);
        var scene = new Scene(new StackPane(timeline), width, 320);
        new Theme().applyTo(scene);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return timeline;
    }

    private static void assertTidy(StatusTimeline timeline) {
        var plot = timeline.lookup(".plot");
        var area = plot.getLayoutBounds();
        var words = visible(timeline, ".pin > .words");
        words.addAll(visible(timeline, ".axis-row > .label"));
        words.addAll(visible(timeline, ".pin > .shape").stream().filter(each -> each.getParent().isVisible()).toList());
        var bounds = words.stream().map(each -> plot.sceneToLocal(each.localToScene(each.getLayoutBounds()))).toList();
        var texts = words.stream().filter(Label.class::isInstance).map(each -> ((Label) each).getText())
                .filter(Objects::nonNull);
        assertThat(texts).isNotEmpty();
        for (var i = 0; i < bounds.size(); i++) {
            if (words.get(i).getStyleClass().contains("words")) {
                assertThat(bounds.get(i).getMinX()).isGreaterThanOrEqualTo(-1);
                assertThat(bounds.get(i).getMaxX()).isLessThanOrEqualTo(area.getWidth() + 1);
            }
            for (var j = i + 1; j < bounds.size(); j++) {
                if (!words.get(i).getParent().equals(words.get(j).getParent())
                        || words.get(i).getParent().getStyleClass().contains("axis-row")) {
                    assertThat(overlap(bounds.get(i), bounds.get(j))).as("%s and %s", words.get(i), words.get(j))
                            .isLessThan(1.5);
                }
            }
        }
    }

    /** By how many pixels two boxes lie over each other. */
    private static double overlap(Bounds one, Bounds other) {
        var across = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        var down = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return Math.max(0, Math.min(across, down));
    }

    private static List<Node> visible(StatusTimeline timeline, String selector) {
        Set<Node> found = timeline.lookupAll(selector);
        return new ArrayList<>(found.stream().filter(Node::isVisible).filter(each -> each.getOpacity() > 0).toList());
    }

    private StatusTimeline show(FxRobot robot, Stage stage, Timeline shown) {
        return ControlWindow.show(robot, stage, () -> {
            var timeline = new StatusTimeline(time);
            timeline.setTimeline(shown);
            return timeline;
        });
    }

    private static Node plot(FxRobot robot) {
        return robot.lookup(".plot").query();
    }

    private static List<Node> plotNodes(FxRobot robot, String selector) {
        return List.copyOf(plot(robot).lookupAll(selector));
    }

    private static List<String> legend(FxRobot robot) {
        return robot.lookup(".legend-entry").<Label>queryAll().stream().map(Label::getText).toList();
    }

    private static TimeWindow window(StatusTimeline timeline) {
        return Objects.requireNonNull(timeline.windowProperty().get());
    }

    private static String tooltip() {
        return Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(each -> ((Tooltip) each).getText())
                .findFirst()
                .orElse("");
    }

    private static Timeline later(Timeline sample) {
        Instant now = sample.now().plusSeconds(5);
        return new Timeline(now, now, sample.spans(), sample.events(), sample.watchGaps(), sample.deadlines(),
                sample.forecast());
    }
}
