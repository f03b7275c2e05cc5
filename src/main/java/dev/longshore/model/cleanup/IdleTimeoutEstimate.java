package dev.longshore.model.cleanup;

import dev.longshore.model.ModelText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the idle week ends by our own reading of the rules, to be shown beside the service's figure. */
public sealed interface IdleTimeoutEstimate {
    /** How far the service's figure may be off without being another one. */
    Duration TOLERANCE = Duration.ofHours(1);

    /** It as sentences. */
    default String inWords() {
        return switch (this) {
            case Running running -> "The idle week ends " + running.range() + ". " + running.basis();
            case NotRunning notRunning -> notRunning.why();
            case UnknownIdleTimeout unknownIdleTimeout -> unknownIdleTimeout.why();
        };
    }

    /**
     * How the figure that the service names differs from this, as a sentence; empty where it does not, and where it says
     * nothing about the idle week.
     *
     * @param figure when the cleanup is due by the service, in UTC
     */
    default Optional<String> difference(Instant figure) {
        return this instanceof Running running && !running.allows(figure)
                ? Optional.of(
                        "The service says " + ModelText.time(figure) + ", by the rules it would be " + running.range()
                                + ": it may have been scheduled elsewhere.")
                : Optional.empty();
    }

    /**
     * It runs.
     *
     * @param earliest the earliest end that the rules and the observations allow, in UTC
     * @param latest the latest, in UTC
     * @param basis a sentence on what it is computed from
     */
    record Running(Instant earliest, Instant latest, String basis) implements IdleTimeoutEstimate {
        private boolean allows(Instant figure) {
            return new TimeRange(earliest, latest).contains(figure, TOLERANCE);
        }

        private String range() {
            return earliest.equals(latest)
                    ? "at " + ModelText.time(earliest)
                    : "between " + ModelText.time(earliest) + " and " + ModelText.time(latest);
        }
    }

    /**
     * It does not run.
     *
     * @param why a sentence: initializing, importing, scheduled, or closed
     */
    record NotRunning(String why) implements IdleTimeoutEstimate {}

    /**
     * Too little was seen to compute it.
     *
     * @param why a sentence on what is missing
     */
    record UnknownIdleTimeout(String why) implements IdleTimeoutEstimate {}
}
