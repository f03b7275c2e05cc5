package dev.longshore.support;

import dev.longshore.ui.Support;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A support bundle of two files that is written nowhere. */
public final class FakeSupport implements Support {
    public static final List<Part> PARTS = List.of(
            new Part("about.txt", "Longshore 1.0\njava.version: 25\n"),
            new Part("longshore.log", "2026-11-21T15:30:00 INFO The list of databases has 4 entries\n"));

    /** What was written where. */
    public final List<Path> saved = new CopyOnWriteArrayList<>();
    /** What goes wrong when it is written. */
    public volatile Optional<String> trouble = Optional.empty();

    @Override
    public CompletableFuture<List<Part>> gather() {
        return CompletableFuture.completedFuture(PARTS);
    }

    @Override
    public CompletableFuture<Optional<String>> save(List<Part> parts, Path file) {
        saved.add(file);
        return CompletableFuture.completedFuture(trouble);
    }
}
