package dev.longshore.conformance;

import dev.longshore.devops.ApiConnector;
import dev.longshore.devops.ApiResult;
import dev.longshore.model.MigrationRef;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * What one operation under one fault brought.
 *
 * @param requests how many requests reached the service meanwhile
 * @param done whether the service did what was asked of it
 * @param origin where the service was
 * @param now the service's time meanwhile
 */
record FaultObservation(
        TestedOperation operation, MigrationRef migration, ApiResult<?> result, int requests, boolean done, URI origin,
        Instant now) {
    /** Longer than running jobs take to end after a pause, and shorter than a cleanup. */
    private static final Duration SETTLING_TIME = Duration.ofMinutes(6);

    static FaultObservation of(TestedOperation operation, SimulatedFault fault, ApiConnector connector) {
        try (var fixture = SimulatorFixture.open(SimulatorOptions.standingStill(), connector)) {
            var migration = operation.preparedMigration(fixture);
            var now = fixture.now();
            fixture.simulator().requests().clear();
            fixture.simulator().faults().inject(fault, FaultTarget.any().always());
            var result = operation.request(fixture.client(), migration);
            var requests = fixture.simulator().requests().all().size();
            fixture.simulator().faults().clear();
            fixture.advance(SETTLING_TIME);
            return new FaultObservation(
                    operation, migration, result, requests, operation.isDone(fixture, migration),
                    fixture.simulator().baseUrl(),
                    now);
        }
    }
}
