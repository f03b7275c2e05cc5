package dev.longshore.secret;

import dev.longshore.model.Secret;
import java.net.URI;

/**
 * A profile of the Astra CLI.
 *
 * @param name the section's name
 * @param token its application token; the receiver wipes it
 * @param endpoint the API of the profile's Astra environment: the only address that its token is for
 */
public record AstraCliProfile(String name, Secret token, URI endpoint) {}
