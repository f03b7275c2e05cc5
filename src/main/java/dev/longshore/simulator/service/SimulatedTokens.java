package dev.longshore.simulator.service;

import dev.longshore.simulator.http.ApiRejection;
import org.jspecify.annotations.Nullable;

/** The two tokens the simulator knows. */
public record SimulatedTokens(String full, String viewOnly) {

    private static final String SCHEME = "Bearer ";

    public static SimulatedTokens of(long seed) {
        RandomText text = new RandomText(seed ^ 0x5DEECE66DL);
        return new SimulatedTokens(token(text), token(text));
    }

    /** Refuses a call that comes without a known token, and one that changes something with view rights only. */
    public void authorize(@Nullable String authorization, boolean changes) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ApiRejection.missingToken();
        }
        String token = authorization.substring(SCHEME.length()).strip();
        if (!token.equals(full) && !token.equals(viewOnly)) {
            throw rejected(token);
        }
        if (changes && token.equals(viewOnly)) {
            throw ApiRejection.forbidden();
        }
    }

    private static ApiRejection rejected(String token) {
        if (token.isEmpty()) {
            return ApiRejection.missingToken();
        }
        if (!token.startsWith("AstraCS:")) {
            return ApiRejection.invalidToken();
        }
        return token.matches("AstraCS:[^:]+:[^:]+") ? ApiRejection.unknownToken() : ApiRejection.malformedToken();
    }

    private static String token(RandomText text) {
        return "AstraCS:" + text.letters(24) + ":" + text.hex(64);
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "Tokens";
    }
}
