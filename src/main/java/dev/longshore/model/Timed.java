package dev.longshore.model;

import java.time.Instant;

/**
 * A figure and when it was observed: nothing is shown without its age.
 *
 * @param value the figure
 * @param at when the answer that carried it arrived, in UTC
 */
public record Timed<T>(T value, Instant at) {}
