package dev.longshore.simulator.service;

import dev.longshore.simulator.http.ApiRejection;
import dev.longshore.simulator.http.RoutedRequest;
import dev.longshore.simulator.http.ServiceResponse;
import dev.longshore.simulator.http.SimulatorJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;

/** Answers the calls about databases. Its caller holds the world's lock. */
public final class DatabaseEndpoints {

    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;
    private static final Set<String> STATES = Set.of(
            "active", "pending", "preparing", "prepared", "initializing", "parked", "parking", "unparking",
            "terminating",
            "terminated", "resizing", "error", "maintenance", "suspended", "suspending");

    private final ServiceState serviceState;
    private final DatabaseJson databaseJson;

    public DatabaseEndpoints(ServiceState serviceState) {
        this.serviceState = serviceState;
        this.databaseJson = new DatabaseJson(serviceState.organisation());
    }

    public ServiceResponse get(RoutedRequest routed) {
        return ServiceResponse.json(databaseJson.of(serviceState.database(routed.databaseId())));
    }

    /** The PCU group of a datacenter; not found where its database is in none. */
    public ServiceResponse pcuGroup(RoutedRequest routed) {
        SimulatedDatabase database = serviceState.databases().stream()
                .filter(each -> each.datacenterId().equalsIgnoreCase(routed.datacenterId()))
                .findFirst()
                .orElseThrow(() -> ApiRejection.notFound(
                        "Datacenter " + routed.datacenterId() + " was not found"));
        String status = serviceState.pcuStatus(database.id());
        if (status.isEmpty()) {
            throw ApiRejection.notFound("Datacenter " + routed.datacenterId() + " is in no PCU group");
        }
        return ServiceResponse.json(SimulatorJson.object()
                .put("uuid", new UUID(database.id().getMostSignificantBits(), 0).toString())
                .put("title", database.name())
                .put("cloudProvider", database.cloud().name())
                .put("region", database.region())
                .put("status", status));
    }

    public ServiceResponse list(RoutedRequest routed) {
        Map<String, String> parameters = routed.request().parameters();
        Predicate<SimulatedDatabase> wanted = matchesInclude(parameters.getOrDefault("include", "nonterminated"))
                .and(matchesProvider(parameters.getOrDefault("provider", "ALL")));
        int limit = limit(parameters.getOrDefault("limit", Integer.toString(DEFAULT_LIMIT)));
        ArrayNode page = SimulatorJson.array();
        after(parameters.getOrDefault("starting_after", "")).stream()
                .filter(wanted)
                .limit(limit)
                .map(databaseJson::of)
                .forEach(page::add);
        return ServiceResponse.json(page);
    }

    private List<SimulatedDatabase> after(String cursor) {
        List<SimulatedDatabase> all = serviceState.databases();
        if (cursor.isEmpty()) {
            return all;
        }
        int index = IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().toString().equalsIgnoreCase(cursor))
                .findFirst()
                .orElseThrow(() -> ApiRejection.badRequest("starting_after is not the ID of a database: " + cursor));
        return all.subList(index + 1, all.size());
    }

    private static Predicate<SimulatedDatabase> matchesInclude(String include) {
        String state = include.toLowerCase(Locale.ROOT);
        if (state.equals("all")) {
            return database -> true;
        }
        if (state.equals("nonterminated")) {
            return database -> !database.state().status().equals("TERMINATED");
        }
        if (!STATES.contains(state)) {
            throw ApiRejection.badRequest("include is not a known state: " + include);
        }
        return database -> database.state().status().equalsIgnoreCase(state);
    }

    private static Predicate<SimulatedDatabase> matchesProvider(String provider) {
        return switch (provider.toUpperCase(Locale.ROOT)) {
            case "ALL" -> database -> true;
            case "AWS" -> database -> database.cloud() == SimulatedCloud.AWS;
            case "GCP" -> database -> database.cloud() == SimulatedCloud.GCP;
            case "AZURE" -> database -> database.cloud() == SimulatedCloud.AZURE;
            default -> throw ApiRejection.badRequest("provider is not a known cloud: " + provider);
        };
    }

    private static int limit(String text) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            throw ApiRejection.badRequest("limit is not a number from 1 to " + MAX_LIMIT + ": " + text);
        }
        return Integer.parseInt(text);
    }
}
