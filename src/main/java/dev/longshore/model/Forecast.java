package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import java.time.Instant;

/** When a migration's import is expected to end. */
public sealed interface Forecast {
    /**
     * A range out of the migration's own history.
     *
     * @param earliest in UTC
     * @param latest in UTC, not before {@code earliest}
     * @param basis a sentence on what it is computed from
     */
    record Range(Instant earliest, Instant latest, Fact basis) implements Forecast {}

    /**
     * There is nothing to compute it from.
     *
     * @param reason a sentence on what is missing
     */
    record NoForecast(Fact reason) implements Forecast {}
}
