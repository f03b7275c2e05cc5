package dev.longshore.platform;

import dev.longshore.atomicfile.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Texts in one zip file that is there whole or not at all, for its owner only. */
public final class ZipBundle {
    private ZipBundle() {}

    /**
     * Writes it, in place of an older one.
     *
     * @param texts by name, in this order
     * @throws IOException when it cannot be written
     */
    public static void write(Path file, Map<String, String> texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        AtomicFile.writePrivate(file, bytes.toByteArray());
    }
}
