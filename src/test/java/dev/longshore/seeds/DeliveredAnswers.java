package dev.longshore.seeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every status that came back whole to the program, read apart from the program: what it may say it has observed. */
final class DeliveredAnswers {
    private static final Pattern STATUS = Pattern.compile("GET /v2/databases/[^/]+/migrations/([^/? ]+) .*");

    private final Map<String, List<DeliveredStatus>> statuses = new HashMap<>();
    /** The same by ID and time. */
    private final Map<String, List<DeliveredStatus>> byTime = new HashMap<>();
    private final Set<String> secrets = new HashSet<>();

    /**
     * A status that was delivered.
     *
     * @param at when, by the computer's clock
     * @param trueAt when, by the service's
     */
    record DeliveredStatus(Instant at, Instant trueAt, String word, String progress, String cleanupTime) {}

    /** Takes note of an answer as its bytes came. */
    void add(String requestLine, String answer, Instant at, Instant trueAt) {
        var request = STATUS.matcher(requestLine);
        var end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        var body = read(answer.substring(end + 4));
        remember(body.path("uploadCredentials").path("keys"));
        if (request.matches() && answer.startsWith("HTTP/1.1 200") && body.isObject()) {
            var id = request.group(1).toLowerCase(Locale.ROOT);
            var status = new DeliveredStatus(at, trueAt, text(body, "status"), text(body, "progressInfo"),
                    text(body, "expectedCleanupTime"));
            statuses.computeIfAbsent(id, _ -> new ArrayList<>()).add(status);
            byTime.computeIfAbsent(id + at, _ -> new ArrayList<>()).add(status);
        }
    }

    private void remember(JsonNode keys) {
        for (var each : keys) {
            if (each.isString() && each.asString().length() > 20) {
                secrets.add(each.asString());
            }
        }
    }

    private static JsonNode read(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException none) {
            return JsonMapper.shared().missingNode();
        }
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).isString() ? body.path(field).asString() : "";
    }

    /** What was delivered of a migration, oldest first. */
    List<DeliveredStatus> of(String migration) {
        return statuses.getOrDefault(migration.toLowerCase(Locale.ROOT), List.of());
    }

    /** What was delivered of it at that time by the computer's clock. */
    Stream<DeliveredStatus> of(String migration, Instant at) {
        return byTime.getOrDefault(migration.toLowerCase(Locale.ROOT) + at, List.of()).stream();
    }

    /** Upload credentials that were delivered. */
    Set<String> secrets() {
        return secrets;
    }
}
