package dev.longshore.simulator;

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
final class ControlCalls {

    static final String PREFIX = "/simulator/";

    private static final Pattern IMPORT = Pattern.compile("POST /simulator/imports/([0-9a-fA-F-]{36})");

    private final Simulator simulator;
    private final World world;

    ControlCalls(Simulator simulator, World world) {
        this.simulator = simulator;
        this.world = world;
    }

    Answer answer(HttpRequest request) {
        String call = request.method() + " " + request.path();
        Matcher plan = IMPORT.matcher(call);
        return plan.matches() ? planImport(UUID.fromString(plan.group(1)), request.parameters())
                : answer(call, request);
    }

    private Answer answer(String call, HttpRequest request) {
        Map<String, String> parameters = request.parameters();
        return switch (call) {
            case "GET /simulator/clock" -> clock();
            case "POST /simulator/clock/advance" -> advance(parameters.getOrDefault("by", ""));
            case "POST /simulator/clock/speed" -> runAt(parameters.getOrDefault("times", ""));
            case "GET /simulator/migrations" -> migrations();
            case "GET /simulator/requests" -> requests();
            case "DELETE /simulator/requests" -> forgetRequests();
            case "GET /simulator/faults" -> faults();
            case "POST /simulator/faults" -> inject(request.body());
            case "DELETE /simulator/faults" -> takeFaultsBack();
            default -> Answer.noSuchPage();
        };
    }

    private Answer clock() {
        return Answer.json(Json.object()
                .put("now", simulator.clock().instant().toString())
                .put("speed", simulator.clock().speed()));
    }

    private Answer advance(String step) {
        try {
            simulator.clock().advance(Duration.parse(step));
            return clock();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Refusal.badRequest("by is not an ISO 8601 duration forward, such as PT6H: " + step);
        }
    }

    private Answer runAt(String times) {
        try {
            simulator.clock().runAt(Double.parseDouble(times));
            return clock();
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("times is not a number of 0 or more: " + times);
        }
    }

    private Answer migrations() {
        Map<UUID, String> names = simulator.estate().stream()
                .collect(Collectors.toMap(EstateMigration::migrationId, EstateMigration::name));
        ArrayNode list = Json.array();
        synchronized (world.lock()) {
            Instant now = simulator.clock().instant();
            for (SimulatedMigration migration : world.migrations()) {
                migration.catchUp(now);
                list.add(migration(migration, names.getOrDefault(migration.id(), "")));
            }
        }
        return Answer.json(list);
    }

    /** Tells where a migration really stands, which the service itself tells only after some minutes. */
    private static ObjectNode migration(SimulatedMigration migration, String name) {
        return Json.object()
                .put("dbID", migration.database().id().toString())
                .put("migrationID", migration.id().toString())
                .put("name", name)
                .put("phase", migration.phase().name());
    }

    private Answer requests() {
        ArrayNode list = Json.array();
        for (RecordedRequest request : simulator.requests().all()) {
            Operation operation = request.operation();
            list.add(Json.object()
                    .put("at", request.at().toString())
                    .put("method", request.method())
                    .put("target", request.target())
                    .put("operation", operation == null ? null : operation.name())
                    .put("status", request.status()));
        }
        return Answer.json(list);
    }

    private Answer forgetRequests() {
        simulator.requests().clear();
        return requests();
    }

    private Answer faults() {
        ArrayNode list = Json.array();
        simulator.faults().waiting().forEach(fault -> list.add(fault.toString()));
        return Answer.json(list);
    }

    private Answer inject(String body) {
        FaultRequests.Parsed parsed = FaultRequests.parse(body);
        simulator.faults().inject(parsed.fault(), parsed.aim());
        return faults();
    }

    private Answer takeFaultsBack() {
        simulator.faults().clear();
        return faults();
    }

    private Answer planImport(UUID migrationId, Map<String, String> parameters) {
        try {
            ImportPlan plan = ImportPlan.lasting(Duration.parse(parameters.getOrDefault("length", "PT30H")));
            if (parameters.containsKey("failAt")) {
                plan = plan.failing(
                        Double.parseDouble(parameters.getOrDefault("failAt", "")),
                        parameters.getOrDefault("reason", "Schema mismatch"),
                        Boolean.parseBoolean(parameters.getOrDefault("inFiles", "false")));
            }
            simulator.planImport(migrationId, plan);
            return Answer.json(Json.object().put("migrationID", migrationId.toString()));
        } catch (DateTimeException | NumberFormatException e) {
            throw Refusal.badRequest("length is an ISO 8601 duration, failAt a number from 0 to 1: " + e.getMessage());
        }
    }
}
