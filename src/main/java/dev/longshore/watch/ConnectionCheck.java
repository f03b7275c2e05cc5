package dev.longshore.watch;

import dev.longshore.model.Database;
import dev.longshore.model.fact.Fact;
import java.util.List;

/** What the service says of a connection's token. */
public sealed interface ConnectionCheck {
    /**
     * The token was accepted.
     *
     * @param databases all it lets one see
     * @param fact what it may do and where it is kept, in words for the user
     */
    record Passed(List<Database> databases, Fact fact) implements ConnectionCheck {
        public Passed {
            databases = List.copyOf(databases);
        }
    }

    /**
     * It was not accepted, or nobody could be asked.
     *
     * @param fact which of them, and what to do
     * @param cause what the user has to look at first
     */
    record Failed(Fact fact, CheckFailureCause cause) implements ConnectionCheck {
        public Failed(Fact fact) {
            this(fact, CheckFailureCause.OTHER);
        }
    }

    /** What of a connection has most likely to be changed. */
    enum CheckFailureCause {
        /** The token, or its role. */
        TOKEN,
        /** The endpoint: nobody answers there, or somebody other than the service. */
        ENDPOINT,
        /** Neither; or it passes by itself. */
        OTHER
    }
}
