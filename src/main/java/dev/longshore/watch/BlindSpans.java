package dev.longshore.watch;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import java.time.Duration;
import java.util.Optional;

/** A silence longer than the planned interval explains is a time in which nobody watched. */
final class BlindSpans {
    private static final Duration SLACK = Duration.ofMinutes(1);

    private BlindSpans() {}

    /** The one that ends with {@code observation}, if there was one; called under the lock, before it is taken in. */
    static Optional<BlindSpan> before(Entry entry, Observation observation) {
        return Optional.ofNullable(entry.lastKnown)
                .filter(last -> !isFinal(last))
                .filter(last -> Duration.between(last.observedAt(), observation.at()).compareTo(usual(entry)) > 0)
                .map(last -> new BlindSpan(entry.key(), last.observedAt(), observation.at(), cause(entry)));
    }

    /** One question that failed and was repeated makes nobody blind; what is closed is not watched, and need not be. */
    private static Duration usual(Entry entry) {
        return entry.calm.multipliedBy(2).plus(SLACK);
    }

    private static boolean isFinal(LastKnown known) {
        return known.status().is(Phase.CLOSED);
    }

    private static BlindSpan.Cause cause(Entry entry) {
        if (!entry.observedInThisRun) {
            return BlindSpan.Cause.CLOSED;
        }
        return entry.slept ? BlindSpan.Cause.ASLEEP : BlindSpan.Cause.UNREACHABLE;
    }
}
