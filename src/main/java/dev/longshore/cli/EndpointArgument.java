package dev.longshore.cli;

import dev.longshore.model.Secret;
import dev.longshore.model.fact.StartFact;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The endpoint of {@code --connect} and the token for it. */
final class EndpointArgument {

    private static final Pattern LOOPBACK = Pattern
            .compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    private EndpointArgument() {}

    static Arguments.ConnectOption connectTo(String url, Map<String, String> environment)
            throws InvalidArgumentsException {
        return new Arguments.ConnectOption(endpoint(url), token(environment));
    }

    private static URI endpoint(String url) throws InvalidArgumentsException {
        var endpoint = uri(url);
        var scheme = endpoint.getScheme().toLowerCase(Locale.ROOT);
        var host = endpoint.getHost().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
            throw new InvalidArgumentsException(StartFact.CONNECT_NEEDS_HTTPS, host);
        }
        return endpoint;
    }

    // Does not repeat the URL: a person may have put a password into it.
    private static URI uri(String url) throws InvalidArgumentsException {
        try {
            var uri = new URI(url.strip().replaceFirst("/+$", ""));
            if (isHttp(uri) && hasAddress(uri) && hasNothingAfterThePath(uri)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, as for a URL of another kind.
        }
        throw new InvalidArgumentsException(StartFact.CONNECT_NEEDS_URL);
    }

    private static boolean isHttp(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean hasAddress(URI uri) {
        return uri.getHost() != null && uri.getPort() <= NumberArgument.HIGHEST_PORT && uri.getPort() != 0;
    }

    private static boolean hasNothingAfterThePath(URI uri) {
        return uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
    }

    private static Secret token(Map<String, String> environment) throws InvalidArgumentsException {
        var token = environment.getOrDefault(Arguments.TOKEN_VARIABLE, "").strip();
        if (token.isEmpty()) {
            throw new InvalidArgumentsException(StartFact.TOKEN_NOT_SET);
        }
        if (!TOKEN.matcher(token).matches()) {
            throw new InvalidArgumentsException(StartFact.TOKEN_MALFORMED);
        }
        return Secret.of(token);
    }
}
