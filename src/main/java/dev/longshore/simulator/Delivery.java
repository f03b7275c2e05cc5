package dev.longshore.simulator;

import java.time.Duration;

/**
 * An answer on its way.
 *
 * @param delay how long to wait before the first byte, in real time
 * @param clockError how far the {@code Date} header is off
 */
record Delivery(Answer answer, Manner manner, Duration delay, Duration clockError) {

    static Delivery of(Answer answer) {
        return of(answer, new Manner.Whole());
    }

    static Delivery of(Answer answer, Manner manner) {
        return new Delivery(answer, manner, Duration.ZERO, Duration.ZERO);
    }

    /** The status a client gets to see; 0 when it sees none. */
    int visibleStatus() {
        return manner instanceof Manner.Silent ? 0 : answer.status();
    }
}
