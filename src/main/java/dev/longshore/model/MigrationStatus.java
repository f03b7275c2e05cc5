package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the service about one migration ({@code MigrationStatus} in the DevOps API). Whatever the service left
 * out, sent as null or in a form that cannot be read is null here; what could not be read is told in {@code oddities}.
 *
 * @param ref which migration it is about
 * @param status its status word; an answer without one is no answer and never becomes a {@code MigrationStatus}
 * @param progress {@code progressInfo}, or null
 * @param uploadBucketDir the directory to upload to, ends in a slash; null or empty before it is made
 * @param credentials {@code uploadCredentials}, or null while there are none
 * @param expectedCleanupTime when the automatic or scheduled cleanup is due, in UTC, or null
 * @param concurrency number of concurrent import jobs (OpenAPI document only), or null
 * @param targetSubsetSizeGb size of an import subset in GB (OpenAPI document only), or null
 * @param oddities facts about fields that were there but could not be read; never a secret
 */
public record MigrationStatus(
        MigrationRef ref,
        Status status,
        @Nullable Progress progress,
        @Nullable String uploadBucketDir,
        @Nullable UploadCredentials credentials,
        @Nullable Instant expectedCleanupTime,
        @Nullable Integer concurrency,
        @Nullable Double targetSubsetSizeGb,
        List<Fact> oddities) {
    /** No directory of the service is longer. */
    public static final int LONGEST_DIRECTORY = 2_048;

    private static final Pattern BUCKET = Pattern.compile(
            "(?:s3|gs)://[A-Za-z0-9][A-Za-z0-9._-]*(?:/.*)?|https://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?/.*");

    public MigrationStatus {
        oddities = List.copyOf(oddities);
    }

    /**
     * True where {@code text} can be an upload directory: empty before there is one, else below a bucket of one of the
     * three clouds, without a query. Never a path of this computer, an option of a command, or one with control characters.
     */
    public static boolean isUploadDirectory(String text) {
        return text.isEmpty() || (text.length() <= LONGEST_DIRECTORY && BUCKET.matcher(text).matches()
                && !(text + "/").contains("/../") && !text.contains("?") && !ForeignText.hasControls(text));
    }
}
