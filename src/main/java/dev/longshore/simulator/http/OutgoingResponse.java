package dev.longshore.simulator.http;

import java.time.Duration;

/**
 * An answer on its way.
 *
 * @param delay how long to wait before the first byte, in real time
 * @param clockError how far the {@code Date} header is off
 */
public record OutgoingResponse(ServiceResponse response, Transmission transmission, Duration delay,
        Duration clockError) {

    public static OutgoingResponse of(ServiceResponse response) {
        return of(response, Transmission.PlainTransmission.WHOLE_BODY);
    }

    public static OutgoingResponse of(ServiceResponse response, Transmission transmission) {
        return new OutgoingResponse(response, transmission, Duration.ZERO, Duration.ZERO);
    }

    /** The status a client gets to see; 0 when it sees none. */
    public int visibleStatus() {
        return transmission == Transmission.PlainTransmission.NO_BYTES
                || transmission == Transmission.PlainTransmission.RESET ? 0 : response.status();
    }
}
