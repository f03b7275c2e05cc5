package dev.longshore.simulator.http;

import java.time.Duration;

/** In which manner an answer goes over the wire. */
public sealed interface Transmission {

    /** Those of which there is no more to say. */
    enum PlainTransmission implements Transmission {
        /** As it should. */
        WHOLE_BODY,
        /** Half of the body, then the connection is closed. */
        HALF_BODY,
        /** The connection is closed without a byte. */
        NO_BYTES,
        /** The connection is reset without a byte. */
        RESET
    }

    /** Half of the body, a pause in real time, and then the rest. */
    record StalledBody(Duration pause) implements Transmission {}

    /** Followed by blanks until the body is so many bytes long; JSON stays JSON. */
    record PaddedBody(long length) implements Transmission {}
}
