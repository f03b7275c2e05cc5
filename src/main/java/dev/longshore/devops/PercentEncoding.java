package dev.longshore.devops;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of the parts of a URL, by RFC 3986. */
final class PercentEncoding {
    private static final String UNRESERVED = "-._~";

    private PercentEncoding() {}

    /** As one segment of a path. */
    static String segment(String text) {
        return encoded(text, "");
    }

    /** As a name or a value of a query. The colon of a time stays, as the documentation writes it. */
    static String query(String text) {
        return encoded(text, ":");
    }

    private static String encoded(String text, String alsoKept) {
        var encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xff);
            if (isAsciiLetterOrDigit(character) || (UNRESERVED + alsoKept).indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append(String.format("%%%02X", (int) character));
            }
        }
        return encoded.toString();
    }

    private static boolean isAsciiLetterOrDigit(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
