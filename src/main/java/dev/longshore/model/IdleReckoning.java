package dev.longshore.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the idle week ends by our own reading of the rules, to be shown beside the service's figure. */
public sealed interface IdleReckoning {
    /** How far the service's figure may be off without being another one. */
    Duration TOLERANCE = Duration.ofHours(1);

    /** It as sentences. */
    default String inWords() {
        return switch (this) {
            case Runs runs -> "The idle week ends " + runs.range() + ". " + runs.basis();
            case Stands stands -> stands.why();
            case Unknown unknown -> unknown.why();
        };
    }

    /**
     * How the figure that the service names differs from this, as a sentence; empty where it does not, and where it says
     * nothing about the idle week.
     *
     * @param figure when the cleanup is due by the service, in UTC
     */
    default Optional<String> difference(Instant figure) {
        return this instanceof Runs runs && !runs.allows(figure)
                ? Optional.of("The service says " + InWords.time(figure) + ", by the rules it would be " + runs.range()
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
    record Runs(Instant earliest, Instant latest, String basis) implements IdleReckoning {
        private boolean allows(Instant figure) {
            return new Window(earliest, latest).contains(figure, TOLERANCE);
        }

        private String range() {
            return earliest.equals(latest)
                    ? "at " + InWords.time(earliest)
                    : "between " + InWords.time(earliest) + " and " + InWords.time(latest);
        }
    }

    /**
     * It does not run.
     *
     * @param why a sentence: initializing, importing, scheduled, or closed
     */
    record Stands(String why) implements IdleReckoning {}

    /**
     * Too little was seen to compute it.
     *
     * @param why a sentence on what is missing
     */
    record Unknown(String why) implements IdleReckoning {}
}
