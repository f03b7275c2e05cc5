package dev.longshore.simulator.service;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One import on its way: how much work is done, and when it will end. */
final class ImportRun {

    private final ImportPlan plan;
    private Duration done = Duration.ZERO;
    private @Nullable Instant runningSince;

    ImportRun(ImportPlan plan) {
        this.plan = plan;
    }

    void start(Instant at) {
        runningSince = at;
    }

    void stop(Instant at) {
        done = work(at);
        runningSince = null;
    }

    /** When the work ends if nothing stops it; it must be running. */
    Instant end() {
        Instant since = runningSince;
        if (since == null) {
            throw new IllegalStateException("The import does not run.");
        }
        return since.plus(plan.workUntilEnd().minus(done));
    }

    Duration work(Instant at) {
        return runningSince == null ? done : done.plus(Duration.between(runningSince, at));
    }

    SimulatedPhase outcome() {
        return plan.failure() == null ? SimulatedPhase.DONE : SimulatedPhase.FAILED;
    }

    boolean metadataBegun(Instant at) {
        return plan.fraction(work(at)) >= ImportPlan.METADATA_BEGINS;
    }

    String progressInfo(Instant at) {
        return plan.progressInfo(work(at));
    }

    String failureReason() {
        ImportPlan.PlannedFailure failure = plan.failure();
        return failure == null ? "" : failure.reason();
    }
}
