package dev.longshore.simulator;

import dev.longshore.simulator.faults.FaultEffect;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.simulator.http.ApiRejection;
import dev.longshore.simulator.http.LoggedRequest;
import dev.longshore.simulator.http.OutgoingResponse;
import dev.longshore.simulator.http.ReceivedRequest;
import dev.longshore.simulator.http.RequestLog;
import dev.longshore.simulator.http.RequestRouter;
import dev.longshore.simulator.http.RoutedRequest;
import dev.longshore.simulator.http.ServiceResponse;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.simulator.service.DatabaseEndpoints;
import dev.longshore.simulator.service.MigrationEndpoints;
import dev.longshore.simulator.service.ServiceState;
import dev.longshore.simulator.service.SimulatedTokens;
import dev.longshore.simulator.service.StatusJson;
import dev.longshore.simulator.service.StatusVocabulary;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers requests: finds the call, checks the token, does the work under the world's lock, and writes the log. */
final class SideloaderService implements Function<ReceivedRequest, OutgoingResponse> {

    private final Simulator simulator;
    private final ServiceState serviceState;
    private final SimulatedTokens tokens;
    private final DatabaseEndpoints databases;
    private final MigrationEndpoints migrations;
    private final ControlEndpoints control;

    SideloaderService(Simulator simulator, ServiceState serviceState, SimulatedTokens tokens,
            StatusVocabulary vocabulary) {
        this.simulator = simulator;
        this.serviceState = serviceState;
        this.tokens = tokens;
        this.databases = new DatabaseEndpoints(serviceState);
        this.migrations = new MigrationEndpoints(serviceState, new StatusJson(vocabulary));
        this.control = new ControlEndpoints(simulator, serviceState);
    }

    @Override
    public OutgoingResponse apply(ReceivedRequest request) {
        if (request.path().startsWith(ControlEndpoints.PREFIX)) {
            return OutgoingResponse.of(performOrReject(() -> control.respond(request)));
        }
        Instant now = simulator.clock().instant();
        RoutedRequest routed = RequestRouter.route(request);
        OutgoingResponse outgoing = outgoingResponse(request, routed, now);
        record(request, routed, now, outgoing);
        return outgoing;
    }

    private OutgoingResponse outgoingResponse(ReceivedRequest request, @Nullable RoutedRequest routed, Instant now) {
        FaultEffect.RequestedWork work = () -> performOrReject(() -> respond(request, routed, now));
        SimulatedFault fault = simulator.faults().nextFor(request, routed);
        return fault == null ? OutgoingResponse.of(work.perform()) : FaultEffect.of(fault, request, work, now);
    }

    private static ServiceResponse performOrReject(FaultEffect.RequestedWork work) {
        try {
            return work.perform();
        } catch (ApiRejection e) {
            return ServiceResponse.rejection(e);
        }
    }

    private ServiceResponse respond(ReceivedRequest request, @Nullable RoutedRequest routed, Instant now) {
        if (request.path().contains("//")) {
            return ServiceResponse.movedPermanently(request.target().replaceAll("/{2,}", "/"));
        }
        if (routed == null) {
            return RequestRouter.hasPath(request)
                    ? ServiceResponse.error(405, "Method " + request.method() + " is not allowed here")
                    : ServiceResponse.pageNotFound();
        }
        // To see PCU groups takes a higher role than to view databases.
        tokens.authorize(request.header("Authorization"),
                routed.operation().changes() || routed.operation() == SimulatedOperation.GET_PCU_GROUP);
        synchronized (serviceState.lock()) {
            return perform(routed, now);
        }
    }

    private ServiceResponse perform(RoutedRequest routed, Instant now) {
        return switch (routed.operation()) {
            case LIST_DATABASES -> databases.list(routed);
            case GET_DATABASE -> databases.get(routed);
            case GET_PCU_GROUP -> databases.pcuGroup(routed);
            case INITIALIZE, INITIALIZE_IN_REGION -> migrations.initialize(routed, now);
            case STATUS -> migrations.status(routed, now);
            case LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP -> migrations.change(routed, now);
        };
    }

    private void record(ReceivedRequest request, @Nullable RoutedRequest routed, Instant now,
            OutgoingResponse outgoing) {
        simulator.requests().add(new LoggedRequest(
                now,
                request.method(),
                RequestLog.withoutToken(request.target()),
                routed == null ? null : routed.operation(),
                outgoing.visibleStatus()));
    }
}
