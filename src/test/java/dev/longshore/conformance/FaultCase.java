package dev.longshore.conformance;

import dev.longshore.model.ApiError;
import dev.longshore.simulator.faults.SimulatedFault;

/**
 * A fault that leaves no good answer, and what the client has to make of it for every operation.
 *
 * @param name the fault in words
 * @param work whether the service does its work all the same
 * @param expected what comes of it
 */
record FaultCase(String name, SimulatedFault fault, WorkOutcome work, ExpectedError expected) {
    /** Whether a change happens although its answer is spoiled. */
    enum WorkOutcome {
        DONE,
        NOT_DONE
    }

    /**
     * What has to come of it.
     *
     * @param message a template whose words in braces {@link ExpectedSentences} fill in
     * @param reads how many requests reach the service for a reading call; a changing one is sent exactly once
     * @param isOverdue whether the client's time is over before an answer comes
     */
    record ExpectedError(Class<? extends ApiError> type, String message, int reads, boolean isOverdue) {}

    static FaultCase of(String name, SimulatedFault fault, WorkOutcome work, Class<? extends ApiError> type,
            String message) {
        return new FaultCase(name, fault, work, new ExpectedError(type, message, 1, false));
    }

    /** The same where a reading call sends so many requests. */
    FaultCase reading(int requests) {
        return new FaultCase(
                name, fault, work,
                new ExpectedError(expected.type(), expected.message(), requests, expected.isOverdue()));
    }

    /** The same where the client waits for an answer in vain. */
    FaultCase overdue() {
        return new FaultCase(
                name, fault, work, new ExpectedError(expected.type(), expected.message(), expected.reads(), true));
    }
}
