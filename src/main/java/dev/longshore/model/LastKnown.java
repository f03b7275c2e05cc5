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
 * @param otherwise when another word was last seen, in UTC: it began after that; null where none ever was
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
        @Nullable Instant otherwise,
        @Nullable Observed<Status> recognised,
        @Nullable Observed<Progress> progress,
        @Nullable Observed<Instant> expectedCleanupTime,
        @Nullable Observed<String> uploadBucketDir,
        @Nullable Observed<Instant> credentialExpiration) {
    /** What is known after the first observation. */
    public static LastKnown first(Observation observation) {
        return new LastKnown(
                observation.at(), observation.status(), observation.at(), null, null, null, null, null, null)
                .and(observation);
    }

    /** What is known after one more observation. */
    public LastKnown and(Observation now) {
        var at = now.at();
        var isTheSame = now.status().equals(status);
        return new LastKnown(
                at,
                now.status(),
                isTheSame ? since : at,
                isTheSame ? otherwise : observedAt,
                newer(now.status() instanceof Status.Known known ? known : null, at, recognised),
                newer(now.progress(), at, progress),
                newer(now.expectedCleanupTime(), at, expectedCleanupTime),
                newer(now.uploadBucketDir(), at, uploadBucketDir),
                newer(now.credentialExpiration(), at, credentialExpiration));
    }

    /** When the status word that was seen last began. */
    public Turn began() {
        return new Turn(otherwise, since);
    }

    private static <T> @Nullable Observed<T> newer(@Nullable T value, Instant at, @Nullable Observed<T> before) {
        return value == null ? before : new Observed<>(value, at);
    }
}
