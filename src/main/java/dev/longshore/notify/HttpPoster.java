package dev.longshore.notify;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.NotifyFact;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigInteger;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Posts JSON once. Nothing that it says of an address is more than the host. Safe for use by several threads. */
final class HttpPoster implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final MediaType TEXT = MediaType.get("text/plain; charset=utf-8");
    private static final int LONGEST_QUOTE = 200;
    private static final long LONGEST_REPLY = 4096;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** Under which the header travels that OkHttp is not to see. */
    private static final String RETRY_AFTER = "Longshore-Retry-After";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,100}");
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    /** The message itself is at fault, not the route: 400, 413, 415, 422. */
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 415, 422);

    private final Map<String, String> environment;
    private final NetworkAccess network;
    private final InstantSource clock;
    private @Nullable OkHttpClient client;

    /** @param clock says what now is where a receiver names a time and not its own */
    HttpPoster(Map<String, String> environment, NetworkAccess network, InstantSource clock) {
        this.environment = environment;
        this.network = network;
        this.clock = clock;
    }

    /**
     * Posts once.
     *
     * @param url where to
     * @param token goes out as a bearer token, or empty
     */
    DeliveryResult post(SecretReference url, Optional<SecretReference> token, String json) {
        return send(url, "", token, RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON));
    }

    /** Posts a text once, to a path below the address. */
    DeliveryResult postText(SecretReference url, String path, String text) {
        return send(url, path, Optional.empty(), RequestBody.create(text.getBytes(StandardCharsets.UTF_8), TEXT));
    }

    private DeliveryResult send(
            SecretReference url, String path, Optional<SecretReference> token, RequestBody body) {
        try {
            var address = address(url, path);
            var request = new Request.Builder().url(address).post(body);
            var bearer = token.map(each -> each.read(environment));
            bearer.ifPresent(value -> request.header("Authorization", "Bearer " + value));
            return call(request.build(), bearer.orElse(""));
        } catch (FactException missing) {
            return DeliveryResult.Undelivered.of(missing.fact());
        } catch (IllegalArgumentException unusable) {
            // A token with characters that a header cannot have; the message would quote it.
            return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.RESOLVED_ADDRESS_INVALID));
        }
    }

    private HttpUrl address(SecretReference reference, String path) {
        var written = reference.read(environment);
        var address = RouteFields.addressFault("url", written).isEmpty() ? HttpUrl.parse(written) : null;
        if (address == null) {
            throw new FactException(Fact.of(NotifyFact.RESOLVED_ADDRESS_INVALID));
        }
        return path.isEmpty() ? address
                : address.newBuilder().encodedPath(address.encodedPath().replaceFirst("/+$", "") + path).build();
    }

    private DeliveryResult call(Request request, String token) {
        var host = host(request.url());
        try (var response = client().newCall(request).execute()) {
            return result(response, host, token);
        } catch (SSLException _) {
            return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.NOT_TRUSTED, host));
        } catch (SocketTimeoutException _) {
            return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.TOO_LATE, host));
        } catch (InterruptedIOException _) {
            return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.TOO_LATE, host));
        } catch (IOException _) {
            return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.UNREACHABLE, host));
        }
    }

    private static String host(HttpUrl url) {
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? url.host() : url.host() + ":" + url.port();
    }

    private DeliveryResult result(Response response, String host, String token) throws IOException {
        var code = response.code();
        if (response.isSuccessful()) {
            return new DeliveryResult.Delivered(Fact.of(NotifyFact.HTTP_ACCEPTED, host, code));
        }
        if (code == TOO_MANY || code == UNAVAILABLE) {
            var fact = code == TOO_MANY ? Fact.of(NotifyFact.HTTP_TOO_MANY, host)
                    : Fact.of(NotifyFact.HTTP_FAILED, host, code);
            return new DeliveryResult.Undelivered(fact, wait(response));
        }
        if (code >= 500) {
            return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.HTTP_FAILED, host, code));
        }
        var fact = Fact.of(NotifyFact.HTTP_REJECTED, host, code, quote(response, token));
        return REFUSALS.contains(code) ? new DeliveryResult.RefusedForGood(fact) : DeliveryResult.Undelivered.of(fact);
    }

    /** What the receiver says, without what it repeats of the address or the token. */
    private static String quote(Response response, String token) throws IOException {
        var url = response.request().url();
        var text = response.peekBody(LONGEST_REPLY).string();
        for (var secret : url.encodedPathSegments()) {
            text = secret.length() < 6 ? text : text.replace(secret, "•••");
        }
        text = url.encodedQuery() == null ? text : text.replace(url.encodedQuery(), "•••");
        text = token.isEmpty() ? text : text.replace(token, "•••");
        return MessageRedaction.of(text, LONGEST_QUOTE);
    }

    private Optional<Duration> wait(Response response) {
        var value = response.header(RETRY_AFTER, "");
        if (value != null && SECONDS.matcher(value.strip()).matches()) {
            // However many digits there are: who asks for ages wants to be left alone for as long as that is done.
            var seconds = new BigInteger(value.strip()).min(BigInteger.valueOf(LONGEST_WAIT.toSeconds()));
            return Optional.of(Duration.ofSeconds(seconds.longValue()));
        }
        var until = response.headers().getInstant(RETRY_AFTER);
        return Optional.ofNullable(until).map(each -> capped(Duration.between(now(response), each)));
    }

    private Instant now(Response response) {
        var date = response.headers().getInstant("Date");
        return date == null ? clock.instant() : date;
    }

    private static Duration capped(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** After a 503, OkHttp posts again where {@code Retry-After} is 0, and throws where it is no int. */
    private static Response once(Interceptor.Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        var retryAfter = response.header("Retry-After");
        return retryAfter == null ? response
                : response.newBuilder().removeHeader("Retry-After").header(RETRY_AFTER, retryAfter).build();
    }

    private synchronized OkHttpClient client() {
        if (client == null) {
            var builder = new OkHttpClient.Builder()
                    .proxySelector(network.proxies())
                    .socketFactory(network.sockets())
                    .followRedirects(false)
                    .retryOnConnectionFailure(false)
                    .addNetworkInterceptor(HttpPoster::once)
                    .connectTimeout(network.timeout())
                    .readTimeout(network.timeout())
                    .writeTimeout(network.timeout())
                    .callTimeout(network.timeout());
            network.trust().get().ifPresent(trust -> builder.sslSocketFactory(sockets(trust), trust));
            client = builder.build();
        }
        return client;
    }

    /** Sockets that trust whom {@code trust} trusts. */
    static SSLSocketFactory sockets(X509TrustManager trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS.", e);
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.dispatcher().cancelAll();
            client.connectionPool().evictAll();
        }
    }
}
