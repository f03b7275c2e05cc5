package dev.longshore.simulator.http;

import java.time.Duration;

/** In which manner an answer goes over the wire. */
public sealed interface Transmission {

    /** As it should. */
    record WholeBody() implements Transmission {}

    /** Not at all: the connection is closed without a byte, or reset. */
    record NoBytes(boolean reset) implements Transmission {}

    /** Half of the body, then the connection is closed. */
    record HalfBody() implements Transmission {}

    /** Half of the body, a pause in real time, and then the rest. */
    record StalledBody(Duration pause) implements Transmission {}

    /** Followed by blanks until the body is so many bytes long; JSON stays JSON. */
    record PaddedBody(long length) implements Transmission {}
}
