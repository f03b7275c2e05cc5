package dev.longshore.devops.http;

import dev.longshore.model.Redaction;
import java.util.regex.Pattern;

/** Foreign text made fit to stand in a sentence: one line, no control characters, no token, of sane length. */
final class SafeQuote {
    private static final Pattern NOT_FOR_A_LINE = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

    private final BearerToken bearerToken;

    SafeQuote(BearerToken bearerToken) {
        this.bearerToken = bearerToken;
    }

    /** At most {@code length} characters of {@code text}, without quotation marks around them. */
    String of(String text, int length) {
        var safe = Redaction.of(bearerToken.redacted(text));
        var line = NOT_FOR_A_LINE.matcher(safe).replaceAll(" ").strip();
        return line.length() <= length ? line : line.substring(0, whole(line, length - 1)) + "…";
    }

    private static int whole(String line, int end) {
        return Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
    }
}
