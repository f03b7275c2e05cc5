package dev.longshore.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one answer of the service said about a migration, in the form in which it is kept: without credentials.
 *
 * @param key which migration
 * @param at when the answer arrived, in UTC
 * @param status the status word
 * @param progress the progress text, or null where the answer had none
 * @param expectedCleanupTime when the cleanup is due, in UTC, or null where the answer did not say
 * @param uploadBucketDir the directory to upload to, or null where the answer did not say
 * @param credentialExpiration when the upload credentials end, in UTC, or null where the answer did not say
 * @param credentialFingerprint a one-way short hash that changes with the credentials, or null
 */
public record Observation(
        MigrationKey key,
        Instant at,
        Status status,
        @Nullable Progress progress,
        @Nullable Instant expectedCleanupTime,
        @Nullable String uploadBucketDir,
        @Nullable Instant credentialExpiration,
        @Nullable String credentialFingerprint) {
    /** By how much two figures of the service for one cleanup time may differ. */
    public static final Duration SAME_CLEANUP_TIME = Duration.ofMinutes(1);

    /** The part of {@code answer} that is kept. */
    public static Observation of(MigrationKey key, Instant at, MigrationStatus answer) {
        var credentials = answer.credentials();
        return new Observation(
                key,
                at,
                answer.status(),
                answer.progress(),
                answer.expectedCleanupTime(),
                answer.uploadBucketDir(),
                credentials == null ? null : credentials.expiration(),
                credentials == null ? null : credentials.fingerprint());
    }

    /** True when {@code other} says the same of the same migration, at whatever time. */
    public boolean saysTheSameAs(Observation other) {
        return equals(other.at(at));
    }

    /** True when two times at which the cleanup is due are so far apart that it was moved. */
    public static boolean isMoved(Instant before, Instant after) {
        return Duration.between(before, after).abs().compareTo(SAME_CLEANUP_TIME) > 0;
    }

    /** The same, as it was said at another time, in UTC. */
    public Observation at(Instant time) {
        return new Observation(
                key,
                time,
                status,
                progress,
                expectedCleanupTime,
                uploadBucketDir,
                credentialExpiration,
                credentialFingerprint);
    }
}
