package dev.longshore.usertext;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.FileFact;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The text of a file of which nothing is known: UTF-8, UTF-16 as some editors save it, or an old one-byte encoding. */
public final class TextFileReader {
    /** Controls that stand in no text; ESC does, where a terminal was copied. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\x00-\\x08\\x0e-\\x1a\\x1c-\\x1f]");
    private static final int MOST_BYTES = 8 << 20;
    private static final int EXAMINED_BYTES = 256;

    private TextFileReader() {}

    /**
     * The text of {@code file}, which is no larger than any register file. Blocks.
     *
     * @throws IOException when it cannot be read
     * @throws FactException when it is no file, or is larger
     */
    public static String read(Path file) throws IOException {
        return read(file, MOST_BYTES);
    }

    /**
     * The text of {@code file}. Blocks.
     *
     * @throws IOException when it cannot be read
     * @throws FactException when it is no file, no text, or is larger than {@code mostBytes}
     */
    public static String read(Path file, int mostBytes) throws IOException {
        if (!Files.isRegularFile(file)) {
            // Where there is nothing, this says so.
            Files.getLastModifiedTime(file);
            throw new FactException(Fact.of(FileFact.NOT_A_FILE));
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new FactException(Fact.of(FileFact.TOO_LARGE, mostBytes >> 20));
            }
            return of(bytes);
        }
    }

    /**
     * The text that {@code bytes} encode, without a byte order mark.
     *
     * @throws FactException when they are no text
     */
    public static String of(byte[] bytes) {
        var text = decoded(bytes);
        if (NO_TEXT.matcher(text).find()) {
            throw new FactException(Fact.of(FileFact.NOT_TEXT));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        if (beginsWith(bytes, 0xfe, 0xff) || isZeroOften(bytes, 0)) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        if (beginsWith(bytes, 0xff, 0xfe) || isZeroOften(bytes, 1)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static boolean beginsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    /** IDs and punctuation are ASCII, so that in UTF-16 every other byte is zero; a byte order mark need not be there. */
    private static boolean isZeroOften(byte[] bytes, int first) {
        var zeros = 0;
        var length = Math.min(EXAMINED_BYTES, bytes.length);
        for (int i = first; i < length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros * 4 > length;
    }
}
