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

    private static final Duration LONGEST_IMPORT = Duration.ofDays(3_650);
    private static final int LONGEST_REASON = 1_000;
    private static final String HERE = "(?i)(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]{1,5})?";
    private static final Pattern LOOPBACK = Pattern.compile(HERE);
    private static final Pattern LOOPBACK_ORIGIN = Pattern.compile("(?i)https?://" + HERE.substring("(?i)".length()));

    private final Simulator simulator;
    private final ServiceState serviceState;

    ControlEndpoints(Simulator simulator, ServiceState serviceState) {
        this.simulator = simulator;
        this.serviceState = serviceState;
    }

    ServiceResponse respond(ReceivedRequest request) {
        if (!isFromHere(request)) {
            throw ApiRejection.forbidden();
        }
        try {
            return perform(request);
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            throw ApiRejection.badRequest("That cannot be: " + e.getMessage());
        }
    }

    /**
     * Whether a program of this computer asks for this computer, and not a page in its browser: any page can send requests
     * here, but not without its own origin, and a foreign name that leads here stands in {@code Host}.
     */
    private static boolean isFromHere(ReceivedRequest request) {
        String host = request.header("Host");
        String origin = request.header("Origin");
        return (host == null || LOOPBACK.matcher(host).matches())
                && (origin == null || LOOPBACK_ORIGIN.matcher(origin).matches())
                && !"cross-site".equals(request.header("Sec-Fetch-Site"));
    }

    private ServiceResponse perform(ReceivedRequest request) {
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
            throw ApiRejection.badRequest("times is not a number from 0 to 1000000: " + times);
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
            ImportPlan plan = ImportPlan.lasting(length(parameters.getOrDefault("length", "PT30H")));
            if (parameters.containsKey("failAt")) {
                plan = plan.failing(
                        fraction(parameters.getOrDefault("failAt", "")),
                        reason(parameters.getOrDefault("reason", "Schema mismatch")),
                        Boolean.parseBoolean(parameters.getOrDefault("inFiles", "false")));
            }
            simulator.planImport(migrationId, plan);
            return ServiceResponse.json(SimulatorJson.object().put("migrationID", migrationId.toString()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ApiRejection.badRequest("length is an ISO 8601 duration of at most ten years, failAt a number from 0"
                    + " to 1, reason a text of at most 1000 characters: " + e.getMessage());
        }
    }

    private static Duration length(String text) {
        Duration length = Duration.parse(text);
        if (!length.isPositive() || length.compareTo(LONGEST_IMPORT) > 0) {
            throw new IllegalArgumentException("length");
        }
        return length;
    }

    private static double fraction(String text) {
        double fraction = Double.parseDouble(text);
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("failAt");
        }
        return fraction;
    }

    private static String reason(String text) {
        if (text.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason");
        }
        return text;
    }
}
