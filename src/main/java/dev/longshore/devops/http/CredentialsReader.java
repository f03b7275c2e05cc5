package dev.longshore.devops.http;

import dev.longshore.model.Secret;
import dev.longshore.model.UploadCredentials;
import dev.longshore.model.fact.ServiceFact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code uploadCredentials} in the shapes of the three clouds (Sideloader documentation). The {@code hint},
 * which repeats the secrets as shell commands, is left where it is.
 */
final class CredentialsReader {
    private static final int FINGERPRINT_BYTES = 6;
    private static final int LONGEST = 64 << 10;

    private CredentialsReader() {}

    static @Nullable UploadCredentials read(JsonFields answer) {
        var credentials = answer.object("uploadCredentials");
        if (credentials == null) {
            return null;
        }
        var expiration = credentials.time("credentialExpiration");
        var keys = credentials.object("keys");
        return keys == null || keys.isEmpty() ? null : read(credentials, keys, expiration);
    }

    private static @Nullable UploadCredentials read(JsonFields credentials, JsonFields keys,
            @Nullable Instant expiration) {
        keys.hideSecrets();
        var before = credentials.oddities().size();
        var found = Stream.<Supplier<@Nullable UploadCredentials>>of(
                () -> aws(keys, expiration), () -> google(keys, expiration), () -> azure(keys, expiration))
                .map(Supplier::get).filter(Objects::nonNull).findFirst().orElse(null);
        if (found == null && credentials.oddities().size() == before) {
            credentials.addOddity(ServiceFact.FIELD_INCOMPLETE_CREDENTIALS, "keys");
        }
        return found;
    }

    private static @Nullable UploadCredentials aws(JsonFields keys, @Nullable Instant expiration) {
        var accessKeyId = keys.exact("accessKeyID", LONGEST);
        var secretAccessKey = keys.exact("secretAccessKey", LONGEST);
        var sessionToken = keys.exact("sessionToken", LONGEST);
        return accessKeyId == null || secretAccessKey == null || sessionToken == null
                ? null
                : new UploadCredentials.Aws(
                        accessKeyId, Secret.of(secretAccessKey), Secret.of(sessionToken), expiration,
                        fingerprint(accessKeyId, secretAccessKey, sessionToken));
    }

    /** Base64 may be broken into lines; a shell needs it in one. */
    private static @Nullable UploadCredentials google(JsonFields keys, @Nullable Instant expiration) {
        var file = keys.base64("file", LONGEST);
        return file == null ? null : new UploadCredentials.Google(Secret.of(file), expiration, fingerprint(file));
    }

    /** The signature comes as a key of its own, or as the query of the URL, each with a question mark before it or not. */
    private static @Nullable UploadCredentials azure(JsonFields keys, @Nullable Instant expiration) {
        var whole = keys.exact("url", LONGEST);
        if (whole == null) {
            return null;
        }
        var query = whole.indexOf('?');
        var url = query < 0 ? whole : whole.substring(0, query);
        var own = keys.exact("urlSignature", LONGEST);
        var signature = withoutMark(own != null ? own : whole.substring(url.length()));
        if (signature.isBlank() || !url.startsWith("https://")) {
            return null;
        }
        return new UploadCredentials.Azure(url, Secret.of(signature), expiration, fingerprint(url, signature));
    }

    private static String withoutMark(String signature) {
        return signature.strip().replaceFirst("^[?&]+", "");
    }

    private static String fingerprint(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
