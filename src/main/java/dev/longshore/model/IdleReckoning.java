package dev.longshore.model;

import java.time.Instant;

/** When the idle week ends by our own reading of the rules, to be shown beside the service's figure. */
public sealed interface IdleReckoning {
    /**
     * It runs.
     *
     * @param earliest the earliest end that the rules and the observations allow, in UTC
     * @param latest the latest, in UTC
     * @param basis a sentence on what it is computed from
     */
    record Runs(Instant earliest, Instant latest, String basis) implements IdleReckoning {}

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
