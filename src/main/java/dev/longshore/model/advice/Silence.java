package dev.longshore.model.advice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The service has not answered for too long, so what is known of a migration is old.
 *
 * @param since when its last good answer arrived, in UTC
 * @param retryAt when it is asked about again, in UTC, or null while it is not
 */
public record Silence(Instant since, @Nullable Instant retryAt) {}
