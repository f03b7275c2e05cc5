package dev.longshore.text;

import java.text.DateFormatSymbols;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times of day as a user types them: as the service writes them in every language, and as the user's language
 * and its calendar write them. What is no date is never made into one: 31 February is not read at all. Pure.
 */
public final class TypedTime {
    private static final List<FormatStyle> STYLES = List.of(
            FormatStyle.SHORT, FormatStyle.MEDIUM, FormatStyle.LONG, FormatStyle.FULL);
    private static final DateTimeFormatter ISO_TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    /** Marks that guide the direction of writing, and what has no width. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern DASH = Pattern.compile("(?<=\\d)[\\u2010-\\u2015\\u2212\\ufe63\\uff0d](?=\\d)");

    private final List<DateTimeFormatter> dates;
    private final List<DateTimeFormatter> times;
    private final List<String> halvesOfTheDay;

    /** Reads what is typed in {@code locale}. */
    public TypedTime(Locale locale) {
        halvesOfTheDay = List.of(DateFormatSymbols.getInstance(locale).getAmPmStrings());
        dates = datePatterns(locale);
        times = timePatterns(locale);
    }

    /**
     * The day that {@code typed} names, in the calendar of the language unless it is written as the service writes it;
     * empty where it names none.
     */
    public Optional<LocalDate> date(String typed) {
        return read(plain(typed), dates, LocalDate::from);
    }

    /** The time of day that {@code typed} names, to the minute; empty where it names none. */
    public Optional<LocalTime> timeOfDay(String typed) {
        var text = plain(typed);
        for (var half : halvesOfTheDay) {
            // Some languages have blanks in it that no keyboard has.
            text = text.replace(plain(half), half);
        }
        return read(text, times, LocalTime::from);
    }

    /** A day as the service writes it, which no reader takes for another one: "2026-12-31". */
    public static String write(LocalDate day) {
        return day.toString();
    }

    /** A time of day to the minute, as "14:30". */
    public static String write(LocalTime time) {
        return ISO_TIME.format(time);
    }

    private static <T> Optional<T> read(String text, List<DateTimeFormatter> formats, TemporalQuery<T> query) {
        return formats.stream().map(each -> parsed(text, each, query)).flatMap(Stream::ofNullable).findFirst();
    }

    private static <T> @Nullable T parsed(String text, DateTimeFormatter format, TemporalQuery<T> query) {
        try {
            return format.parse(text, query);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /** Without what cannot be seen, and with digits that every format reads. */
    private static String plain(String text) {
        var visible = BLANKS.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ").strip();
        var plain = new StringBuilder();
        visible.codePoints().forEach(each -> {
            var digit = Character.digit(each, 10);
            plain.appendCodePoint(digit >= 0 ? '0' + digit : each);
        });
        return DASH.matcher(plain).replaceAll("-");
    }

    private static List<DateTimeFormatter> datePatterns(Locale locale) {
        var formats = new ArrayList<DateTimeFormatter>();
        formats.add(format("uuuu-M-d", Locale.ROOT, IsoChronology.INSTANCE));
        var calendar = Chronology.ofLocale(locale);
        for (var style : STYLES) {
            var pattern = readable(DateTimeFormatterBuilder.getLocalizedDateTimePattern(style, null, calendar, locale));
            years(pattern).forEach(each -> formats.add(format(each, locale, calendar)));
        }
        formats.add(format("d MMM uuuu", Locale.ENGLISH, IsoChronology.INSTANCE));
        formats.add(format("d MMMM uuuu", Locale.ENGLISH, IsoChronology.INSTANCE));
        return List.copyOf(formats);
    }

    /** With a year of four digits, and where the language writes two of them, with these. */
    private static Set<String> years(String pattern) {
        var all = new LinkedHashSet<String>();
        all.add(pattern.replaceAll("[yu]+", "uuuu"));
        if (pattern.matches(".*\\b(yy|uu)\\b.*")) {
            all.add(pattern.replaceAll("[yu]+", "uu"));
        }
        return all;
    }

    private static List<DateTimeFormatter> timePatterns(Locale locale) {
        var formats = new ArrayList<DateTimeFormatter>();
        formats.add(format("H:mm", Locale.ROOT, IsoChronology.INSTANCE));
        formats.add(format("h:mm a", Locale.ENGLISH, IsoChronology.INSTANCE));
        var pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                null, FormatStyle.SHORT, IsoChronology.INSTANCE, locale);
        formats.add(format(readable(pattern), locale, IsoChronology.INSTANCE));
        return List.copyOf(formats);
    }

    /** A pattern that takes one digit where one is enough, no era, and blanks as they are typed. */
    private static String readable(String pattern) {
        var plain = BLANKS.matcher(UNSEEN.matcher(pattern).replaceAll("")).replaceAll(" ");
        var out = new StringBuilder();
        var quoted = QUOTED.matcher(plain);
        var from = 0;
        while (quoted.find()) {
            out.append(shortest(plain.substring(from, quoted.start()))).append(quoted.group());
            from = quoted.end();
        }
        return out.append(shortest(plain.substring(from))).toString().strip();
    }

    private static String shortest(String letters) {
        return letters.replaceAll("\\s*G+", "").replaceAll("\\bdd\\b", "d").replaceAll("\\bMM\\b", "M")
                .replaceAll("\\bHH\\b", "H").replaceAll("\\bhh\\b", "h");
    }

    private static DateTimeFormatter format(String pattern, Locale locale, Chronology calendar) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(locale)
                .withChronology(calendar).withResolverStyle(ResolverStyle.STRICT);
    }
}
