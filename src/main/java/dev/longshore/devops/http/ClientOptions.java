package dev.longshore.devops.http;

import java.net.ProxySelector;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the service is called.
 *
 * @param version of this program; goes out in {@code User-Agent}
 * @param connectTimeout how long one connection may take to come about
 * @param callTimeout how long a request may take from its start to the end of its answer, repetitions included
 * @param maxAnswerBytes an answer longer than this, in bytes after decompression, is refused
 * @param systemProxies what the system says of proxies, or null to ask Java
 * @param trustedStores where certificates of authorities are looked for besides the runtime's own list
 */
public record ClientOptions(
        String version,
        Duration connectTimeout,
        Duration callTimeout,
        int maxAnswerBytes,
        @Nullable ProxySelector systemProxies,
        TrustedStores trustedStores) {
    private static final int EIGHT_MIB = 8 << 20;

    /** 10 s to connect, 30 s in all, 8 MiB, the system's proxy and the certificates of the Java runtime. */
    public static ClientOptions defaults(String version) {
        return new ClientOptions(
                version,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                EIGHT_MIB,
                null,
                TrustedStores.ofRuntime());
    }

    /** With other timeouts. */
    public ClientOptions within(Duration toConnect, Duration inAll) {
        return new ClientOptions(version, toConnect, inAll, maxAnswerBytes, systemProxies, trustedStores);
    }

    /** With another opinion of the system's proxies. */
    public ClientOptions proxiesOf(ProxySelector system) {
        return new ClientOptions(version, connectTimeout, callTimeout, maxAnswerBytes, system, trustedStores);
    }

    /** With other stores of certificates. */
    public ClientOptions trusting(TrustedStores stores) {
        return new ClientOptions(version, connectTimeout, callTimeout, maxAnswerBytes, systemProxies, stores);
    }
}
