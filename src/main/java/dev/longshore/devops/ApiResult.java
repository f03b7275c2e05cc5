package dev.longshore.devops;

import dev.longshore.model.ApiError;

/**
 * What became of a call: an answer or an error, never an exception.
 *
 * @param <T> what a good answer carries
 */
public sealed interface ApiResult<T> {
    /** When and how fast the answer came. */
    Receipt receipt();

    /** The service answered as documented. */
    record Success<T>(T value, Receipt receipt) implements ApiResult<T> {}

    /** Anything else. */
    record Failure<T>(ApiError error, Receipt receipt) implements ApiResult<T> {}
}
