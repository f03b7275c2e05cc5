package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A migration that the service was asked to make, and what came of it. It is on disk before the call leaves, and is asked
 * for at most once: the service has no call that lists migrations, so one whose answer was lost cannot be looked up.
 *
 * @param id unique, made by Longshore
 * @param connection through which it was asked for
 * @param database into which database
 * @param datacenter ID of the datacenter that was asked for, or null for the database's own choice
 * @param name the person's own name for the migration, may be blank
 * @param at when it was asked for, in UTC
 * @param answer what came of it
 */
public record Initialization(
        String id,
        ConnectionId connection,
        DatabaseId database,
        @Nullable String datacenter,
        String name,
        Instant at,
        Answer answer) {
    /** What came of it. */
    public sealed interface Answer {
        /** No answer is kept: the call is under way, or the program ended before the answer came. */
        record Pending() implements Answer {}

        /** The service made that migration; it is on the list since. */
        record Created(Instant at, MigrationKey key) implements Answer {}

        /**
         * The service made none.
         *
         * @param why the reason, for the person
         */
        record Declined(Instant at, Fact why) implements Answer {}

        /**
         * It was sent and no readable answer came: the service may have made a migration whose ID nobody here knows.
         *
         * @param why what went wrong, for the person
         */
        record Lost(Instant at, Fact why) implements Answer {}
    }

    /** This initialization with what came of it. */
    public Initialization withAnswer(Answer next) {
        return new Initialization(id, connection, database, datacenter, name, at, next);
    }
}
