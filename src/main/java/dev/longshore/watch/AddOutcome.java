package dev.longshore.watch;

import dev.longshore.model.MigrationKey;

/** What became of putting a migration on the list. */
public sealed interface AddOutcome {
    /** It is on the list; {@code sentence} says what the first question about it brought. */
    record Added(MigrationKey key, String sentence) implements AddOutcome {}

    /** It was there before. */
    record AlreadyThere(MigrationKey key) implements AddOutcome {}

    /** It is not on the list, and why. */
    record NotAdded(String sentence) implements AddOutcome {}
}
