package dev.longshore.devops.http;

/** Through what the service is reached. A loopback address is always reached directly. */
public sealed interface ProxyChoice {
    /** Whatever the system says for the endpoint ({@code java.net.ProxySelector}). */
    record OfSystem() implements ProxyChoice {}

    /** No proxy. */
    record None() implements ProxyChoice {}

    /**
     * An HTTP proxy.
     *
     * @param host name or address
     * @param port 1 to 65535
     */
    record Http(String host, int port) implements ProxyChoice {}
}
