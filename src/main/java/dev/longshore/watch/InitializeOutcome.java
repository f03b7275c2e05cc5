package dev.longshore.watch;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.fact.Fact;

/** What became of asking the service to make a migration. */
public sealed interface InitializeOutcome {
    /**
     * It was made and is on the list.
     *
     * @param fact where that is kept, or that it could not be
     */
    record Initialized(MigrationKey key, Fact fact) implements InitializeOutcome {}

    /** None was made; the sentence says why. */
    record NotInitialized(Fact fact) implements InitializeOutcome {}

    /** Nobody knows whether one was made; the sentence says what to do about it. It is never asked for again by itself. */
    record MayExist(Fact fact) implements InitializeOutcome {}
}
