package dev.longshore.notify;

import dev.longshore.model.Redaction;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a text fit to leave this computer in a message: one line, of sane length, without anything that looks like a
 * token, a credential, or the address of staged files. Pure.
 */
final class MessageRedaction {
    private static final String MARK = "•••";
    private static final int LONGEST = 1000;
    private static final Pattern NOT_FOR_A_LINE = Pattern.compile("[\\p{C}\\p{Z}\\s]+");
    private static final Pattern ADDRESS = Pattern
            .compile("(?i)\\b([a-z][a-z0-9+.-]*)://([^/\\s\"'<>?#]*)[^\\s\"'<>]*");
    private static final Pattern STORAGE = Pattern.compile(
            "(?i).*(amazonaws\\.com|storage\\.googleapis\\.com|storage\\.cloud\\.google\\.com|core\\.windows\\.net).*");

    private MessageRedaction() {}

    /** {@code text} as it may be sent. */
    static String of(String text) {
        return of(text, LONGEST);
    }

    /** At most {@code length} characters of it. */
    static String of(String text, int length) {
        var safe = Redaction.of(ADDRESS.matcher(text).replaceAll(found -> Matcher
                .quoteReplacement(address(found))));
        var line = NOT_FOR_A_LINE.matcher(safe).replaceAll(" ").strip();
        return line.length() <= length ? line : line.substring(0, whole(line, length - 1)) + "…";
    }

    /** Of an address of the web its host, of any other nothing. */
    private static String address(MatchResult found) {
        var isWeb = found.group(1).toLowerCase(Locale.ROOT).matches("https?");
        var host = found.group(2).replaceFirst(".*@", "");
        return isWeb && !STORAGE.matcher(host).matches() ? found.group(1) + "://" + host : MARK;
    }

    private static int whole(String line, int end) {
        return Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
    }
}
