package dev.longshore.devops;

import java.net.URI;

/**
 * A request as a curl command for a POSIX shell, made from the same {@link ApiRequest} as the call itself. The token
 * is the shell variable {@code $token}; it is never in the text.
 */
public final class CurlCommand {
    private CurlCommand() {}

    /** One line, without a line end. */
    public static String of(URI endpoint, ApiRequest request) {
        return "curl -sS -X %s -H \"Authorization: Bearer $token\" -H 'Accept: application/json' %s"
                .formatted(request.method(), quoted(request.at(endpoint).toString()));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
