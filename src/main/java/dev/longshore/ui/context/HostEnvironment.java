package dev.longshore.ui.context;

import dev.longshore.secret.AstraCliProfiles;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the program and the computer around the window offer it.
 *
 * @param demoStarter begins to start the built-in simulator; completes with a sentence about what went wrong, or "". The
 *     window may be replaced by then
 * @param profiles reads the profiles of the Astra CLI; blocks
 * @param systemProxy through which proxy the system reaches an address, as host:port, or empty for none; may block
 * @param supportBundles gathers what helps to find a fault
 */
public record HostEnvironment(
        Supplier<CompletableFuture<String>> demoStarter,
        Supplier<AstraCliProfiles.FoundProfiles> profiles,
        Function<URI, Optional<String>> systemProxy,
        SupportBundles supportBundles) {}
