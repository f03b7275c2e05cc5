package dev.longshore.model;

import java.net.URI;
import java.util.Locale;

/**
 * One way to the service: an endpoint and, in the keystore under {@link #id()}, the application token for it.
 *
 * @param id stable ID
 * @param name the user's name for it
 * @param endpoint base URL without a trailing slash; https, or http to a loopback address
 * @param environment colour and word
 * @param readOnly true when no action may be offered on it
 * @param origin where its token comes from at the next start
 * @param proxy through what the endpoint is reached
 */
public record Connection(
        ConnectionId id,
        String name,
        URI endpoint,
        Environment environment,
        boolean readOnly,
        TokenOrigin origin,
        ProxyChoice proxy) {
    /** The public endpoint of the Astra DevOps API, from its documentation. */
    public static final URI PUBLIC_ENDPOINT = URI.create("https://api.astra.datastax.com");

    /** A connection through the system's proxy. */
    public Connection(
            ConnectionId id, String name, URI endpoint, Environment environment, boolean readOnly, TokenOrigin origin) {
        this(id, name, endpoint, environment, readOnly, origin, new ProxyChoice.OfSystem());
    }

    /** The same, over which no action may be offered. */
    public Connection forReading() {
        return new Connection(id, name, endpoint, environment, true, origin, proxy);
    }

    /** True when what is given to the one may be sent to the other: the same scheme, host and port. */
    public static boolean isSameOrigin(URI one, URI other) {
        return address(one).equals(address(other));
    }

    /** Scheme, host and port, in one spelling: what {@link #isSameOrigin} compares. */
    public static String address(URI endpoint) {
        return (endpoint.getScheme() + "://" + endpoint.getAuthority()).toLowerCase(Locale.ROOT);
    }

    /** Where a connection's token is taken from. */
    public enum TokenOrigin {
        /** The OS keystore, or where there is none this session's memory. */
        KEYSTORE,
        /** The environment variable {@code ASTRA_DB_APPLICATION_TOKEN}; never kept. */
        ENVIRONMENT_VARIABLE,
        /** The built-in simulator, which makes a new one at each start. */
        SIMULATOR
    }
}
