package dev.longshore.model.fact;

import java.time.Instant;

/**
 * How far a moment is from now, as a figure of a {@link Fact}: worded anew each time it is read, as "in 9 h" or "3 h ago",
 * so that the fact stays the same while time goes on.
 *
 * @param to the moment, in UTC
 */
public record Distance(Instant to) {}
