package dev.longshore.conformance;

import dev.longshore.devops.ApiConnector;
import dev.longshore.devops.ApiResult;
import dev.longshore.model.MigrationRef;
import dev.longshore.simulator.Aim;
import dev.longshore.simulator.Fault;
import dev.longshore.simulator.SimulatorOptions;
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
record Observed(
        Call call, MigrationRef migration, ApiResult<?> result, int requests, boolean done, URI origin, Instant now) {
    /** Longer than running jobs take to end after a pause, and shorter than a cleanup. */
    private static final Duration SOON = Duration.ofMinutes(6);

    static Observed of(Call call, Fault fault, ApiConnector connector) {
        try (var harbour = Harbour.open(SimulatorOptions.standingStill(), connector)) {
            var migration = call.prepared(harbour);
            var now = harbour.now();
            harbour.simulator().requests().clear();
            harbour.simulator().faults().inject(fault, Aim.any().always());
            var result = call.ask(harbour.client(), migration);
            var requests = harbour.simulator().requests().all().size();
            harbour.simulator().faults().clear();
            harbour.advance(SOON);
            return new Observed(
                    call, migration, result, requests, call.isDone(harbour, migration), harbour.simulator().baseUrl(),
                    now);
        }
    }
}
