package dev.longshore.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last good value of each field of a migration, each with its own age: an answer that leaves a field out does not
 * erase what an earlier one said.
 *
 * @param observedAt when the newest good answer arrived, in UTC
 * @param status the newest status word, known or not
 * @param since when that word was first seen in a row, in UTC; the change itself may be older by a polling interval
 * @param recognised the newest status word with a known meaning, or null while there was none
 * @param progress newest progress text, or null
 * @param expectedCleanupTime newest cleanup time, or null
 * @param uploadBucketDir newest directory, or null
 * @param credentialExpiration newest end of the upload credentials, or null
 */
public record LastKnown(
        Instant observedAt,
        Status status,
        Instant since,
        @Nullable Observed<Status> recognised,
        @Nullable Observed<Progress> progress,
        @Nullable Observed<Instant> expectedCleanupTime,
        @Nullable Observed<String> uploadBucketDir,
        @Nullable Observed<Instant> credentialExpiration) {
    /** What is known after the first observation. */
    public static LastKnown first(Observation observation) {
        return merge(null, observation);
    }

    /** What is known after one more observation. */
    public LastKnown and(Observation observation) {
        return merge(this, observation);
    }

    private static LastKnown merge(@Nullable LastKnown before, Observation now) {
        var at = now.at();
        var sameWord = before != null && before.status.equals(now.status());
        return new LastKnown(
                at,
                now.status(),
                sameWord ? before.since : at,
                newer(now.status() instanceof Status.Known ? now.status() : null, at, before == null ? null : before.recognised),
                newer(now.progress(), at, before == null ? null : before.progress),
                newer(now.expectedCleanupTime(), at, before == null ? null : before.expectedCleanupTime),
                newer(now.uploadBucketDir(), at, before == null ? null : before.uploadBucketDir),
                newer(now.credentialExpiration(), at, before == null ? null : before.credentialExpiration));
    }

    private static <T> @Nullable Observed<T> newer(@Nullable T value, Instant at, @Nullable Observed<T> before) {
        return value == null ? before : new Observed<>(value, at);
    }
}
