package dev.longshore.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Status;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.ui.control.calendar.CleanupCalendar;
import dev.longshore.ui.control.calendar.Entries;
import dev.longshore.ui.control.calendar.EntryIndex;
import java.util.List;
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
class AccessibilityTest {

    /** Each control of ours, filled. */
    enum Sample {
        BADGE(AccessibleRole.TEXT) {
            @Override
            Node make() {
                var badge = new StatusBadge();
                badge.setStatus(Status.of("Paused"));
                return badge;
            }
        },
        TIMELINE(AccessibleRole.IMAGE_VIEW) {
            @Override
            Node make() {
                var timeline = new StatusTimeline(Samples.time());
                timeline.setTimeline(Samples.busy());
                return timeline;
            }
        },
        PANEL(AccessibleRole.PARENT) {
            @Override
            Node make() {
                var panel = new TimelinePanel(Samples.time(), new SameThreadUi());
                panel.timelineProperty().set(Samples.busy());
                return panel;
            }
        },
        LIST(AccessibleRole.LIST_VIEW) {
            @Override
            Node make() {
                var list = new TimelineList(Samples.time());
                list.timelineProperty().set(Samples.busy());
                return list;
            }
        },
        PLOT(AccessibleRole.IMAGE_VIEW) {
            @Override
            Node make() {
                var plot = new ProgressPlot(Samples.time());
                plot.courseProperty().set(Samples.course());
                return plot;
            }
        },
        MONTH(AccessibleRole.PARENT) {
            @Override
            Node make() {
                return calendar(CleanupCalendar.View.MONTH);
            }
        },
        WEEK(AccessibleRole.PARENT) {
            @Override
            Node make() {
                return calendar(CleanupCalendar.View.WEEK);
            }
        },
        AGENDA(AccessibleRole.PARENT) {
            @Override
            Node make() {
                return calendar(CleanupCalendar.View.AGENDA);
            }
        };

        private final AccessibleRole role;

        Sample(AccessibleRole role) {
            this.role = role;
        }

        abstract Node make();

        static Node calendar(CleanupCalendar.View view) {
            var calendar = new CleanupCalendar(Samples.time());
            calendar.viewProperty().set(view);
            calendar.entriesProperty().set(EntryIndex.of(Entries.dozen(), Samples.BERLIN));
            return calendar;
        }
    }

    @ParameterizedTest
    @EnumSource(Sample.class)
    void hasARole(Sample sample, FxRobot robot, Stage stage) {
        var control = Stand.show(robot, stage, sample::make);

        assertThat(control.getAccessibleRole()).isEqualTo(sample.role);
    }

    @ParameterizedTest
    @EnumSource(Sample.class)
    void whateverCanHaveTheFocusHasAName(Sample sample, FxRobot robot, Stage stage) {
        var control = Stand.show(robot, stage, sample::make);

        assertThat(seen(control).filter(Node::isFocusTraversable).filter(each -> !isPart(each)))
                .allSatisfy(each -> assertThat(name(each)).as("%s", each).isNotBlank());
    }

    @Test
    void picturesAreDescribedAndNamedAsWhatTheyAre(FxRobot robot, Stage stage) {
        for (var sample : List.of(Sample.TIMELINE, Sample.PLOT)) {
            var control = Stand.show(robot, stage, sample::make);

            assertThat(control.getAccessibleText()).isNotBlank();
            assertThat(control.getAccessibleRoleDescription()).isNotBlank();
            assertThat(control.isFocusTraversable()).isTrue();
        }
    }

    private static Stream<Node> seen(Node node) {
        var below = node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream() : Stream.<Node>empty();
        return Stream.concat(Stream.of(node), below.flatMap(AccessibilityTest::seen)).filter(_ -> node.isVisible());
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
