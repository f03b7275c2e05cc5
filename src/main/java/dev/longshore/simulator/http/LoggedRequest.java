package dev.longshore.simulator.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request the simulator got. No headers and no bodies: they carry secrets.
 *
 * @param at when, in simulated time
 * @param method the HTTP method
 * @param target path and query as received, a token in it blotted out
 * @param operation what it meant, or null when nobody serves that path
 * @param status the status that was answered; 0 when the connection ended without an answer
 */
public record LoggedRequest(Instant at, String method, String target, @Nullable SimulatedOperation operation,
        int status) {}
