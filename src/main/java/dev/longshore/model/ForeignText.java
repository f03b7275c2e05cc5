package dev.longshore.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text of the service made fit to be kept, shown, typed and compared: without what looks secret, of bounded length, and
 * with every sign that cannot be seen written out ({@code \\n}, {@code \\u202E}). Pure.
 */
public final class ForeignText {
    /** Of a text that is far too long only so much more is looked at as it takes to find what is secret in its beginning. */
    private static final int BEYOND = 4_096;

    /** Controls, line ends, invisible and direction signs, lone surrogates, private and blank-looking signs. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\u2028\\u2029\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0"
                    + "\\x{E0100}-\\x{E01EF}]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n\\u000B\\f\\u0085\\u2028\\u2029]");
    private static final Pattern OTHER_BLANK = Pattern.compile("(?! )\\p{Zs}");

    private ForeignText() {}

    /** One line of at most {@code most} characters; line ends are written out. */
    public static String line(String text, int most) {
        return cut(visible(safe(text, most)), most);
    }

    /** A line that a user can type: without blanks around it, and with plain ones in it. */
    public static String name(String text, int most) {
        return cut(visible(OTHER_BLANK.matcher(safe(text, most)).replaceAll(" ").strip()), most).strip();
    }

    /** At most {@code most} characters in several lines. */
    public static String lines(String text, int most) {
        var lines = LINE_END.split(safe(text, most), -1);
        for (var i = 0; i < lines.length; i++) {
            lines[i] = visible(lines[i].replace('\t', ' '));
        }
        return cut(String.join("\n", lines), most);
    }

    /** True when {@code text} holds a control character or one that turns the direction: no address and no key does. */
    public static boolean hasControls(String text) {
        return text.chars().anyMatch(ForeignText::isControl);
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) || (character >= '\u2028' && character <= '\u202E')
                || (character >= '\u2066' && character <= '\u2069');
    }

    private static String safe(String text, int most) {
        return Redaction.of(text.length() <= most + BEYOND ? text : text.substring(0, most + BEYOND));
    }

    private static String visible(String text) {
        return UNSEEN.matcher(text).replaceAll(each -> switch (each.group()) {
            case "\n" -> "\\\\n";
            case "\r" -> "\\\\r";
            case "\t" -> "\\\\t";
            default -> "\\\\u" + String.format(Locale.ROOT, "%04X", each.group().codePointAt(0));
        });
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
