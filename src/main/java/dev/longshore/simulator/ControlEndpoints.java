package dev.longshore.simulator;

import dev.longshore.simulator.faults.FaultParser;
import dev.longshore.simulator.http.ApiRejection;
import dev.longshore.simulator.http.LoggedRequest;
import dev.longshore.simulator.http.ReceivedRequest;
import dev.longshore.simulator.http.ServiceResponse;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.simulator.http.SimulatorJson;
import dev.longshore.simulator.sample.SampleMigration;
import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.ServiceState;
import dev.longshore.simulator.service.SimulatedMigration;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers the control interface below {@code /simulator}, which the package's description lists. */
final class ControlEndpoints {

    static final String PREFIX = "/simulator/";

    private static final Pattern IMPORT = Pattern.compile("POST /simulator/imports/([0-9a-fA-F-]{36})");

    private final Simulator simulator;
    private final ServiceState serviceState;

    ControlEndpoints(Simulator simulator, ServiceState serviceState) {
        this.simulator = simulator;
        this.serviceState = serviceState;
    }

    ServiceResponse respond(ReceivedRequest request) {
        String call = request.method() + " " + request.path();
        Matcher plan = IMPORT.matcher(call);
        return plan.matches() ? planImport(UUID.fromString(plan.group(1)), request.parameters())
                : respond(call, request);
    }

    private ServiceResponse respond(String call, ReceivedRequest request) {
        Map<String, String> parameters = request.parameters();
        return switch (call) {
            case "GET /simulator/clock" -> clock();
            case "POST /simulator/clock/advance" -> advance(parameters.getOrDefault("by", ""));
            case "POST /simulator/clock/speed" -> setSpeed(parameters.getOrDefault("times", ""));
            case "GET /simulator/migrations" -> migrations();
            case "GET /simulator/requests" -> requests();
            case "DELETE /simulator/requests" -> clearRequests();
            case "GET /simulator/faults" -> faults();
            case "POST /simulator/faults" -> inject(request.body());
            case "DELETE /simulator/faults" -> clearFaults();
            default -> ServiceResponse.pageNotFound();
        };
    }

    private ServiceResponse clock() {
        return ServiceResponse.json(SimulatorJson.object()
                .put("now", simulator.clock().instant().toString())
                .put("speed", simulator.clock().speed()));
    }

    private ServiceResponse advance(String step) {
        try {
            simulator.clock().advance(Duration.parse(step));
            return clock();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ApiRejection.badRequest("by is not an ISO 8601 duration forward, such as PT6H: " + step);
        }
    }

    private ServiceResponse setSpeed(String times) {
        try {
            simulator.clock().setSpeed(Double.parseDouble(times));
            return clock();
        } catch (IllegalArgumentException e) {
            throw ApiRejection.badRequest("times is not a number of 0 or more: " + times);
        }
    }

    private ServiceResponse migrations() {
        Map<UUID, String> names = simulator.sampleMigrations().stream()
                .collect(Collectors.toMap(SampleMigration::migrationId, SampleMigration::name));
        ArrayNode list = SimulatorJson.array();
        synchronized (serviceState.lock()) {
            Instant now = simulator.clock().instant();
            for (SimulatedMigration migration : serviceState.migrations()) {
                migration.advanceTo(now);
                list.add(migration(migration, names.getOrDefault(migration.id(), "")));
            }
        }
        return ServiceResponse.json(list);
    }

    /** Tells where a migration really stands, which the service itself tells only after some minutes. */
    private static ObjectNode migration(SimulatedMigration migration, String name) {
        return SimulatorJson.object()
                .put("dbID", migration.database().id().toString())
                .put("migrationID", migration.id().toString())
                .put("name", name)
                .put("phase", migration.phase().name());
    }

    private ServiceResponse requests() {
        ArrayNode list = SimulatorJson.array();
        for (LoggedRequest request : simulator.requests().all()) {
            SimulatedOperation operation = request.operation();
            list.add(SimulatorJson.object()
                    .put("at", request.at().toString())
                    .put("method", request.method())
                    .put("target", request.target())
                    .put("operation", operation == null ? null : operation.name())
                    .put("status", request.status()));
        }
        return ServiceResponse.json(list);
    }

    private ServiceResponse clearRequests() {
        simulator.requests().clear();
        return requests();
    }

    private ServiceResponse faults() {
        ArrayNode list = SimulatorJson.array();
        simulator.faults().pending().forEach(fault -> list.add(fault.toString()));
        return ServiceResponse.json(list);
    }

    private ServiceResponse inject(String body) {
        FaultParser.ParsedFault parsed = FaultParser.parse(body);
        simulator.faults().inject(parsed.fault(), parsed.target());
        return faults();
    }

    private ServiceResponse clearFaults() {
        simulator.faults().clear();
        return faults();
    }

    private ServiceResponse planImport(UUID migrationId, Map<String, String> parameters) {
        try {
            ImportPlan plan = ImportPlan.lasting(Duration.parse(parameters.getOrDefault("length", "PT30H")));
            if (parameters.containsKey("failAt")) {
                plan = plan.failing(
                        Double.parseDouble(parameters.getOrDefault("failAt", "")),
                        parameters.getOrDefault("reason", "Schema mismatch"),
                        Boolean.parseBoolean(parameters.getOrDefault("inFiles", "false")));
            }
            simulator.planImport(migrationId, plan);
            return ServiceResponse.json(SimulatorJson.object().put("migrationID", migrationId.toString()));
        } catch (DateTimeException | NumberFormatException e) {
            throw ApiRejection
                    .badRequest("length is an ISO 8601 duration, failAt a number from 0 to 1: " + e.getMessage());
        }
    }
}
