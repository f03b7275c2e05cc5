package dev.longshore.watch;

import java.time.Instant;

/**
 * Why the newest call brought nothing new: what is shown beside it is the last good value.
 *
 * @param sentence what is wrong and what it means, for the person
 * @param since when the first call of this row of failures failed, in UTC
 * @param count how many calls in a row have failed
 */
public record Problem(String sentence, Instant since, int count) {}
