package dev.longshore.notify;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.X509TrustManager;

/**
 * How receivers are reached: as the service is.
 *
 * @param proxies through which proxies
 * @param trust says whose certificates are trusted; empty for those of the Java runtime; asked once, may block
 * @param timeout how long one message may take; after that it is sent again later
 * @param sockets makes the connections to receivers over HTTP
 */
public record NetworkAccess(ProxySelector proxies, Supplier<Optional<X509TrustManager>> trust, Duration timeout,
        SocketFactory sockets) {
    /** Long for a receiver, short for who waits. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(20);

    /** Over the sockets of the system. */
    public NetworkAccess(ProxySelector proxies, Supplier<Optional<X509TrustManager>> trust, Duration timeout) {
        this(proxies, trust, timeout, SocketFactory.getDefault());
    }
}
