package dev.longshore.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that goes with all that is in it when it is closed, where JUnit makes none: in benchmarks and under Fray. */
public record TemporaryFolder(Path path) implements AutoCloseable {
    /** Makes one. */
    public static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("longshore"));
    }

    /** Makes one in {@code parent}. */
    public static TemporaryFolder createIn(Path parent) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(parent, "longshore"));
    }

    @Override
    public void close() throws IOException {
        try (var all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(TemporaryFolder::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path each) {
        try {
            Files.deleteIfExists(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
