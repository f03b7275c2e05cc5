package dev.longshore.ui.control.plot;

import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.WatchGap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of the percentage over time: it stays what it was until an answer says otherwise, and is not known
 * where nobody watched. Pure.
 */
public final class ProgressCurve {
    private static final double SEEN = 0.05;

    private ProgressCurve() {}

    /**
     * A percentage at a moment.
     *
     * @param at when, in UTC
     * @param percent 0 to 100
     */
    record CurvePoint(Instant at, double percent) {}

    /** The answers with a number to rely on; of numbers that nobody can tell apart the first and the last. */
    public static List<CurvePoint> points(List<Observation> observations) {
        var points = new ArrayList<CurvePoint>();
        for (var each : observations) {
            point(each).ifPresent(next -> add(points, next));
        }
        return points;
    }

    private static void add(List<CurvePoint> points, CurvePoint next) {
        var count = points.size();
        if (count > 1 && isLike(points.get(count - 2), points.get(count - 1)) && isLike(points.get(count - 2), next)) {
            points.removeLast();
        }
        points.add(next);
    }

    private static boolean isLike(CurvePoint one, CurvePoint other) {
        return Math.abs(one.percent - other.percent) < SEEN;
    }

    /** The lines to draw, each a stretch of time that was watched, up to {@code now}. */
    static List<List<CurvePoint>> lines(List<CurvePoint> points, List<WatchGap> blind, Instant now) {
        var lines = new ArrayList<List<CurvePoint>>();
        var line = new ArrayList<CurvePoint>();
        for (var i = 0; i < points.size(); i++) {
            var percent = points.get(i).percent();
            var until = i + 1 < points.size() ? points.get(i + 1).at() : now;
            line.add(points.get(i));
            for (var gap : gaps(points.get(i).at(), until, blind)) {
                line.add(new CurvePoint(gap.from(), percent));
                lines.add(List.copyOf(line));
                line.clear();
                line.add(new CurvePoint(earlier(gap.to(), until), percent));
            }
            line.add(new CurvePoint(until, percent));
        }
        lines.add(List.copyOf(line));
        return lines.stream().filter(each -> each.size() > 1).map(ProgressCurve::withoutStandstill).toList();
    }

    /** The newest percentage at {@code moment}, or empty before the first. */
    static OptionalDouble at(List<CurvePoint> points, Instant moment) {
        return points.stream()
                .filter(each -> !each.at().isAfter(moment))
                .mapToDouble(CurvePoint::percent)
                .reduce((_, last) -> last);
    }

    private static List<WatchGap> gaps(Instant from, Instant to, List<WatchGap> blind) {
        return blind.stream()
                .filter(each -> !each.from().isBefore(from) && each.from().isBefore(to))
                .toList();
    }

    /** After a gap that a new number ended, the old number must not be drawn again. */
    private static List<CurvePoint> withoutStandstill(List<CurvePoint> line) {
        return line.size() > 2 && line.get(0).at().equals(line.get(1).at()) && line.get(1).at().equals(line.get(2).at())
                ? line.subList(2, line.size())
                : line;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Optional<CurvePoint> point(Observation observation) {
        var percent = Optional.ofNullable(observation.progress()).map(Progress::percent).orElse(OptionalDouble.empty());
        return percent.isPresent()
                ? Optional.of(new CurvePoint(observation.at(), percent.getAsDouble()))
                : Optional.empty();
    }
}
