package dev.longshore.ui;

import dev.longshore.secret.AstraCliProfiles;
import java.util.function.Supplier;

/**
 * What helps a person who has no connection yet.
 *
 * @param explore starts the built-in simulator
 * @param profiles reads the profiles of the Astra CLI; blocks
 */
public record FirstStart(Explore explore, Supplier<AstraCliProfiles.Found> profiles) {}
