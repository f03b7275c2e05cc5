package dev.longshore.devops.http;

import dev.longshore.model.Secret;
import dev.longshore.model.UploadCredentials;
import dev.longshore.model.fact.ServiceFact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code uploadCredentials} in the shapes of the three clouds (Sideloader documentation). The {@code hint},
 * which repeats the secrets as shell commands, is left where it is.
 */
final class CredentialsReader {
    private static final int FINGERPRINT_BYTES = 6;

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
        var accessKeyId = keys.word("accessKeyID");
        var secretAccessKey = keys.word("secretAccessKey");
        var sessionToken = keys.word("sessionToken");
        if (accessKeyId != null && secretAccessKey != null && sessionToken != null) {
            return new UploadCredentials.Aws(
                    accessKeyId,
                    Secret.of(secretAccessKey),
                    Secret.of(sessionToken),
                    expiration,
                    fingerprint(accessKeyId, secretAccessKey, sessionToken));
        }
        var file = keys.word("file");
        if (file != null) {
            return new UploadCredentials.Google(Secret.of(file), expiration, fingerprint(file));
        }
        var url = keys.word("url");
        var signature = keys.word("urlSignature");
        if (url != null && signature != null) {
            return new UploadCredentials.Azure(
                    withoutQuery(url), Secret.of(signature), expiration, fingerprint(url, signature));
        }
        credentials.addOddity(ServiceFact.FIELD_INCOMPLETE_CREDENTIALS, "keys");
        return null;
    }

    /** The URL may carry its signature behind a question mark; that part is a secret and comes as the other key too. */
    private static String withoutQuery(String url) {
        var query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
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
