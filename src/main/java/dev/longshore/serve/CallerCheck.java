package dev.longshore.serve;

import com.sun.net.httpserver.HttpExchange;
import dev.longshore.model.Secret;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask. A page in a browser may not, whatever it is from: it sends {@code Origin}, or comes by a name that was made
 * to lead to this computer, which {@code Host} then says. With a token any {@code Host} is good, as a proxy may stand
 * in front.
 */
final class CallerCheck {
    static final int NO_TOKEN = 401;
    private static final String SCHEME = "bearer ";

    private final InetSocketAddress own;
    private final Optional<Secret> token;

    /** @param token what a caller has to show; empty where everybody on this computer may ask */
    CallerCheck(InetSocketAddress own, Optional<Secret> token) {
        this.own = own;
        this.token = token;
    }

    /** Why a caller is not answered. */
    record Refusal(int code, String why) {}

    /** Empty where the caller may ask. */
    Optional<Refusal> refusal(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var ofMethod = refusalOfMethod(exchange);
        if (ofMethod.isPresent()) {
            return ofMethod;
        }
        if (token.isPresent()) {
            return Optional.ofNullable(headers.get("Authorization")).filter(this::shows).isPresent()
                    ? Optional.empty() : refusal(NO_TOKEN, "A bearer token is needed.");
        }
        return isOwnName(headers.getOrDefault("Host", List.of())) ? Optional.empty()
                : refusal(403, "This host name is not answered.");
    }

    /** Empty where the caller may ask for what is protected by an address that nobody can guess. */
    Optional<Refusal> refusalOfMethod(HttpExchange exchange) {
        if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            return refusal(405, "Only GET is answered.");
        }
        return exchange.getRequestHeaders().containsKey("Origin")
                ? refusal(403, "Pages of a browser are not answered.")
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(int code, String why) {
        return Optional.of(new Refusal(code, why));
    }

    private boolean isOwnName(List<String> hosts) {
        if (hosts.size() != 1) {
            return false;
        }
        var host = hosts.getFirst().toLowerCase(Locale.ROOT);
        var suffix = ":" + own.getPort();
        var name = host.endsWith(suffix) ? host.substring(0, host.length() - suffix.length()) : host;
        return List.of("localhost", "127.0.0.1", "[::1]", own.getAddress().getHostAddress()).contains(name);
    }

    private boolean shows(List<String> authorization) {
        return authorization.size() == 1
                && authorization.getFirst().toLowerCase(Locale.ROOT).startsWith(SCHEME)
                && isToken(authorization.getFirst().substring(SCHEME.length()).strip());
    }

    /** Takes as long for a wrong token as for the right one. */
    private boolean isToken(String shown) {
        var expected = new String(token.orElseThrow().reveal());
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
