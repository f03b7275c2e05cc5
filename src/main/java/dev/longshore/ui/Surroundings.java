package dev.longshore.ui;

import dev.longshore.secret.AstraCliProfiles;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the program and the computer around the window offer it.
 *
 * @param explore starts the built-in simulator
 * @param profiles reads the profiles of the Astra CLI; blocks
 * @param systemProxy through which proxy the system reaches an address, as host:port, or empty for none; may block
 * @param support gathers what helps to find a fault
 */
public record Surroundings(
        Explore explore,
        Supplier<AstraCliProfiles.Found> profiles,
        Function<URI, Optional<String>> systemProxy,
        Support support) {}
