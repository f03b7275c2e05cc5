package dev.longshore.text;

import dev.longshore.model.StatusChange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one formatter of times: every time a user reads is written by it and names its zone. All but the zone is fixed;
 * may be used from any thread from which the zone may be read.
 */
public class TimeText {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Duration BARELY = Duration.ofSeconds(5);
    private static final int UNITS_SHOWN = 2;

    private final InstantSource clock;
    private final ZoneId local;
    private final Supplier<ZoneChoice> zone;
    private final Texts texts;
    /** Made once: that takes many times as long as to write a time, and a window writes a hundred each second. */
    private final Map<String, DateTimeFormatter> formatters;

    /** In which zone times are shown. */
    public enum ZoneChoice {
        /** The zone of this computer. */
        LOCAL,
        /** Coordinated universal time, the service's. */
        UTC
    }

    /**
     * Times in local time or in UTC, as {@code zone} says each time.
     *
     * @param clock tells what now is, for distances
     * @param local the zone of the user
     */
    public TimeText(InstantSource clock, ZoneId local, Supplier<ZoneChoice> zone, Texts texts) {
        this(clock, local, zone, texts, new ConcurrentHashMap<>());
    }

    private TimeText(InstantSource clock, ZoneId local, Supplier<ZoneChoice> zone, Texts texts,
            Map<String, DateTimeFormatter> formatters) {
        this.clock = clock;
        this.local = local;
        this.zone = zone;
        this.texts = texts;
        this.formatters = formatters;
    }

    /** The same formatter with times in {@code fixed}, for any thread. */
    public TimeText inZone(ZoneId fixed) {
        return new TimeText(clock, fixed, () -> ZoneChoice.LOCAL, texts, formatters);
    }

    /** The same formatter as it was at {@code then}: distances are those from that moment. */
    public TimeText asOf(Instant then) {
        return new TimeText(InstantSource.fixed(then), local, zone, texts, formatters);
    }

    /** The zone times are shown in now. */
    public ZoneId zoneId() {
        return zoneId(zone.get());
    }

    /** The zone that is meant by {@code choice}. */
    public ZoneId zoneId(ZoneChoice choice) {
        return switch (choice) {
            case LOCAL -> local;
            case UTC -> UTC;
        };
    }

    /** What now is, in UTC. */
    public Instant now() {
        return clock.instant();
    }

    /** {@code instant} in the zone shown. */
    public ZonedDateTime zoned(Instant instant) {
        return instant.atZone(zoneId());
    }

    /** The texts beside which times are written: of the same language. */
    public Texts texts() {
        return texts;
    }

    /** The language dates are written in. */
    public Locale locale() {
        return texts.locale();
    }

    /** Date, time and zone, as "Sat 21 Nov, 14:30 CET"; with the year where it is not this one. */
    public String at(Instant instant) {
        return in(zoneId(), instant);
    }

    /** A day, as "Sat 21 Nov 2026". */
    public String date(LocalDate day) {
        return pattern("EEE d MMM yyyy").format(day);
    }

    /** {@code instant} in local time, whatever the switch says. */
    public String local(Instant instant) {
        return in(local, instant);
    }

    /** The same in UTC, whatever the switch says. */
    public String utc(Instant instant) {
        return in(UTC, instant);
    }

    /**
     * In the zone shown, and in brackets in the other one where its clock shows another time: "Sat 21 Nov, 14:30 CET (13:30
     * UTC)".
     */
    public String both(Instant instant) {
        var shown = zoned(instant);
        var otherZone = zoneId(zone.get() == ZoneChoice.LOCAL ? ZoneChoice.UTC : ZoneChoice.LOCAL);
        var other = instant.atZone(otherZone);
        var first = in(zoneId(), instant);
        if (shown.getOffset().equals(other.getOffset())) {
            return first;
        }
        var sameDay = shown.toLocalDate().equals(other.toLocalDate());
        return texts.get("fx.time.both", first,
                sameDay ? pattern("HH:mm zzz").format(other) : in(otherZone, instant));
    }

    /** Time and zone, as "14:30 CET". */
    public String time(Instant instant) {
        return pattern("HH:mm zzz").format(zoned(instant));
    }

