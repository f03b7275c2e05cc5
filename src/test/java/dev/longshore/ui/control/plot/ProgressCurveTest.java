package dev.longshore.ui.control.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.WatchGap;
import dev.longshore.ui.control.plot.ProgressCurve.CurvePoint;
import dev.longshore.ui.control.timeline.SampleTimelines;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressCurveTest {

    @Test
    void ofNumbersThatNobodyCanTellApartTheFirstAndTheLastAreKept() {
        var observations = IntStream.range(0, 1000)
                .mapToObj(each -> SampleTimelines.observation(SampleTimelines.minutes(each), 10 + each * 0.001))
                .toList();

        var points = ProgressCurve.points(observations);

        assertThat(points.size()).isBetween(20, 60);
        assertThat(points.getFirst().at()).isEqualTo(SampleTimelines.minutes(0));
        assertThat(points.getLast())
                .isEqualTo(new ProgressCurve.CurvePoint(SampleTimelines.minutes(999), 10 + 999 * 0.001));
    }

    @Test
    void aPercentageStaysUntilAnAnswerSaysOtherwise() {
        var lines = ProgressCurve.lines(List.of(point(-60, 10), point(-30, 20)), List.of(), SampleTimelines.NOW);

        assertThat(lines).containsExactly(List.of(point(-60, 10), point(-30, 10), point(-30, 20), point(0, 20)));
    }

    @Test
    void nothingIsDrawnWhereNobodyWatched() {
        var lines = ProgressCurve.lines(List.of(point(-60, 10), point(-10, 40)), List.of(blind(-50, -10)),
                SampleTimelines.NOW);

        assertThat(lines).containsExactly(
                List.of(point(-60, 10), point(-50, 10)), List.of(point(-10, 40), point(0, 40)));
    }

    @Test
    void anAnswerThatSaysTheSameAfterAGapGoesOnAtItsEnd() {
        var lines = ProgressCurve.lines(List.of(point(-60, 10)), List.of(blind(-50, -40), blind(-30, -20)),
                SampleTimelines.NOW);

        assertThat(lines).containsExactly(
                List.of(point(-60, 10), point(-50, 10)),
                List.of(point(-40, 10), point(-30, 10)),
                List.of(point(-20, 10), point(0, 10)));
    }

    @Test
    void aGapThatLastsUntilNowEndsTheLine() {
        var lines = ProgressCurve.lines(List.of(point(-60, 10)), List.of(blind(-50, 0)), SampleTimelines.NOW);

        assertThat(lines).startsWith(List.of(point(-60, 10), point(-50, 10)));
    }

    @Test
    void answersWithoutANumberAreLeftOut() {
        assertThat(ProgressCurve.points(List.of(SampleTimelines.silent(SampleTimelines.NOW),
                SampleTimelines.observation(SampleTimelines.NOW, 12))))
                .containsExactly(point(0, 12));
    }

    @Test
    void beforeTheFirstAnswerNothingIsKnown() {
        assertThat(ProgressCurve.at(List.of(point(-10, 5)), SampleTimelines.minutes(-11))).isEmpty();
        assertThat(ProgressCurve.at(List.of(point(-10, 5)), SampleTimelines.minutes(-10))).hasValue(5);
    }

    private static CurvePoint point(long minutes, double percent) {
        return new CurvePoint(SampleTimelines.minutes(minutes), percent);
    }

    private static WatchGap blind(long from, long to) {
        return new WatchGap(SampleTimelines.KEY, SampleTimelines.minutes(from), SampleTimelines.minutes(to),
                WatchGap.Reason.ASLEEP);
    }
}
