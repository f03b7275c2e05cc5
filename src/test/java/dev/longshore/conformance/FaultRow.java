package dev.longshore.conformance;

import dev.longshore.devops.ApiError;
import dev.longshore.simulator.Fault;
import java.time.Duration;

/**
 * A fault that leaves no good answer, and what the client has to make of it for every operation.
 *
 * @param name the fault in words
 * @param work whether the service does its work all the same
 * @param expected what comes of it
 */
record FaultRow(String name, Fault fault, Work work, Expected expected) {
    /** Whether a change happens although its answer is spoiled. */
    enum Work {
        DONE,
        NOT_DONE
    }

    /**
     * What has to come of it.
     *
     * @param message a template whose words in braces {@link Words} fill in
     * @param reads how many requests reach the service for a reading call; a changing one is sent exactly once
     * @param callTimeout how long the client waits
     */
    record Expected(Class<? extends ApiError> type, String message, int reads, Duration callTimeout) {}

    static FaultRow of(String name, Fault fault, Work work, Class<? extends ApiError> type, String message) {
        return new FaultRow(name, fault, work, new Expected(type, message, 1, Duration.ofSeconds(30)));
    }

    /** The same where a reading call sends so many requests. */
    FaultRow reading(int requests) {
        return new FaultRow(
                name, fault, work,
                new Expected(expected.type(), expected.message(), requests, expected.callTimeout()));
    }

    /** The same for a client that waits only so long. */
    FaultRow within(Duration time) {
        return new FaultRow(
                name, fault, work, new Expected(expected.type(), expected.message(), expected.reads(), time));
    }
}
