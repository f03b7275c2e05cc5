package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one form of an application token: {@code AstraCS:} and two parts of letters and digits. Takes it out of whatever
 * surrounds it: quotation marks, {@code NAME=…}, a header, the JSON file of the portal. Nothing else is ever sent as a token.
 * Pure.
 */
public final class ApplicationToken {
    private static final String BEGINNING = "(?:(?<![A-Za-z0-9])|(?<=\\[[0-9;]{1,10}m))";
    /** As the portal makes it; its end is known, whatever follows. */
    private static final String WHOLE = "AstraCS:[A-Za-z]{24}:[0-9a-f]{64}";
    /** Not the beginning of something longer, cut off or wrapped. */
    private static final String OTHER = "AstraCS:[A-Za-z0-9]++:[A-Za-z0-9]++"
            + "(?![\\p{L}\\p{N}\\p{M}:_%+/=*\u2022\u2026-]|\\.\\.|\\s*[\\r\\n]\\s*[A-Za-z0-9]+\\s*$)";
    /** The first part is whole and the second is not: cut off, or continued behind a blank. */
    private static final String CUT_SHORT = "AstraCS:[A-Za-z]{24}:[0-9a-f]{1,63}(?![0-9A-Za-z])";
    private static final Pattern TOKEN = Pattern
            .compile(BEGINNING + "(?:" + WHOLE + "|(?!" + CUT_SHORT + ")" + OTHER + ")");
    private static final Pattern EXACTLY = Pattern
            .compile("(?!" + CUT_SHORT + ")AstraCS:[A-Za-z0-9]+:[A-Za-z0-9]+");

    private ApplicationToken() {}

    /** True when {@code characters} are a token and nothing else. */
    public static boolean isOne(char[] characters) {
        return EXACTLY.matcher(CharBuffer.wrap(characters)).matches();
    }

    /**
     * The token that {@code text} holds; nothing where there is nothing in it. The caller wipes {@code text}.
     *
     * @throws FactException when it holds something else, or several tokens; it does not repeat them
     */
    public static Optional<Secret> in(char[] text) {
        var seen = withoutUnseen(text);
        try {
            return in(CharBuffer.wrap(seen));
        } finally {
            Arrays.fill(seen, '\0');
        }
    }

    private static Optional<Secret> in(CharBuffer text) {
        var found = TOKEN.matcher(text);
        if (!found.find()) {
            if (text.chars().allMatch(each -> Character.isWhitespace(each) || each == '"' || each == '\'')) {
                return Optional.empty();
            }
            throw new FactException(Fact.of(ServiceFact.TOKEN_MALFORMED));
        }
        var from = found.start();
        var to = found.end();
        while (found.find()) {
            if (!text.subSequence(from, to).equals(text.subSequence(found.start(), found.end()))) {
                throw new FactException(Fact.of(ServiceFact.SEVERAL_TOKENS));
            }
        }
        var token = new char[to - from];
        text.subSequence(from, to).get(token);
        try {
            return Optional.of(Secret.of(token));
        } finally {
            Arrays.fill(token, '\0');
        }
    }

    /** Without zero-width characters and marks; other blanks become plain ones. */
    private static char[] withoutUnseen(char[] text) {
        var seen = new char[text.length];
        var length = 0;
        for (var each : text) {
            if (Character.getType(each) != Character.FORMAT && each != 0) {
                seen[length++] = Character.isSpaceChar(each) ? ' ' : each;
            }
        }
        var exact = Arrays.copyOf(seen, length);
        Arrays.fill(seen, '\0');
        return exact;
    }

    /** The token in the value of a variable or of a file; nothing where there is none, or it is not clear which. */
    public static Optional<Secret> find(String text) {
        var characters = text.toCharArray();
        try {
            return in(characters);
        } catch (FactException _) {
            return Optional.empty();
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
