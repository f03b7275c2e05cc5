package dev.longshore.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a fault and its aim from the body of {@code POST /simulator/faults}, for instance
 * <pre>{@code {"fault": "rate-limited", "seconds": 30, "operation": "STATUS", "times": 3}}</pre>
 *
 * <p>{@code fault} is one of {@code moved-permanently}, {@code page-not-found}, {@code not-json} ({@code status}),
 * {@code empty-reply}, {@code connection-reset}, {@code lost-answer}, {@code rate-limited} ({@code seconds},
 * {@code asDate}), {@code error-status} ({@code status}, {@code message}), {@code gateway-error} ({@code status},
 * {@code afterWork}), {@code slow-answer} ({@code seconds}), {@code stalled-answer} ({@code seconds}),
 * {@code truncated-body}, {@code empty-body}, {@code huge-body} ({@code bytes}), {@code missing-field}, {@code null-field},
 * {@code unknown-field}, {@code wrong-type} (each {@code field}), {@code status-word} ({@code word}), {@code wrong-clock}
 * ({@code seconds}), {@code redirect} ({@code status}, {@code location}).
 *
 * <p>The aim: {@code operation} by its name in {@link Operation}, {@code migration} by its id, {@code method}, {@code path}
 * as a regular expression, {@code skip}, {@code times} (0 for always) and {@code probability}.
 */
final class FaultRequests {

    private FaultRequests() {}

    record Parsed(Fault fault, Aim aim) {}

    static Parsed parse(String body) {
        try {
            JsonNode json = Json.read(body);
            return new Parsed(fault(json), aim(json));
        } catch (JacksonException | IllegalArgumentException e) {
            throw Refusal.badRequest("That is no fault with an aim: " + e.getMessage());
        }
    }

    private static Fault fault(JsonNode json) {
        String name = json.path("fault").asString("");
        return switch (name) {
            case "moved-permanently" -> new Fault.MovedPermanently();
            case "page-not-found" -> new Fault.PageNotFound();
            case "not-json" -> new Fault.NotJson(json.path("status").asInt(200));
            case "empty-reply" -> new Fault.EmptyReply();
            case "connection-reset" -> new Fault.ConnectionReset();
            case "lost-answer" -> new Fault.LostAnswer();
            case "rate-limited" -> new Fault.RateLimited(seconds(json), json.path("asDate").asBoolean(false));
            case "error-status" ->
                new Fault.ErrorStatus(status(json), json.path("message").asString("Something is broken"));
            case "gateway-error" -> new Fault.GatewayError(status(json), json.path("afterWork").asBoolean(false));
            case "slow-answer" -> new Fault.SlowAnswer(seconds(json));
            case "stalled-answer" -> new Fault.StalledAnswer(seconds(json));
            case "truncated-body" -> new Fault.TruncatedBody();
            case "empty-body" -> new Fault.EmptyBody();
            case "huge-body" -> new Fault.HugeBody(json.path("bytes").asLong(64L * 1024 * 1024));
            case "status-word" -> new Fault.StatusWord(json.path("word").asString("Hibernating"));
            case "wrong-clock" -> new Fault.WrongClock(seconds(json));
            case "redirect" -> redirect(json);
            default -> fieldFault(name, json.path("field").asString("status"));
        };
    }

    private static Fault fieldFault(String name, String field) {
        return switch (name) {
            case "missing-field" -> new Fault.MissingField(field);
            case "null-field" -> new Fault.NullField(field);
            case "unknown-field" -> new Fault.UnknownField(field);
            case "wrong-type" -> new Fault.WrongType(field);
            default -> throw new IllegalArgumentException("nobody knows a fault named '" + name + "'");
        };
    }

    private static Fault redirect(JsonNode json) {
        String location = json.path("location").asString("http://elsewhere.invalid/");
        return new Fault.Redirect(json.path("status").asInt(302), URI.create(location));
    }

    private static Aim aim(JsonNode json) {
        Aim aim = Aim.any();
        if (json.hasNonNull("operation")) {
            aim = Aim.at(Operation.valueOf(json.path("operation").asString().toUpperCase(Locale.ROOT)));
        }
        if (json.hasNonNull("migration")) {
            aim = aim.migration(UUID.fromString(json.path("migration").asString()));
        }
        if (json.hasNonNull("method")) {
            aim = aim.method(json.path("method").asString());
        }
        if (json.hasNonNull("path")) {
            aim = aim.path(json.path("path").asString());
        }
        return dosed(aim.skip(json.path("skip").asInt(0)), json);
    }

    private static Aim dosed(Aim aim, JsonNode json) {
        if (json.hasNonNull("probability")) {
            return aim.probability(json.path("probability").asDouble());
        }
        int times = json.path("times").asInt(1);
        return times == 0 ? aim.always() : aim.times(times);
    }

    private static Duration seconds(JsonNode json) {
        return Duration.ofSeconds(json.path("seconds").asLong(10));
    }

    private static int status(JsonNode json) {
        return json.path("status").asInt(500);
    }
}
