package dev.longshore.watch;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;

/** What became of putting a migration on the list. */
public sealed interface AddOutcome {
    /** It is on the list, and has that status. */
    record Added(MigrationKey key, Status status) implements AddOutcome {}

    /**
     * It is on the list, but was not found: the service knows none of that ID, the token may not see it, or the service
     * was not reached or not asked yet; {@code fact} says which.
     */
    record AddedUnseen(MigrationKey key, Fact fact) implements AddOutcome {}

    /** It was there before. */
    record AlreadyThere(MigrationKey key) implements AddOutcome {}

    /** It is not on the list, and why. */
    record NotAdded(Fact fact) implements AddOutcome {}
}
