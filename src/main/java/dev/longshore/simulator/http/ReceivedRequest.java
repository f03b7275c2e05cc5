package dev.longshore.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was received.
 *
 * @param path the path, still encoded
 * @param query what follows the question mark, still encoded; empty when there is none
 * @param headers by name in small letters
 */
public record ReceivedRequest(String method, String path, String query, Map<String, String> headers, String body) {

    static ReceivedRequest of(String method, String target, Map<String, String> headers, String body) {
        String local = withoutOrigin(target);
        int mark = local.indexOf('?');
        String path = mark < 0 ? local : local.substring(0, mark);
        String query = mark < 0 ? "" : local.substring(mark + 1);
        return new ReceivedRequest(method, path, query, Map.copyOf(headers), body);
    }

    @Nullable
    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The parameters of the query, decoded; the last one counts where a name comes twice. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** Path and query as they stood in the request line. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Whether the connection ends with the answer; after HEAD too, as every answer is written with its body. */
    boolean endsConnection() {
        return method.equals("HEAD") || "close".equalsIgnoreCase(headers.get("connection"));
    }

    /** A client that takes this server for a proxy names the host in the request line too. */
    private static String withoutOrigin(String target) {
        if (!target.startsWith("http://")) {
            return target;
        }
        int slash = target.indexOf('/', "http://".length());
        return slash < 0 ? "/" : target.substring(slash);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Leaves out headers and body: the token is in one, secrets might be in the other. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
