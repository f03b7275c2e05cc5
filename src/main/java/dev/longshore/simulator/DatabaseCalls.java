package dev.longshore.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;

/** Answers the calls about databases. Its caller holds the world's lock. */
final class DatabaseCalls {

    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;
    private static final Set<String> STATES = Set.of(
            "active", "pending", "preparing", "prepared", "initializing", "parked", "parking", "unparking",
            "terminating",
            "terminated", "resizing", "error", "maintenance", "suspended", "suspending");

    private final World world;
    private final DatabaseView view;

    DatabaseCalls(World world) {
        this.world = world;
        this.view = new DatabaseView(world.organisation());
    }

    Answer one(Call call) {
        return Answer.json(view.of(world.database(call.databaseId())));
    }

    Answer list(Call call) {
        Map<String, String> parameters = call.request().parameters();
        Predicate<SimulatedDatabase> wanted = included(parameters.getOrDefault("include", "nonterminated"))
                .and(provided(parameters.getOrDefault("provider", "ALL")));
        int limit = limit(parameters.getOrDefault("limit", Integer.toString(DEFAULT_LIMIT)));
        ArrayNode page = Json.array();
        after(parameters.getOrDefault("starting_after", "")).stream()
                .filter(wanted)
                .limit(limit)
                .map(view::of)
                .forEach(page::add);
        return Answer.json(page);
    }

    private List<SimulatedDatabase> after(String cursor) {
        List<SimulatedDatabase> all = world.databases();
        if (cursor.isEmpty()) {
            return all;
        }
        int index = IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().toString().equalsIgnoreCase(cursor))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("starting_after is not the ID of a database: " + cursor));
        return all.subList(index + 1, all.size());
    }

    private static Predicate<SimulatedDatabase> included(String include) {
        String state = include.toLowerCase(Locale.ROOT);
        if (state.equals("all")) {
            return database -> true;
        }
        if (state.equals("nonterminated")) {
            return database -> !database.state().status().equals("TERMINATED");
        }
        if (!STATES.contains(state)) {
            throw Refusal.badRequest("include is not a known state: " + include);
        }
        return database -> database.state().status().equalsIgnoreCase(state);
    }

    private static Predicate<SimulatedDatabase> provided(String provider) {
        return switch (provider.toUpperCase(Locale.ROOT)) {
            case "ALL" -> database -> true;
            case "AWS" -> database -> database.cloud() == Cloud.AWS;
            case "GCP" -> database -> database.cloud() == Cloud.GCP;
            case "AZURE" -> database -> database.cloud() == Cloud.AZURE;
            default -> throw Refusal.badRequest("provider is not a known cloud: " + provider);
        };
    }

    private static int limit(String text) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            throw Refusal.badRequest("limit is not a number from 1 to " + MAX_LIMIT + ": " + text);
        }
        return Integer.parseInt(text);
    }
}
