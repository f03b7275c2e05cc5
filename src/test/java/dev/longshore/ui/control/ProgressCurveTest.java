package dev.longshore.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.BlindSpan;
import dev.longshore.ui.control.ProgressCurve.Point;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressCurveTest {

    @Test
    void ofNumbersThatNobodyCanTellApartTheFirstAndTheLastAreKept() {
        var observations = IntStream.range(0, 1000)
                .mapToObj(each -> Samples.observation(Samples.minutes(each), 10 + each * 0.001)).toList();

        var points = ProgressCurve.points(observations);

        assertThat(points.size()).isBetween(20, 60);
        assertThat(points.getFirst().at()).isEqualTo(Samples.minutes(0));
        assertThat(points.getLast()).isEqualTo(new ProgressCurve.Point(Samples.minutes(999), 10 + 999 * 0.001));
    }

    @Test
    void aPercentageStaysUntilAnAnswerSaysOtherwise() {
        var lines = ProgressCurve.lines(List.of(point(-60, 10), point(-30, 20)), List.of(), Samples.NOW);

        assertThat(lines).containsExactly(List.of(point(-60, 10), point(-30, 10), point(-30, 20), point(0, 20)));
    }

    @Test
    void nothingIsDrawnWhereNobodyWatched() {
        var lines = ProgressCurve.lines(List.of(point(-60, 10), point(-10, 40)), List.of(blind(-50, -10)), Samples.NOW);

        assertThat(lines).containsExactly(
                List.of(point(-60, 10), point(-50, 10)), List.of(point(-10, 40), point(0, 40)));
    }

    @Test
    void anAnswerThatSaysTheSameAfterAGapGoesOnAtItsEnd() {
        var lines = ProgressCurve.lines(List.of(point(-60, 10)), List.of(blind(-50, -40), blind(-30, -20)),
                Samples.NOW);

        assertThat(lines).containsExactly(
                List.of(point(-60, 10), point(-50, 10)),
                List.of(point(-40, 10), point(-30, 10)),
                List.of(point(-20, 10), point(0, 10)));
    }

    @Test
    void aGapThatLastsUntilNowEndsTheLine() {
        var lines = ProgressCurve.lines(List.of(point(-60, 10)), List.of(blind(-50, 0)), Samples.NOW);

        assertThat(lines).startsWith(List.of(point(-60, 10), point(-50, 10)));
    }

    @Test
    void answersWithoutANumberAreLeftOut() {
        assertThat(ProgressCurve.points(List.of(Samples.silent(Samples.NOW), Samples.observation(Samples.NOW, 12))))
                .containsExactly(point(0, 12));
    }

    @Test
    void beforeTheFirstAnswerNothingIsKnown() {
        assertThat(ProgressCurve.at(List.of(point(-10, 5)), Samples.minutes(-11))).isEmpty();
        assertThat(ProgressCurve.at(List.of(point(-10, 5)), Samples.minutes(-10))).hasValue(5);
    }

    private static Point point(long minutes, double percent) {
        return new Point(Samples.minutes(minutes), percent);
    }

    private static BlindSpan blind(long from, long to) {
        return new BlindSpan(Samples.KEY, Samples.minutes(from), Samples.minutes(to), BlindSpan.Cause.ASLEEP);
    }
}
