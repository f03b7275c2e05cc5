package dev.longshore.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files so that a crash leaves either the old content or the new, never a part. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes a file, readable by its owner only.
     *
     * @throws IOException when it cannot be written; the old content is there still
     */
    public static void write(Path file, byte[] content) throws IOException {
        // Made by createTempFile because that is readable by the owner only.
        var temporary = Files.createTempFile(folder(file), String.valueOf(file.getFileName()), ".new");
        try {
            fill(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static Path folder(Path file) {
        var parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
