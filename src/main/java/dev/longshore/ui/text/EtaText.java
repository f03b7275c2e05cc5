package dev.longshore.ui.text;

import dev.longshore.model.Forecast;
import dev.longshore.ui.fx.Texts;
import java.time.Duration;
import java.time.Instant;

/** A range of time in one unit: "6–9 h", not "6 h 12 min to 8 h 50 min", which would claim to know more. */
final class EtaText {
    private EtaText() {}

    static String of(Texts texts, Forecast.Range range, Instant now) {
        return of(texts, Duration.between(now, range.earliest()), Duration.between(now, range.latest()));
    }

    /** From the shorter length of time to the longer. */
    static String of(Texts texts, Duration from, Duration to) {
        if (to.compareTo(Duration.ofHours(48)) > 0) {
            return text(texts, "text.eta.days", from.toDays(), to.plusHours(23).toDays());
        }
        return to.compareTo(Duration.ofMinutes(120)) > 0
                ? text(texts, "text.eta.hours", from.toHours(), to.plusMinutes(59).toHours())
                : text(texts, "text.eta.minutes", from.toMinutes(), to.plusSeconds(59).toMinutes());
    }

    private static String text(Texts texts, String unit, long from, long to) {
        if (to <= 0) {
            return texts.get("text.eta.due");
        }
        var figure = from <= 0 ? "< " + to : from == to ? Long.toString(to) : from + "–" + to;
        return texts.get(unit, figure);
    }
}
