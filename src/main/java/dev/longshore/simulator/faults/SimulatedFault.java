package dev.longshore.simulator.faults;

import java.net.URI;
import java.time.Duration;

/**
 * What can go wrong on the way to the service and back. Where it says <em>the work is done</em>, a change that was asked for
 * happens although its answer is spoiled or lost; otherwise it does not happen.
 *
 * <p>A {@code field} is a name in the answer, or names with dots between them: {@code uploadCredentials.keys}. In a list
 * every element is changed.
 */
public sealed interface SimulatedFault {

    /** Those of which there is no more to say. */
    enum PlainFault implements SimulatedFault {
        /** The HTML of a 301 to a path one segment shorter, as for an empty path segment. */
        MOVED_PERMANENTLY,
        /** The plain text {@code 404 page not found}. */
        PAGE_NOT_FOUND,
        /** The connection is closed without a byte. */
        EMPTY_REPLY,
        /** The connection is reset without a byte. */
        CONNECTION_RESET,
        /** The work is done, and the connection is closed without a byte. */
        LOST_ANSWER,
        /** Half of the body, then the connection is closed. The work is done. */
        TRUNCATED_BODY,
        /** An empty body with the right status. The work is done. */
        EMPTY_BODY
    }

    /**
     * A body that is no JSON, as while a fresh migration's bucket is still being made. The work is done.
     *
     * @param status the status it comes with, 200 or an error
     */
    record NotJson(int status) implements SimulatedFault {}

    /**
     * A 429.
     *
     * @param retryAfter how long {@code Retry-After} asks to wait
     * @param asDate whether it says so as a date, which is told by the simulated clock, and not in seconds
     */
    record TooManyRequests(Duration retryAfter, boolean asDate) implements SimulatedFault {}

    /**
     * An error in the documented envelope.
     *
     * @param status the HTTP status
     * @param message the message in the envelope
     */
    record ErrorStatus(int status, String message) implements SimulatedFault {}

    /**
     * An error as a gateway tells it, in HTML.
     *
     * @param status the HTTP status
     * @param afterWork whether the work is done
     */
    record GatewayError(int status, boolean afterWork) implements SimulatedFault {}

    /**
     * Nothing for a while, then the answer. The work is done first.
     *
     * @param delay how long, in real time
     */
    record SlowAnswer(Duration delay) implements SimulatedFault {}

    /**
     * Half of the body, nothing for a while, then the rest. The work is done.
     *
     * @param pause how long, in real time
     */
    record StalledAnswer(Duration pause) implements SimulatedFault {}

    /**
     * Valid JSON, followed by blanks. The work is done.
     *
     * @param bytes the length of the body
     */
    record HugeBody(long bytes) implements SimulatedFault {}

    /**
     * A field that is not there. The work is done.
     *
     * @param field its name
     */
    record MissingField(String field) implements SimulatedFault {}

    /**
     * A field that is null. The work is done.
     *
     * @param field its name
     */
    record NullField(String field) implements SimulatedFault {}

    /**
     * A field nobody has heard of. The work is done.
     *
     * @param field its name
     */
    record UnknownField(String field) implements SimulatedFault {}

    /**
     * A field whose value is of another type: an object where there was none, else a number. The work is done.
     *
     * @param field its name
     */
    record WrongType(String field) implements SimulatedFault {}

    /**
     * Another status word. The work is done.
     *
     * @param word the word
     */
    record StatusWord(String word) implements SimulatedFault {}

    /**
     * A {@code Date} header that is off. The work is done.
     *
     * @param error how far it is ahead, in simulated time
     */
    record WrongClock(Duration error) implements SimulatedFault {}

    /**
     * A redirect to somewhere else. Nothing is done; a client that follows a 307 or 308 sends its POST there.
     *
     * @param status 302, 303, 307 or 308
     * @param location where it points to
     */
    record Redirect(int status, URI location) implements SimulatedFault {}
}
