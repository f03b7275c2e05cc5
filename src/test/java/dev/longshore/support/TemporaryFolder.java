package dev.longshore.support;

import java.io.IOException;
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

    /** Deletes {@code folder} with all that is in it. */
    public static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(path);
    }
}
