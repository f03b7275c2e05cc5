package dev.longshore.watch;

import dev.longshore.model.Alert;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why the newest call brought nothing new: what is shown beside it is the last good value.
 *
 * @param fact what is wrong and what it means, for the user
 * @param since when the first call of this row of failures failed, in UTC
 * @param count how many calls in a row have failed
 */
public record Problem(Fact fact, Instant since, int count) {
    /** A call that failed and was repeated is no news. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What a user should know about it once it has lasted for a while; {@code now} by our clock, in UTC. */
    public Optional<Alert> alert(Instant now) {
        return Optional.of(new Alert(Alert.Kind.NOT_ANSWERED, Alert.Severity.SOON, since, fact))
                .filter(_ -> Duration.between(since, now).compareTo(PATIENCE) >= 0);
    }

    /** The problem after one more failure in a row. */
    public static Problem repeated(@Nullable Problem before, Fact fact, Instant now) {
        return before == null
                ? new Problem(fact, now, 1)
                : new Problem(fact, before.since(), before.count() + 1);
    }
}
