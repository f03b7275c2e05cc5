package dev.longshore.devops;

import dev.longshore.model.ApiError;
import dev.longshore.model.fact.Fact;
import java.util.List;

/**
 * What became of a call: an answer or an error, never an exception.
 *
 * @param <T> what a good answer carries
 */
public sealed interface ApiResult<T> {
    /** When and how fast the answer came. */
    Receipt receipt();

    /**
     * The service answered as documented.
     *
     * @param oddities facts about parts of the answer that were left out
     */
    record Success<T>(T value, Receipt receipt, List<Fact> oddities) implements ApiResult<T> {
        public Success {
            oddities = List.copyOf(oddities);
        }

        /** An answer of which nothing was left out. */
        public Success(T value, Receipt receipt) {
            this(value, receipt, List.of());
        }
    }

    /** Anything else. */
    record Failure<T>(ApiError error, Receipt receipt) implements ApiResult<T> {}
}
