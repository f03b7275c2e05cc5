package dev.longshore.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user needs to upload snapshots to a migration's directory. Every status answer carries it; it lives in
 * memory only. Shapes per cloud from the Sideloader documentation.
 */
public sealed interface UploadCredentials {
    /** When they end, in UTC, or null where the service did not say. */
    @Nullable
    Instant expiration();

    /** A one-way short hash of the secret, to notice a rotation; never the value. */
    String fingerprint();

    /** AWS: a session, valid for about one hour. */
    record Aws(
            String accessKeyId,
            Secret secretAccessKey,
            Secret sessionToken,
            @Nullable Instant expiration,
            String fingerprint)
            implements
                UploadCredentials {}

    /** Google Cloud: a service account's key file, base64. */
    record Google(Secret file, @Nullable Instant expiration, String fingerprint) implements UploadCredentials {}

    /** Azure: the container's URL, without the SAS token that may come behind it, and that token. */
    record Azure(String url, Secret urlSignature, @Nullable Instant expiration, String fingerprint)
            implements
                UploadCredentials {}
}
