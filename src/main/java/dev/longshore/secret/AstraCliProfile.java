package dev.longshore.secret;

import dev.longshore.model.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * A profile of the Astra CLI.
 *
 * @param name the section's name
 * @param token its application token; the receiver wipes it
 * @param endpoint the API of the profile's Astra environment, or nothing when that environment is not known
 */
public record AstraCliProfile(String name, Secret token, Optional<URI> endpoint) {}
