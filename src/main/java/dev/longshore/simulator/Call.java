package dev.longshore.simulator;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A request the router made out: its operation, and the names in its path where there are any. */
record Call(Operation operation, HttpRequest request, Map<String, String> names) {

    static final String CLEANUP_TIME = "option.cleanupTime";

    private static final Pattern UUID_FORM = Pattern
            .compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    UUID databaseId() {
        return uuid("database");
    }

    UUID migrationId() {
        return uuid("migration");
    }

    String datacenterId() {
        return name("datacenter");
    }

    String name(String key) {
        return names.getOrDefault(key, "");
    }

    private UUID uuid(String key) {
        String text = name(key);
        if (!UUID_FORM.matcher(text).matches()) {
            throw Refusal.badRequest("The " + key + " ID is not a valid UUID: " + text);
        }
        return UUID.fromString(text);
    }
}
