package dev.longshore.simulator.faults;

import dev.longshore.simulator.http.ApiRejection;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.simulator.http.SimulatorJson;
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
 * <p>The aim: {@code operation} by its name in {@link SimulatedOperation}, {@code migration} by its id, {@code method}, {@code path}
 * as a regular expression, {@code skip}, {@code times} (0 for always) and {@code probability}.
 */
public final class FaultParser {

    private static final long YEARS_IN_SECONDS = 10L * 365 * 86_400;
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_REQUESTS = 1_000_000;

    private FaultParser() {}

    public record ParsedFault(SimulatedFault fault, FaultTarget target) {}

    public static ParsedFault parse(String body) {
        try {
            JsonNode json = SimulatorJson.read(body);
            return new ParsedFault(fault(json), target(json));
        } catch (JacksonException | IllegalArgumentException e) {
            throw ApiRejection.badRequest("That is no fault with an aim: " + e.getMessage());
        }
    }

    private static SimulatedFault fault(JsonNode json) {
        String name = json.path("fault").asString("");
        return switch (name) {
            case "moved-permanently" -> SimulatedFault.PlainFault.MOVED_PERMANENTLY;
            case "page-not-found" -> SimulatedFault.PlainFault.PAGE_NOT_FOUND;
            case "not-json" -> new SimulatedFault.NotJson(status(json, 200));
            case "empty-reply" -> SimulatedFault.PlainFault.EMPTY_REPLY;
            case "connection-reset" -> SimulatedFault.PlainFault.CONNECTION_RESET;
            case "lost-answer" -> SimulatedFault.PlainFault.LOST_ANSWER;
            case "rate-limited" ->
                new SimulatedFault.TooManyRequests(wait(json), json.path("asDate").asBoolean(false));
            case "error-status" ->
                new SimulatedFault.ErrorStatus(status(json), json.path("message").asString("Something is broken"));
            case "gateway-error" ->
                new SimulatedFault.GatewayError(status(json), json.path("afterWork").asBoolean(false));
            case "slow-answer" -> new SimulatedFault.SlowAnswer(wait(json));
            case "stalled-answer" -> new SimulatedFault.StalledAnswer(wait(json));
            case "truncated-body" -> SimulatedFault.PlainFault.TRUNCATED_BODY;
            case "empty-body" -> SimulatedFault.PlainFault.EMPTY_BODY;
            case "huge-body" -> new SimulatedFault.HugeBody(number(json, "bytes", 64L * 1024 * 1024, 0, MOST_BYTES));
            case "status-word" -> new SimulatedFault.StatusWord(json.path("word").asString("Hibernating"));
            case "wrong-clock" -> new SimulatedFault.WrongClock(seconds(json));
            case "redirect" -> redirect(json);
            default -> fieldFault(name, json.path("field").asString("status"));
        };
    }

    private static SimulatedFault fieldFault(String name, String field) {
        return switch (name) {
            case "missing-field" -> new SimulatedFault.MissingField(field);
            case "null-field" -> new SimulatedFault.NullField(field);
            case "unknown-field" -> new SimulatedFault.UnknownField(field);
            case "wrong-type" -> new SimulatedFault.WrongType(field);
            default -> throw new IllegalArgumentException("nobody knows a fault named '" + name + "'");
        };
    }

    private static SimulatedFault redirect(JsonNode json) {
        String location = json.path("location").asString("http://elsewhere.invalid/");
        return new SimulatedFault.Redirect(status(json, 302), URI.create(location));
    }

    private static FaultTarget target(JsonNode json) {
        FaultTarget target = FaultTarget.any();
        if (json.hasNonNull("operation")) {
            target = FaultTarget
                    .operation(SimulatedOperation.valueOf(json.path("operation").asString().toUpperCase(Locale.ROOT)));
        }
        if (json.hasNonNull("migration")) {
            target = target.migration(UUID.fromString(json.path("migration").asString()));
        }
        if (json.hasNonNull("method")) {
            target = target.method(json.path("method").asString());
        }
        if (json.hasNonNull("path")) {
            target = target.path(json.path("path").asString());
        }
        return withRepetition(target.skip((int) number(json, "skip", 0, 0, MOST_REQUESTS)), json);
    }

    private static FaultTarget withRepetition(FaultTarget target, JsonNode json) {
        if (json.hasNonNull("probability")) {
            return target.probability(probability(json));
        }
        int times = (int) number(json, "times", 1, 0, MOST_REQUESTS);
        return times == 0 ? target.always() : target.times(times);
    }

    private static Duration seconds(JsonNode json) {
        return Duration.ofSeconds(number(json, "seconds", 10, -YEARS_IN_SECONDS, YEARS_IN_SECONDS));
    }

    /** How long to wait, which is never less than nothing. */
    private static Duration wait(JsonNode json) {
        return Duration.ofSeconds(number(json, "seconds", 10, 0, YEARS_IN_SECONDS));
    }

    private static int status(JsonNode json) {
        return status(json, 500);
    }

    private static int status(JsonNode json, int otherwise) {
        return (int) number(json, "status", otherwise, 200, 599);
    }

    private static long number(JsonNode json, String name, long otherwise, long least, long most) {
        JsonNode value = json.path(name);
        if (value.isNumber() && !value.canConvertToLong()) {
            throw new IllegalArgumentException(name + " is out of range");
        }
        long number = value.asLong(otherwise);
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + " is a number from " + least + " to " + most);
        }
        return number;
    }

    private static double probability(JsonNode json) {
        double probability = json.path("probability").asDouble();
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability is a number from 0 to 1");
        }
        return probability;
    }
}
