package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A migration that the service was asked to make, and what came of it. It is on disk before the call leaves, and is asked
 * for at most once: the service has no call that lists migrations, so one whose answer was lost cannot be looked up.
 *
 * @param id unique, made by Longshore
 * @param connection through which it was asked for
 * @param database into which database
 * @param settings what else was asked for
 * @param name the user's own name for the migration, may be blank
 * @param askedBy the user of this computer; empty where that is not known
 * @param at when it was asked for, in UTC
 * @param answer what came of it
 * @param follows the failed or aborted migration in whose place it was asked for, or null
 */
public record Initialization(
        String id,
        ConnectionId connection,
        DatabaseId database,
        InitializeSettings settings,
        String name,
        String askedBy,
        Instant at,
        Answer answer,
        @Nullable MigrationKey follows) {
    /** In the place of no other. */
    public Initialization(
            String id, ConnectionId connection, DatabaseId database, InitializeSettings settings, String name,
            String askedBy, Instant at, Answer answer) {
        this(id, connection, database, settings, name, askedBy, at, answer, null);
    }

    /**
     * What else was asked for.
     *
     * @param datacenter ID of the datacenter to stage the files in, or null for the database's own choice
     * @param concurrency number of concurrent import jobs, or empty for the service's default
     * @param targetSubsetSizeGb size of an import subset in GB, or empty for the service's default
     */
    public record InitializeSettings(
            @Nullable String datacenter, OptionalInt concurrency, OptionalDouble targetSubsetSizeGb) {
        /** What the service chooses. */
        public static final InitializeSettings DEFAULT = new InitializeSettings(
                null, OptionalInt.empty(), OptionalDouble.empty());
    }

    /** What came of it. */
    public sealed interface Answer {
        /** No answer is kept: the call is under way, or the program ended before the answer came. */
        record Pending() implements Answer {}

        /** The service made that migration; it is on the list since. */
        record Created(Instant at, MigrationKey key) implements Answer {}

        /**
         * The service made none: it refused, or the request never reached it.
         *
         * @param why the reason, for the user
         */
        record Declined(Instant at, Fact why) implements Answer {
            /** True where an answer said no; false where the request never reached anybody, so that nobody refused it. */
            public boolean wasAnswered() {
                return ServiceFact.isAnswered(why);
            }
        }

        /**
         * It was sent and no readable answer came: the service may have made a migration whose ID nobody here knows.
         *
         * @param why what went wrong, for the user
         */
        record Lost(Instant at, Fact why) implements Answer {}

        /**
         * The user knows that its answer was lost, and needs no reminder any more.
         *
         * @param at when they said so
         * @param why what went wrong, for the user
         */
        record Dismissed(Instant at, Fact why) implements Answer {}
    }

    /** This initialization with what came of it. */
    public Initialization withAnswer(Answer next) {
        return new Initialization(id, connection, database, settings, name, askedBy, at, next, follows);
    }

    /** This initialization in the place of another migration; null for none. */
    public Initialization following(@Nullable MigrationKey other) {
        return new Initialization(id, connection, database, settings, name, askedBy, at, answer, other);
    }
}
