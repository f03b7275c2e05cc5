package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import java.time.Instant;
import java.util.List;
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
    public MigrationStatus {
        oddities = List.copyOf(oddities);
    }
}
