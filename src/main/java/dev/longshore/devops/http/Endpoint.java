package dev.longshore.devops.http;

import dev.longshore.devops.ApiRequest;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A checked base URL: https, or http to a loopback address, without user, query and fragment.
 *
 * @param uri as the person wrote it
 * @param base the same as OkHttp understands it, which is what is connected to
 */
record Endpoint(URI uri, HttpUrl base) {
    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|::1|127(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");

    /** @throws FactException when {@code uri} is none */
    static Endpoint of(URI uri) {
        var base = HttpUrl.parse(uri.toASCIIString());
        if (base == null || uri.getRawAuthority() == null) {
            throw new FactException(Fact.of(ServiceFact.ENDPOINT_NOT_URL));
        }
        var flaw = flaw(uri, base);
        if (flaw != null) {
            throw new FactException(Fact.of(flaw));
        }
        return new Endpoint(uri, base);
    }

    private static @Nullable ServiceFact flaw(URI uri, HttpUrl base) {
        if (uri.getRawAuthority().contains("@")) {
            return ServiceFact.ENDPOINT_WITH_LOGIN;
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return ServiceFact.ENDPOINT_WITH_QUERY;
        }
        if (uri.getRawPath().replaceFirst("/+$", "").contains("//")) {
            return ServiceFact.ENDPOINT_WITH_EMPTY_PART;
        }
        return base.isHttps() || isLoopback(base) ? null : ServiceFact.ENDPOINT_NOT_HTTPS;
    }

    /** True when nothing sent there leaves this computer. */
    boolean isLoopback() {
        return isLoopback(base);
    }

    private static boolean isLoopback(HttpUrl url) {
        return LOOPBACK.matcher(url.host()).matches();
    }

    HttpUrl url(ApiRequest request) {
        return HttpUrl.get(request.at(uri).toString());
    }

    /** The URL a redirect leads to when it stays at this very scheme, host and port, else null. */
    @Nullable
    HttpUrl within(HttpUrl from, String location) {
        var target = from.resolve(location);
        return target != null
                && target.scheme().equals(base.scheme())
                && target.host().equals(base.host())
                && target.port() == base.port()
                && target.encodedUsername().isEmpty()
                && target.encodedPassword().isEmpty()
                        ? target
                        : null;
    }

    /** Scheme, host and port, for a text. */
    String origin() {
        return base.newBuilder().encodedPath("/").build().toString().replaceFirst("/$", "");
    }
}
