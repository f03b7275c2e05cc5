package dev.longshore.ui.context;

import dev.longshore.model.fact.Fact;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Gathers what helps somebody else to find a fault, without any secret and any content of the journal. */
public interface SupportBundles {
    /**
     * A file of the bundle.
     *
     * @param name its name
     * @param text its whole content; no secret is in it
     */
    record BundledFile(String name, String text) {}

    /** What would be in the bundle. Completed on another thread, never exceptionally. */
    CompletableFuture<List<BundledFile>> gather();

    /** Writes a bundle as a zip file; completes with the reason when that was not possible. */
    CompletableFuture<Optional<Fact>> save(List<BundledFile> parts, Path file);
}
