package dev.longshore.devops;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and how fast a call was answered.
 *
 * @param sentAt when the (last) request left, by our clock, in UTC
 * @param receivedAt when the answer was read, or its absence certain, by our clock, in UTC
 * @param serviceDate the answer's {@code Date} header, in UTC and whole seconds, or null where there was none
 * @param took how long the answer took in real time, whatever our clock does meanwhile
 */
public record Receipt(Instant sentAt, Instant receivedAt, @Nullable Instant serviceDate, Duration took) {}
