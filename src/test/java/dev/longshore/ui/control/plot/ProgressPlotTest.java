package dev.longshore.ui.control.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Forecast;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.ControlWindow;
import dev.longshore.support.FxExtension;
import dev.longshore.ui.control.timeline.SampleTimelines;
import dev.longshore.ui.fx.WindowTimes;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polygon;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class ProgressPlotTest {
    private final WindowTimes time = SampleTimelines.time();

    @Test
    void theReadoutIsAboutTheNewestAnswer(FxRobot robot, Stage stage) {
        var plot = show(robot, stage, SampleTimelines.plotData());

        assertThat(readout(robot)).isEqualTo("61.9 % · Sat 21 Nov, 14:30 CET");
        assertThat(plot.getAccessibleText()).isEqualTo("61.9 % · Sat 21 Nov, 14:30 CET end expected in 6–9 h");
    }

    @Test
    void theReadoutFollowsTheKeys(FxRobot robot, Stage stage) {
        var plot = show(robot, stage, SampleTimelines.plotData());
        robot.interact(plot::requestFocus);

        robot.type(KeyCode.HOME);
        assertThat(readout(robot)).isEqualTo("0 % · Fri 20 Nov, 18:30 CET");
        robot.type(KeyCode.RIGHT);
        assertThat(readout(robot)).isEqualTo("0.5 % · Fri 20 Nov, 18:40 CET");
        robot.type(KeyCode.LEFT);
        assertThat(readout(robot)).isEqualTo("0 % · Fri 20 Nov, 18:30 CET");
        robot.type(KeyCode.END);
        assertThat(readout(robot)).startsWith("61.9 %");
    }

    @Test
    void theReadoutSaysWhereNothingIsKnown(FxRobot robot, Stage stage) {
        show(robot, stage, SampleTimelines.plotData());

        robot.moveTo(robot.lookup(".blind").<Node>query());

        assertThat(readout(robot)).startsWith("unknown · Sat 21 Nov, 0");
    }

    @Test
    void theConeBeginsAtTheNewestPercentageAndEndsAtOneHundred(FxRobot robot, Stage stage) {
        show(robot, stage, SampleTimelines.plotData());

        var cone = robot.lookup(".cone").<Polygon>query();

        assertThat(cone.getPoints()).element(3).isEqualTo(0.0);
        assertThat(cone.getPoints()).element(5).isEqualTo(0.0);
        assertThat(cone.getPoints().get(2)).isLessThan(cone.getPoints().get(4));
    }

    @Test
    void withoutAForecastThereIsNoCone(FxRobot robot, Stage stage) {
        var data = SampleTimelines.plotData();

        show(robot, stage, new ProgressPlot.PlotData(data.now(), data.points(), data.blindSpans(),
                new Forecast.NoForecast(Fact.recorded("Nothing moved for an hour."))));

        assertThat(robot.lookup(".cone").tryQuery()).isEmpty();
        assertThat(robot.lookup(".expected").<Label>query().getText()).isEmpty();
    }

    @Test
    void aLineIsBrokenWhereNobodyWatched(FxRobot robot, Stage stage) {
        show(robot, stage, SampleTimelines.plotData());

        var blind = robot.lookup(".blind").<Node>query().getBoundsInParent();
        var curves = robot.lookup(".curve").queryAll().stream().map(Node::getLayoutBounds).toList();

        assertThat(curves).hasSize(2).noneMatch(each -> reachesInto(each, blind));
    }

    @Test
    void withoutAnyNumberItSaysSo(FxRobot robot, Stage stage) {
        var plot = show(robot, stage, new ProgressPlot.PlotData(
                SampleTimelines.NOW, ProgressCurve.points(List.of(SampleTimelines.silent(SampleTimelines.NOW))),
                List.of(),
                new Forecast.NoForecast(Fact.recorded(""))));

        assertThat(robot.lookup(".empty").<Label>query().isVisible()).isTrue();
        assertThat(plot.getAccessibleText()).startsWith("No progress number so far.");
    }

    private static boolean reachesInto(Bounds curve, Bounds blind) {
        return curve.getMinX() < blind.getMaxX() - 3 && curve.getMaxX() > blind.getMinX() + 3;
    }

    private ProgressPlot show(FxRobot robot, Stage stage, ProgressPlot.PlotData data) {
        return ControlWindow.show(robot, stage, () -> {
            var plot = new ProgressPlot(time);
            plot.dataProperty().set(data);
            return plot;
        });
    }

    private static String readout(FxRobot robot) {
        return robot.lookup(".readout").<Label>query().getText();
    }
}
