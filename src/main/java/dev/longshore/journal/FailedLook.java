package dev.longshore.journal;

import dev.longshore.model.MigrationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question about a migration that brought no good answer. All times are in UTC.
 *
 * @param key about which
 * @param desk which program asked; empty for this one
 * @param at when that was known
 * @param failures how many in a row, whichever program of the team asked
 * @param askedAgainAt when the team asks again
 * @param failingSince since when that program got no good answer over the connection; null where the connection is well
 * @param heldUntil until when the connection is left alone; null where it is not
 * @param rejections how often in a row the service has rejected a token of the team or its role
 */
public record FailedLook(
        MigrationKey key, String desk, Instant at, int failures, Instant askedAgainAt, @Nullable Instant failingSince,
        @Nullable Instant heldUntil, int rejections) {}
