package dev.longshore.devops.http;

import dev.longshore.devops.ApiConnector;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.Connection;
import dev.longshore.model.ProxyChoice;
import dev.longshore.model.Secret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes the APIs; all of them share one trust store and their timeouts, and none shares its connections. */
public final class OkHttpConnector implements ApiConnector {
    /** What localhost is; no name server is asked, as it might say another computer's address. */
    private static final List<InetAddress> LOOPBACK = List.of(InetAddress.ofLiteral("127.0.0.1"),
            InetAddress.ofLiteral("::1"));

    private final InstantSource clock;
    private final ClientOptions options;
    private final Retry retry;
    private final SocketFactory sockets;
    private @Nullable OkHttpClient base;

    /** Makes them with the time of {@code clock}. */
    public OkHttpConnector(InstantSource clock, ClientOptions options) {
        this(clock, options, new Retry(RandomGenerator.getDefault(), Thread::sleep));
    }

    OkHttpConnector(InstantSource clock, ClientOptions options, Retry retry) {
        this(clock, options, retry, SocketFactory.getDefault());
    }

    /** @param sockets makes what requests go through */
    OkHttpConnector(InstantSource clock, ClientOptions options, Retry retry, SocketFactory sockets) {
        this.clock = clock;
        this.options = options;
        this.retry = retry;
        this.sockets = sockets;
    }

    /**
     * Reads an address as it was typed, in the one way in which addresses are read: https, or http to a loopback address.
     *
     * @return the address as it is connected to: its host in lower-case ASCII, no slash at its end
     * @throws dev.longshore.model.fact.FactException when it is none; it does not repeat the address
     */
    public static URI readEndpoint(String typed) {
        return Endpoint.of(typed).uri();
    }

    /** Whose certificates are trusted, for who reaches others than the service. Takes a third of a second; blocks. */
    public static X509TrustManager trust(TrustedStores stores) {
        return ExplainingTrustManager.with(stores);
    }

    /** Made when it is first needed: it takes a third of a second, which the first window need not wait for. */
    private synchronized OkHttpClient base() {
        if (base == null) {
            var explainingTrustManager = ExplainingTrustManager.with(options.trustedStores());
            base = withoutTls()
                    .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                    .sslSocketFactory(tlsSockets(explainingTrustManager), explainingTrustManager)
                    .build();
        }
        return base;
    }

    /** For what does not leave this computer: it needs no certificates. */
    private OkHttpClient.Builder withoutTls() {
        return new OkHttpClient.Builder()
                .socketFactory(sockets)
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .connectTimeout(options.connectTimeout())
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(options.callTimeout());
    }

    @Override
    public DevOpsApi connect(Connection connection, Secret token) {
        var endpoint = Endpoint.of(connection.endpoint().toString());
        var bearerToken = new BearerToken(token);
        var safeQuote = new SafeQuote(bearerToken);
        var httpSender = new HttpSender(() -> clientFor(endpoint, connection.proxy()), clock, options.maxAnswerBytes());
        return new HttpDevOpsApi(
                new RequestExecutor(endpoint, bearerToken, httpSender, retry, options),
                new AnswerReader(
                        new JsonBody(safeQuote, options.maxAnswerBytes()),
                        new ErrorReader(endpoint, safeQuote),
                        new NetworkErrorReader(endpoint, options, safeQuote),
                        safeQuote));
    }

    private OkHttpClient clientFor(Endpoint endpoint, ProxyChoice proxy) {
        var client = endpoint.base().isHttps() ? base().newBuilder() : withoutTls();
        if (endpoint.isLoopback()) {
            // Only a name has two addresses, of which one is tried beside the other on a thread of its own.
            return client.proxy(Proxy.NO_PROXY).dns(_ -> LOOPBACK)
                    .fastFallback(endpoint.base().host().equals("localhost")).build();
        }
        return switch (proxy) {
            case ProxyChoice.OfSystem _ -> client.proxySelector(systemProxies()).build();
            case ProxyChoice.None _ -> client.proxy(Proxy.NO_PROXY).build();
            case ProxyChoice.Http(var host, var port) -> client.proxy(
                    new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)))
                    .build();
        };
    }

    private ProxySelector systemProxies() {
        return Objects.requireNonNullElseGet(options.systemProxies(), ProxySelector::getDefault);
    }

    private static SSLSocketFactory tlsSockets(ExplainingTrustManager explainingTrustManager) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{explainingTrustManager}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
