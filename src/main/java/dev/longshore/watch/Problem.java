package dev.longshore.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why the newest call brought nothing new: what is shown beside it is the last good value.
 *
 * @param sentence what is wrong and what it means, for the person
 * @param since when the first call of this row of failures failed, in UTC
 * @param count how many calls in a row have failed
 */
public record Problem(String sentence, Instant since, int count) {
    /** The problem after one more failure in a row. */
    static Problem oneMore(@Nullable Problem before, String sentence, Instant now) {
        return before == null
                ? new Problem(sentence, now, 1)
                : new Problem(sentence, before.since(), before.count() + 1);
    }
}
