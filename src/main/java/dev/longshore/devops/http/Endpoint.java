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
 * A checked base URL: https, or http to a loopback address, without user, query and fragment. What is connected to is
 * what OkHttp reads, so nobody else reads an address.
 *
 * @param uri the address as it is read: its host in lower-case ASCII, no slash at its end
 * @param base the same for OkHttp
 */
record Endpoint(URI uri, HttpUrl base) {
    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|::1|127(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");
    // OkHttp takes several more forms for one address, such as other slashes, as browsers do.
    private static final Pattern FORM = Pattern.compile("(?i)https?://(?<authority>[^/?#\\\\\\s]+)[^\\\\\\s]*");
    private static final Pattern PLAIN_HOST = Pattern.compile("[\\x21-\\x7e&&[^%]]+");

    /**
     * Reads an address as it was typed.
     *
     * @throws FactException when it is none; it does not repeat the address, as there may be a password in it
     */
    static Endpoint of(String typed) {
        var text = typed.strip();
        var form = FORM.matcher(text);
        var base = form.matches() ? HttpUrl.parse(text) : null;
        if (base == null) {
            throw new FactException(Fact.of(ServiceFact.ENDPOINT_NOT_URL));
        }
        var flaw = flaw(form.group("authority"), base);
        if (flaw != null) {
            throw new FactException(flaw);
        }
        return new Endpoint(URI.create(base.uri().toString().replaceFirst("/+$", "")), base);
    }

    private static @Nullable Fact flaw(String authority, HttpUrl base) {
        if (authority.contains("@")) {
            return Fact.of(ServiceFact.ENDPOINT_WITH_LOGIN);
        }
        if (base.encodedQuery() != null || base.encodedFragment() != null) {
            return Fact.of(ServiceFact.ENDPOINT_WITH_QUERY);
        }
        if (base.encodedPath().replaceFirst("/+$", "").contains("//")) {
            return Fact.of(ServiceFact.ENDPOINT_WITH_EMPTY_PART);
        }
        if (!base.isHttps() && !isLoopback(base)) {
            return Fact.of(ServiceFact.ENDPOINT_NOT_HTTPS);
        }
        return PLAIN_HOST.matcher(authority).matches()
                ? null
                : Fact.of(ServiceFact.ENDPOINT_HOST_ENCODED, base.host());
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
