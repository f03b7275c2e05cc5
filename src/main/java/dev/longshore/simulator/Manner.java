package dev.longshore.simulator;

import java.time.Duration;

/** In which manner an answer goes over the wire. */
sealed interface Manner {

    /** As it should. */
    record Whole() implements Manner {}

    /** Not at all: the connection is closed without a byte, or reset. */
    record Silent(boolean reset) implements Manner {}

    /** Half of the body, then the connection is closed. */
    record Truncated() implements Manner {}

    /** Half of the body, a pause in real time, and then the rest. */
    record Stalled(Duration pause) implements Manner {}

    /** Followed by blanks until the body is so many bytes long; JSON stays JSON. */
    record Padded(long length) implements Manner {}
}
