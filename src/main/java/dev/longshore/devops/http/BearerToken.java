package dev.longshore.devops.http;

import dev.longshore.model.ApplicationToken;
import dev.longshore.model.Secret;
import java.util.Arrays;
import java.util.Optional;

/** The token of one API: a copy that ends with it, and the header made of it. */
final class BearerToken implements AutoCloseable {
    private final Secret token;

    BearerToken(Secret token) {
        this.token = token.copy();
    }

    /** The value of {@code Authorization}, or empty where it is no application token. */
    Optional<String> header() {
        var characters = token.reveal();
        try {
            return ApplicationToken.isOne(characters) ? Optional.of("Bearer " + new String(characters))
                    : Optional.empty();
        } finally {
            Arrays.fill(characters, '\0');
        }
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