    /** The end of a span beside its beginning, as "15:10 CET": with the day only where that is another one. */
    public String end(Instant from, Instant to) {
        return zoned(from).toLocalDate().equals(zoned(to).toLocalDate()) ? time(to) : at(to);
    }

    /** The short name of the zone shown, as it is called at {@code instant}: "CET", "CEST" or "UTC". */
    public String zoneName(Instant instant) {
        return pattern("zzz").format(zoned(instant));
    }

    /** How far {@code instant} is from now, as "in 6 d 4 h", "3 min ago" or "just now"; never more than there is. */
    public String distance(Instant instant) {
        var ahead = Duration.between(clock.instant(), instant);
        if (ahead.abs().compareTo(BARELY) < 0) {
            return texts.get(ahead.isPositive() ? "fx.time.now" : "fx.time.justNow");
        }
        return texts.get(ahead.isPositive() ? "fx.time.in" : "fx.time.ago", duration(ahead));
    }

    /** A moment in both zones, and how far it is from now. */
    public String bothAndDistance(Instant instant) {
        return Texts.joined(Stream.of(both(instant), distance(instant)));
    }

    /** A length of time in its two greatest units, cut off, as "2 d 3 h" or "12 min". The sign is left out. */
    public String duration(Duration duration) {
        return units(duration, UNITS_SHOWN);
    }

    /** A length of time in its greatest unit only, cut off, as "2 d": enough where no more is known. */
    private String greatestUnit(Duration duration) {
        return units(duration, 1);
    }

    /** As far as it is known: "1 d 4 h", "\u2265 5 h" where nobody saw the beginning, "5\u201314 h" in between. */
    public String length(StatusChange.DurationRange durationRange) {
        var most = durationRange.most();
        if (most == null) {
            return texts.get("fx.time.atLeast", greatestUnit(durationRange.least()));
        }
        return durationRange.isExact() ? duration(durationRange.least()) : range(durationRange.least(), most);
    }

    /** A range of time in one unit: "6\u20139 h", not "6 h 12 min to 8 h 50 min", which would claim to know more. */
    public String range(Duration least, Duration most) {
        if (most.compareTo(Duration.ofHours(48)) > 0) {
            return range("fx.time.days", least.toDays(), most.plusHours(23).toDays());
        }
        return most.compareTo(Duration.ofMinutes(120)) > 0
                ? range("fx.time.hours", least.toHours(), most.plusMinutes(59).toHours())
                : range("fx.time.minutes", least.toMinutes(), most.plusSeconds(59).toMinutes());
    }

    private String range(String unit, long least, long most) {
        var from = least <= 0 ? "< " : least + "\u2013";
        return texts.get(unit, least == most ? Long.toString(most) : from + most);
    }

    private String units(Duration duration, int most) {
        var length = duration.abs();
        var parts = List.of(
                Map.entry("fx.time.days", length.toDays()),
                Map.entry("fx.time.hours", (long) length.toHoursPart()),
                Map.entry("fx.time.minutes", (long) length.toMinutesPart()));
        var text = parts.stream()
                .dropWhile(part -> part.getValue() == 0)
                .limit(most)
                .filter(part -> part.getValue() > 0)
                .map(part -> texts.get(part.getKey(), part.getValue().toString()))
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? texts.get("fx.time.seconds", Long.toString(length.toSeconds())) : text;
    }

    /** ISO 8601 to the second with the offset of the zone shown, for exports and copies. */
    public String iso(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(zoned(instant).truncatedTo(ChronoUnit.SECONDS));
    }

    private String in(ZoneId zoneId, Instant instant) {
        var thisYear = Year.from(clock.instant().atZone(zoneId)).getValue();
        var then = instant.atZone(zoneId);
        return pattern(then.getYear() == thisYear ? "EEE d MMM, HH:mm zzz" : "EEE d MMM yyyy, HH:mm zzz").format(then);
    }

    /** The format of this pattern in the language of the texts; it is made once. */
    public DateTimeFormatter pattern(String pattern) {
        return formatters.computeIfAbsent(pattern, each -> DateTimeFormatter.ofPattern(each, texts.locale()));
    }
}
