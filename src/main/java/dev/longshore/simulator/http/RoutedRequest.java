package dev.longshore.simulator.http;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A request the router made out: its operation, and the names in its path where there are any. */
public record RoutedRequest(SimulatedOperation operation, ReceivedRequest request, Map<String, String> pathVariables) {

    public static final String CLEANUP_TIME = "option.cleanupTime";

    private static final Pattern UUID_FORM = Pattern
            .compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    public UUID databaseId() {
        return uuid("database");
    }

    public UUID migrationId() {
        return uuid("migration");
    }

    public String datacenterId() {
        return pathVariable("datacenter");
    }

    public String pathVariable(String key) {
        return pathVariables.getOrDefault(key, "");
    }

    private UUID uuid(String key) {
        String text = pathVariable(key);
        if (!UUID_FORM.matcher(text).matches()) {
            throw ApiRejection.badRequest("The " + key + " ID is not a valid UUID: " + text);
        }
        return UUID.fromString(text);
    }
}
