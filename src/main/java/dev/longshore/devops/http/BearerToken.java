package dev.longshore.devops.http;

import dev.longshore.model.Secret;
import java.util.Arrays;
import java.util.Optional;

/** The token of one API: a copy that ends with it, and the header made of it. */
final class BearerToken implements AutoCloseable {
    private final Secret token;

    BearerToken(Secret token) {
        this.token = token.copy();
    }

    /** The value of {@code Authorization}, or empty where the token holds what no header can carry. */
    Optional<String> header() {
        var characters = token.reveal();
        try {
            return isToken(characters) ? Optional.of("Bearer " + new String(characters)) : Optional.empty();
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private boolean isToken(char[] characters) {
        for (char each : characters) {
            if (each <= ' ' || each > '~') {
                return false;
            }
        }
        return characters.length > 0;
    }

    /** {@code text} with a mark wherever the token was. */
    String redacted(String text) {
        var characters = token.reveal();
        try {
            return token.isEmpty() ? text : text.replace(new String(characters), token.toString());
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    @Override
    public void close() {
        token.close();
    }
}
