package dev.longshore.support;

import dev.longshore.model.fact.Fact;
import dev.longshore.ui.context.SupportBundles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A support bundle of two files that is written nowhere. */
public final class FakeSupportBundles implements SupportBundles {
    public static final List<BundledFile> PARTS = List.of(
            new BundledFile("about.txt", "Longshore 1.0\njava.version: 25\n"),
            new BundledFile("longshore.log", "2026-11-21T15:30:00 INFO The list of databases has 4 entries\n"));

    /** What was written where. */
    public final List<Path> saved = new CopyOnWriteArrayList<>();
    /** What goes wrong when it is written. */
    public volatile Optional<String> trouble = Optional.empty();

    @Override
    public CompletableFuture<List<BundledFile>> gather() {
        return CompletableFuture.completedFuture(PARTS);
    }

    @Override
    public CompletableFuture<Optional<Fact>> save(List<BundledFile> parts, Path file) {
        saved.add(file);
        return CompletableFuture.completedFuture(trouble.map(Fact::recorded));
    }
}
