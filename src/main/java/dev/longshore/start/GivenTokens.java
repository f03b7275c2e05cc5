package dev.longshore.start;

import dev.longshore.model.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Remembers for which endpoint a token of the environment was given, so that it goes to no other one. What is kept is a
 * hash of endpoint and token, salted anew each time; the token cannot be found from it.
 */
public final class GivenTokens {
    private static final String KEY = "token.given.";
    private static final int SALT_BYTES = 16;

    private final Function<String, Optional<String>> find;
    private final BiConsumer<String, String> save;

    /**
     * Over kept texts.
     *
     * @param find the text that is kept under a key
     * @param save keeps a text under a key
     */
    public GivenTokens(Function<String, Optional<String>> find, BiConsumer<String, String> save) {
        this.find = find;
        this.save = save;
    }

    /** Remembers that {@code token} was given for {@code endpoint}. */
    void given(URI endpoint, Secret token) {
        if (!wasGiven(endpoint, token)) {
            var salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            save.accept(key(endpoint), HexFormat.of().formatHex(salt) + ":" + hash(salt, endpoint, token));
        }
    }

    /** True when this very token was given for this very endpoint before. */
    boolean wasGiven(URI endpoint, Secret token) {
        var kept = find.apply(key(endpoint)).orElse("").split(":", 2);
        try {
            return kept.length == 2 && MessageDigest.isEqual(
                    hash(HexFormat.of().parseHex(kept[0]), endpoint, token).getBytes(StandardCharsets.US_ASCII),
                    kept[1].getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException _) {
            // Somebody changed the kept text: nothing is known of a token then.
            return false;
        }
    }

    private static String key(URI endpoint) {
        return KEY + endpoint;
    }

    private static String hash(byte[] salt, URI endpoint, Secret token) {
        var characters = token.reveal();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            digest.update((endpoint + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(new String(characters).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
