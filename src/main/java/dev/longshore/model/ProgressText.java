package dev.longshore.model;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the number in a progress text, if there is one to rely on: the first percentage, else the first "n of m" or
 * "n/m". What could be a date, a path, a version, a range or a negative number is passed over, and so is a pair whose
 * two numbers are written in different ways. Every repetition in the patterns is bounded, so a text of any size and
 * content takes linear time.
 */
final class ProgressText {
    /** Space, tab, no-break, thin and narrow no-break space. */
    private static final String GAP = "[ \\t\\u00A0\\u2009\\u202F]";

    private static final String THOUSANDS = "[,.'_ \\u00A0\\u2009\\u202F\\u2019]";

    /**
     * Not inside a word, a longer number, a path, a range or a negative number. Asks for a digit first: a long history is
     * thousands of texts, and looking back from each letter of them takes most of the time in which it is read.
     */
    private static final String START = "(?=\\d)(?<![\\p{L}\\d_/\\\\+\\-\\u2012-\\u2015\\u2212])(?<!\\d[.,:'\\u2019])";

    /** Not before the rest of a word, a longer number or a path, nor before the time that follows a date. */
    private static final String END = "(?![\\p{L}\\d_/\\\\])(?![.,:'\\u2019\\-\\u2012-\\u2015][\\p{L}\\d])(?!" + GAP
            + "{1,3}\\d{1,2}:\\d)";

    private static final Pattern PERCENTAGE = Pattern.compile(
            START + "(?<value>(?:\\d{1,2}|100)(?:[.,]\\d{1,12})?)" + GAP + "{0,3}(?:%(?![\\p{L}\\d])|per ?cent\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PAIR = Pattern.compile(
            START + number("n") + "(?:(?<slash>" + GAP + "{0,3}/" + GAP + "{0,3})|" + GAP + "{1,3}(?:out )?of" + GAP
                    + "{1,3})" + number("m") + END,
            Pattern.CASE_INSENSITIVE);

    private ProgressText() {}

    static OptionalDouble percentIn(String text) {
        var percentage = holds(text, '%', "cent") ? percentage(PERCENTAGE.matcher(text)) : OptionalDouble.empty();
        return percentage.isEmpty() && holds(text, '/', "of") ? pair(PAIR.matcher(text)) : percentage;
    }

    /** Looked for before a pattern, because a long history is thousands of texts and a pattern is slow to give up. */
    private static boolean holds(String text, char sign, String word) {
        return text.indexOf(sign) >= 0 || text.toLowerCase(Locale.ROOT).contains(word);
    }

    private static OptionalDouble percentage(Matcher matches) {
        while (matches.find()) {
            var value = decimal(matches.group("value"));
            if (value <= 100) {
                return OptionalDouble.of(value);
            }
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble pair(Matcher matches) {
        while (matches.find()) {
            var share = share(matches);
            if (share.isPresent()) {
                return share;
            }
        }
        return OptionalDouble.empty();
    }

    /** A whole number with thousands separators, else one without; each with decimals or not; never a part of it. */
    private static String number(String name) {
        var separator = name + "Separator";
        return "(?>(?<" + name + ">[1-9]\\d{0,2}(?<" + separator + ">" + THOUSANDS + ")\\d{3}(?:\\k<" + separator
                + ">\\d{3}){0,3}(?!\\d)|\\d{1,15}(?!\\d))(?<" + name + "Decimals>(?!\\k<" + separator
                + ">)[.,]\\d{1,12})?)";
    }

    private static OptionalDouble share(MatchResult pair) {
        var n = value(pair, "n");
        var m = value(pair, "m");
        var percent = Math.min(100, 100 * n / m);
        return m > 0 && n <= m && writtenAlike(pair, n) ? OptionalDouble.of(percent) : OptionalDouble.empty();
    }

    /** A slash stands between counts, not between versions; and nobody writes "1 250 of 3000" when it means 1250. */
    private static boolean writtenAlike(MatchResult pair, double n) {
        var decimals = pair.group("nDecimals") != null || pair.group("mDecimals") != null;
        var separator = pair.group("nSeparator");
        var sameSeparator = separator == null ? n < 1000 || pair.group("mSeparator") == null
                : separator.equals(pair.group("mSeparator"));
        return sameSeparator && !(decimals && pair.group("slash") != null);
    }

    private static double value(MatchResult pair, String name) {
        var number = pair.group(name);
        var separator = pair.group(name + "Separator");
        var digits = separator == null ? number : number.replace(separator, "");
        return Double.parseDouble(digits + point(pair.group(name + "Decimals")));
    }

    private static String point(@Nullable String decimals) {
        return decimals == null ? "" : decimals.replace(',', '.');
    }

    private static double decimal(String number) {
        return Double.parseDouble(number.replace(',', '.'));
    }
}
