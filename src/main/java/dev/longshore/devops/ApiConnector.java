package dev.longshore.devops;

import dev.longshore.model.Connection;
import dev.longshore.model.Secret;

/** Makes a {@link DevOpsApi} for a connection; the only way to one. */
@FunctionalInterface
public interface ApiConnector {
    /**
     * An API for that endpoint with that token; opens nothing yet.
     *
     * @param token stays the caller's; the API keeps a copy until it is closed
     * @throws dev.longshore.model.fact.FactException when the endpoint is neither https nor http to a loopback address
     */
    DevOpsApi connect(Connection connection, Secret token);
}
