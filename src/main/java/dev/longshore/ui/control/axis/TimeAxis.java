package dev.longshore.ui.control.axis;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The marks of a time axis: sensible ones for how much is seen, by the wall clock of a zone. Pure.
 *
 * @param ticks left to right; the first may lie left of the window
 * @param contexts what several marks share (a day, a month), each from its beginning on
 */
public record TimeAxis(List<AxisTick> ticks, List<AxisTick> contexts) {

    /**
     * One mark.
     *
     * @param at when, in UTC
     * @param text how it is written
     */
    public record AxisTick(Instant at, String text) {}

    /** The marks for {@code projection}, each at least {@code spacing} pixels from the next. */
    static TimeAxis of(TimeScale timeScale, ZoneId zone, Locale locale, double spacing) {
        var step = step(timeScale, spacing);
        var marks = ticks(timeScale.window(), step, zone);
        return new TimeAxis(
                marks.stream().map(each -> tick(each, step.pattern(), locale)).toList(),
                step.context().isEmpty() ? List.of() : contexts(marks, step.context(), locale));
    }

    private static TickStep step(TimeScale timeScale, double spacing) {
        return Arrays.stream(TickStep.values())
                .filter(each -> timeScale.pixels(each.about()) >= spacing)
                .findFirst()
                .orElse(TickStep.YEAR);
    }

    private static List<ZonedDateTime> ticks(TimeWindow window, TickStep step, ZoneId zone) {
        var first = step.floor(window.from().atZone(zone));
        return Stream.iterate(first, each -> !each.toInstant().isAfter(window.to()), step::next).toList();
    }

    private static List<AxisTick> contexts(List<ZonedDateTime> marks, String pattern, Locale locale) {
        var contexts = new ArrayList<AxisTick>();
        for (var each : marks) {
            var context = tick(each, pattern, locale);
            if (contexts.isEmpty() || !contexts.getLast().text().equals(context.text())) {
                contexts.add(context);
            }
        }
        return List.copyOf(contexts);
    }

    private static AxisTick tick(ZonedDateTime at, String pattern, Locale locale) {
        return new AxisTick(at.toInstant(), DateTimeFormatter.ofPattern(pattern, locale).format(at));
    }
}
