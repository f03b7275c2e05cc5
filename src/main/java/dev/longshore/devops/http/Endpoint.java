package dev.longshore.devops.http;

import dev.longshore.devops.ApiRequest;
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

    /** @throws IllegalArgumentException with a sentence for the person */
    static Endpoint of(URI uri) {
        var base = HttpUrl.parse(uri.toASCIIString());
        if (base == null || uri.getRawAuthority() == null) {
            throw new IllegalArgumentException(
                    "The endpoint is no web address; it has to look like https://api.astra.datastax.com.");
        }
        var flaw = flaw(uri, base);
        if (flaw != null) {
            throw new IllegalArgumentException(flaw);
        }
        return new Endpoint(uri, base);
    }

    private static @Nullable String flaw(URI uri, HttpUrl base) {
        if (uri.getRawAuthority().contains("@")) {
            return "The endpoint must not hold a user name or password; the token is entered apart from it.";
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return "The endpoint must end with its path: no question mark and no number sign.";
        }
        if (uri.getRawPath().replaceFirst("/+$", "").contains("//")) {
            return "The endpoint's path has an empty part (//).";
        }
        return base.isHttps() || isLoopback(base)
                ? null
                : "The endpoint must begin with https://, as the token would travel readable by all;"
                        + " http:// is for a loopback address (localhost, 127.0.0.1, [::1]) only.";
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
