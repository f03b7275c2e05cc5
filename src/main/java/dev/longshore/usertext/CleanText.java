package dev.longshore.usertext;

import java.util.regex.Pattern;

/**
 * Takes out of a text what is not seen on the screen and still keeps it from being understood. Lines stay where they are,
 * so that a line number means the same before and after. Pure.
 */
public final class CleanText {
    /** ESC and what follows it: colours and movements of a terminal, and its titles and links; and what was struck over. */
    private static final Pattern TERMINAL = Pattern.compile(
            "[^\\n]\\x08|\\x1b[]PX^_][^\\x07\\x1b\\n]*+(?:\\x07|\\x1b\\\\)?|(?:\\x1b\\[|\\x9b)[0-?]*+[ -/]*+[@-~]?|\\x1b[ -/]*+[0-~]?");
    /** The same without ESC, which controls for text drop, or as programs write it; looked for where a colour ends. */
    private static final Pattern SHOWN_COLOUR = Pattern.compile(
            "(?:\\^\\[|\u241b|\\\\{1,4}(?:e|0?33|x1[bB]|u001[bB])|<ESC>|ESC)?\\[(?:\\d{1,3}(?:;\\d{1,3})*+)?m");
    private static final Pattern SHOWN_END_OF_COLOUR = Pattern.compile("\\[(?:0|2[2-9]|39|49)(?:;\\d{1,3})*+m");
    /** The shortest end may as well begin a word in brackets, so it is one only where a colour begins. */
    private static final Pattern SHORT_END_OF_COLOUR = Pattern.compile("\\[m(?![a-z])");
    private static final Pattern SHOWN_BEGINNING_OF_COLOUR = Pattern.compile("\\[\\d{1,3}(?:;\\d{1,3})*+m");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\u000b\\f\\u0085\\u2028\\u2029]");
    private static final Pattern BLANK = Pattern.compile("[\\p{Zs}&&[^ ]]");
    /** Format characters (zero width, direction, byte order mark, soft hyphen), variation selectors, other controls. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\ufe00-\\ufe0f\\u034f\\u2800\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern DOUBLE_QUOTE = Pattern
            .compile("[\\u201c-\\u201f\\u00ab\\u00bb\\uff02\\u2033\\u300c-\\u300f\\u301d\\u301e]");
    private static final Pattern SINGLE_QUOTE = Pattern.compile("[\\u2018-\\u201b\\u2039\\u203a\\uff07\\u2032\\u00b4]");

    /** What programs for texts put in the place of the hyphens of an ID. */
    private static final Pattern HYPHEN = Pattern
            .compile("(?<=[0-9A-Fa-f])[\\u2010-\\u2015\\u2043\\u2212\\ufe58\\ufe63\\uff0d](?=[0-9A-Fa-f])");

    private CleanText() {}

    /** {@code text} with one kind of line end and one kind of blank, without colours of a terminal and unseen characters. */
    public static String of(String text) {
        var lines = LINE_END.matcher(TERMINAL.matcher(text).replaceAll("")).replaceAll("\n");
        return UNSEEN.matcher(BLANK.matcher(withoutShownColours(lines)).replaceAll(" ")).replaceAll("");
    }

    private static String withoutShownColours(String text) {
        var isColoured = SHOWN_END_OF_COLOUR.matcher(text).find()
                || (SHOWN_BEGINNING_OF_COLOUR.matcher(text).find() && SHORT_END_OF_COLOUR.matcher(text).find());
        return isColoured ? SHOWN_COLOUR.matcher(text).replaceAll("") : text;
    }

    /** {@code text} with the quotation marks and hyphens of programs in the place of those of a word processor. */
    public static String withPlainSigns(String text) {
        var quoted = SINGLE_QUOTE.matcher(DOUBLE_QUOTE.matcher(text).replaceAll("\"")).replaceAll("'");
        return HYPHEN.matcher(quoted).replaceAll("-");
    }
}
