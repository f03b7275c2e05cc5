package dev.longshore.ui.control.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Status;
import dev.longshore.support.ControlWindow;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.text.Texts;
import dev.longshore.ui.control.StatusBadge;
import dev.longshore.ui.control.calendar.CleanupCalendar;
import dev.longshore.ui.control.calendar.EntryIndex;
import dev.longshore.ui.control.calendar.SampleEntries;
import dev.longshore.ui.control.plot.ProgressPlot;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class ControlAccessibilityTest {

    /** Each control of ours, filled. */
    enum ControlSample {
        BADGE(AccessibleRole.TEXT) {
            @Override
            Node make() {
                var badge = new StatusBadge(new Texts(Locale.ENGLISH));
                badge.setStatus(Status.of("Paused"));
                return badge;
            }
        },
        TIMELINE(AccessibleRole.IMAGE_VIEW) {
            @Override
            Node make() {
                var timeline = new StatusTimeline(SampleTimelines.time());
                timeline.setTimeline(SampleTimelines.busy());
                return timeline;
            }
        },
        PANEL(AccessibleRole.PARENT) {
            @Override
            Node make() {
                var panel = new TimelinePanel(SampleTimelines.time(), new SameThreadUi());
                panel.timelineProperty().set(SampleTimelines.busy());
                return panel;
            }
        },
        LIST(AccessibleRole.LIST_VIEW) {
            @Override
            Node make() {
                var list = new TimelineList(SampleTimelines.time());
                list.timelineProperty().set(SampleTimelines.busy());
                return list;
            }
        },
        PLOT(AccessibleRole.IMAGE_VIEW) {
            @Override
            Node make() {
                var plot = new ProgressPlot(SampleTimelines.time());
                plot.dataProperty().set(SampleTimelines.plotData());
                return plot;
            }
        },
        MONTH(AccessibleRole.PARENT) {
            @Override
            Node make() {
                return calendar(CleanupCalendar.CalendarViewMode.MONTH);
            }
        },
        WEEK(AccessibleRole.PARENT) {
            @Override
            Node make() {
                return calendar(CleanupCalendar.CalendarViewMode.WEEK);
            }
        },
        AGENDA(AccessibleRole.PARENT) {
            @Override
            Node make() {
                return calendar(CleanupCalendar.CalendarViewMode.AGENDA);
            }
        };

        private final AccessibleRole role;

        ControlSample(AccessibleRole role) {
            this.role = role;
        }

        abstract Node make();

        static Node calendar(CleanupCalendar.CalendarViewMode view) {
            var calendar = new CleanupCalendar(SampleTimelines.time());
            calendar.viewProperty().set(view);
            calendar.entriesProperty().set(EntryIndex.of(SampleEntries.dozen(), SampleTimelines.BERLIN));
            return calendar;
        }
    }

    @ParameterizedTest
    @EnumSource(ControlSample.class)
    void hasARole(ControlSample controlSample, FxRobot robot, Stage stage) {
        var control = ControlWindow.show(robot, stage, controlSample::make);

        assertThat(control.getAccessibleRole()).isEqualTo(controlSample.role);
    }

    @ParameterizedTest
    @EnumSource(ControlSample.class)
    void whateverCanHaveTheFocusHasAName(ControlSample controlSample, FxRobot robot, Stage stage) {
        var control = ControlWindow.show(robot, stage, controlSample::make);

        assertThat(seen(control).filter(Node::isFocusTraversable).filter(each -> !isPart(each)))
                .allSatisfy(each -> assertThat(name(each)).as("%s", each).isNotBlank());
    }

    @Test
    void picturesAreDescribedAndNamedAsWhatTheyAre(FxRobot robot, Stage stage) {
        for (var controlSample : List.of(ControlSample.TIMELINE, ControlSample.PLOT)) {
            var control = ControlWindow.show(robot, stage, controlSample::make);

            assertThat(control.getAccessibleText()).isNotBlank();
            assertThat(control.getAccessibleRoleDescription()).isNotBlank();
            assertThat(control.isFocusTraversable()).isTrue();
        }
    }

    private static Stream<Node> seen(Node node) {
        var below = node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream() : Stream.<Node>empty();
        return Stream.concat(Stream.of(node), below.flatMap(ControlAccessibilityTest::seen))
                .filter(_ -> node.isVisible());
    }

    /** Parts of the toolkit's own controls, which speak through these. */
    private static boolean isPart(Node node) {
        return node instanceof ScrollBar || node instanceof VirtualFlow<?>;
    }

    private static String name(Node node) {
        var text = node.getAccessibleText();
        return text == null && node instanceof Labeled labeled ? labeled.getText() : text;
    }
}
