package dev.longshore.calendarfile;

import java.nio.charset.StandardCharsets;

/** Lines of at most 75 octets, as RFC 5545 (3.1) has them; no character is cut in two. */
final class FoldedLines {
    private static final int MOST_OCTETS = 75;

    private FoldedLines() {}

    static String of(String text) {
        var folded = new StringBuilder();
        text.lines().forEach(line -> append(folded, line));
        return folded.toString();
    }

    private static void append(StringBuilder folded, String line) {
        var octets = 0;
        for (var character : line.codePoints().toArray()) {
            var text = Character.toString(character);
            var length = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > MOST_OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(text);
            octets += length;
        }
        folded.append("\r\n");
    }
}
