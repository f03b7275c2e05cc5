package dev.longshore.support;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/**
 * Looks for secrets in whatever a test has left in files: data folders with journal, settings and log, exports,
 * bundles, packed logs, and all that a picture holds besides its pixels.
 */
public final class SecretScan {
    private static final int LARGEST = 30_000_000;
    private static final long PNG = 0x89504E470D0A1A0AL;
    /** What a picture is made of; any other part could hold words. */
    private static final Set<String> PIXELS = Set
            .of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "sBIT", "pHYs", "gAMA", "cHRM", "sRGB");

    private SecretScan() {}

    /** Which files below {@code folder} hold which secrets, told by their beginnings; none is an empty list. */
    public static List<String> scan(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !isLibrary(file)).flatMap(file -> in(file).stream()
                    .map(found -> folder.relativize(file) + ": " + found)).toList();
        } catch (IOException | UncheckedIOException e) {
            // A folder that another process is taking away at the same time has nothing left to tell.
            return List.of();
        }
    }

    /** SQLite unpacks its own; a test writes none. */
    private static boolean isLibrary(Path file) {
        return Set.of("so", "dll", "dylib").stream().anyMatch(end -> file.toString().endsWith("." + end));
    }

    private static List<String> in(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in(in.readNBytes(LARGEST));
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The secrets in a file with that content. */
    static List<String> in(byte[] content) throws IOException {
        if (isPicture(content)) {
            return wordsOfPicture(content);
        }
        var found = new ArrayList<>(Secrets.in(new String(content, StandardCharsets.ISO_8859_1)));
        if (content.length > 8 && content[0] == 'P' && content[1] == 'K') {
            found.addAll(inZip(content));
        } else if (content.length > 8 && content[0] == 0x1f && content[1] == (byte) 0x8b) {
            found.addAll(in(new GZIPInputStream(new ByteArrayInputStream(content)).readNBytes(LARGEST)));
        }
        return found;
    }

    private static boolean isPicture(byte[] content) {
        return content.length > 20 && ByteBuffer.wrap(content).getLong() == PNG;
    }

    private static List<String> inZip(byte[] content) throws IOException {
        var found = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.addAll(in(zip.readNBytes(LARGEST)));
            }
        }
        return found;
    }

    private static List<String> wordsOfPicture(byte[] content) throws IOException {
        var found = new ArrayList<String>();
        try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
            in.skipNBytes(Long.BYTES);
            while (in.available() >= 8) {
                var length = in.readInt();
                var kind = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
                if (!PIXELS.contains(kind)) {
                    found.add("a part " + kind + ", which is not of pixels");
                }
                in.skipNBytes(Math.min(in.available(), length + 4L));
            }
        }
        return found;
    }
}
