package dev.longshore.atomicfile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Writes files so that a full disk or a crash leaves either the old content or the new, never a part, and nothing else
 * beside it. Methods block.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes what is in a file.
     *
     * @param <E> what it throws where it does not know what to write
     */
    @FunctionalInterface
    public interface ContentWriter<E extends Exception> {
        /** Writes all of it into {@code file}; the stream may be closed, or not. */
        void write(OutputStream file) throws IOException, E;
    }

    /**
     * Writes a file, readable by its owner only.
     *
     * @throws IOException when it cannot be written; the old content is there still
     */
    public static void writePrivate(Path file, byte[] content) throws IOException {
        // Made by createTempFile because that is readable by the owner only.
        try {
            var unfinished = Files.createTempFile(folder(file), String.valueOf(file.getFileName()), ".new");
            fillAndMove(unfinished, file, out -> out.write(content));
        } catch (FileSystemException fault) {
            throw about(file, fault);
        }
    }

    /**
     * Writes a file that a user has chosen: where a link leads, with the permissions of the file that was there, or else
     * with those that new files have. One that may not be written is not replaced.
     *
     * @throws IOException when it cannot be written; the old content is there still
     * @throws E as {@code content} does; the old content is there still
     */
    public static <E extends Exception> void write(Path file, ContentWriter<E> content) throws IOException, E {
        try {
            var target = target(file);
            var unfinished = Files.createFile(folder(target).resolve(".longshore-" + UUID.randomUUID() + ".new"));
            fillAndMove(unfinished, target, out -> {
                keepPermissions(target, unfinished);
                content.write(out);
            });
        } catch (FileSystemException fault) {
            throw about(file, fault);
        }
    }

    private static <E extends Exception> void fillAndMove(Path unfinished, Path target, ContentWriter<E> content)
            throws IOException, E {
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                content.write(out);
            }
            replace(unfinished, target);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Puts a finished file, on disk first, in the place of another in the same folder.
     *
     * @throws IOException when that is not possible; both are there still
     */
    public static void replace(Path finished, Path target) throws IOException {
        try (var channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The same, not about a file that nobody has asked for. */
    private static FileSystemException about(Path file, FileSystemException fault) {
        var about = switch (fault) {
            case NoSuchFileException _ -> new NoSuchFileException(file.toString(), null, fault.getReason());
            case AccessDeniedException _ -> new AccessDeniedException(file.toString(), null, fault.getReason());
            default -> new FileSystemException(file.toString(), null, fault.getReason());
        };
        about.initCause(fault);
        return about;
    }

    /** Where a link leads: it is not to be replaced by what was written through it. */
    private static Path target(Path file) throws IOException {
        try {
            return Files.isSymbolicLink(file) ? file.toRealPath() : file;
        } catch (NoSuchFileException _) {
            return file;
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.exists(from) && Files.getFileAttributeView(from, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    private static Path folder(Path file) {
        var parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
