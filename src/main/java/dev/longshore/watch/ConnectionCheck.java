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
     * @param isTokenRejected true when another token is needed
     */
    record Failed(Fact fact, boolean isTokenRejected) implements ConnectionCheck {
        public Failed(Fact fact) {
            this(fact, false);
        }
    }
}
