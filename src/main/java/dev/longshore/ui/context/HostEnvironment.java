package dev.longshore.ui.context;

import dev.longshore.model.fact.FactException;
import dev.longshore.notify.NotificationRoutes;
import dev.longshore.secret.AstraCliProfiles;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the program and the computer around the window offer it.
 *
 * @param demoStarter starts the built-in simulator with its sample organisation, and completes with what went wrong in
 *     a sentence, or ""; the window may be replaced by then
 * @param profiles reads the profiles of the Astra CLI; blocks
 * @param endpoints reads the address of an endpoint, or throws a {@link FactException}
 * @param systemProxy through which proxy the system reaches an address, as host:port, or empty for none; may block
 * @param supportBundles gathers what helps to find a fault
 * @param routes the routes of notifications
 * @param updates tells of newer versions
 * @param journals says where the journal is, and changes to another one
 */
public record HostEnvironment(
        Supplier<CompletableFuture<String>> demoStarter,
        Supplier<AstraCliProfiles.FoundProfiles> profiles,
        Function<String, URI> endpoints,
        Function<URI, Optional<String>> systemProxy,
        SupportBundles supportBundles,
        NotificationRoutes routes,
        UpdateNotice updates,
        JournalChoice journals) {}
