package dev.longshore.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last good value of each field of a migration, each with its own age: an answer that leaves a field out does not
 * erase what an earlier one said.
 *
 * @param observedAt when the newest good answer arrived, in UTC
 * @param status the newest status word, known or not
 * @param since when that word was first seen in a row, in UTC: it began then at the latest
 * @param lastInOtherStatus when another word was last seen, in UTC: it began after that; null where none ever was
 * @param lastKnownStatus the newest status word with a known meaning, or null while there was none
 * @param progress newest progress text, or null
 * @param expectedCleanupTime newest cleanup time, or null
 * @param uploadBucketDir newest directory, or null
 * @param credentialExpiration newest end of the upload credentials, or null
 */
public record LastKnown(
        Instant observedAt,
        Status status,
        Instant since,
        @Nullable Instant lastInOtherStatus,
        @Nullable Timed<Status> lastKnownStatus,
        @Nullable Timed<Progress> progress,
        @Nullable Timed<Instant> expectedCleanupTime,
        @Nullable Timed<String> uploadBucketDir,
        @Nullable Timed<Instant> credentialExpiration) {
    /** What is known after the first observation. */
    public static LastKnown first(Observation observation) {
        return new LastKnown(
                observation.at(), observation.status(), observation.at(), null, null, null, null, null, null)
                .updatedBy(observation);
    }

    /** What is known after one more observation. */
    public LastKnown updatedBy(Observation now) {
        var at = now.at();
        var isTheSame = now.status().equals(status);
        return new LastKnown(
                at,
                now.status(),
                isTheSame ? since : at,
                isTheSame ? lastInOtherStatus : observedAt,
                newer(now.status() instanceof Status.KnownStatus knownStatus ? knownStatus : null, at, lastKnownStatus),
                newer(now.progress(), at, progress),
                newer(now.expectedCleanupTime(), at, expectedCleanupTime),
                newer(now.uploadBucketDir(), at, uploadBucketDir),
                newer(now.credentialExpiration(), at, credentialExpiration));
    }

    /**
     * The same, but since when the status holds as another program knows it better: one that has seen another status between,
     * or has corrected this very observation.
     */
    public LastKnown correctedBy(LastKnown other) {
        return other.status.equals(status) && !other.since.isAfter(observedAt)
                && (other.since.isAfter(since) || other.observedAt.equals(observedAt))
                        ? new LastKnown(
                                observedAt, status, other.since, other.lastInOtherStatus, lastKnownStatus, progress,
                                expectedCleanupTime, uploadBucketDir, credentialExpiration)
                        : this;
    }

    /** When the status word that was seen last began. */
    public StatusChange statusChange() {
        return new StatusChange(lastInOtherStatus, since);
    }

    private static <T> @Nullable Timed<T> newer(@Nullable T value, Instant at, @Nullable Timed<T> before) {
        return value == null ? before : new Timed<>(value, at);
    }
}
