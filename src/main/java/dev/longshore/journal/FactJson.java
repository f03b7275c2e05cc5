package dev.longshore.journal;

import dev.longshore.model.Action;
import dev.longshore.model.Deadline;
import dev.longshore.model.Operation;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.CleanupFact;
import dev.longshore.model.fact.CommonFact;
import dev.longshore.model.fact.DeadlineFact;
import dev.longshore.model.fact.Distance;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactKind;
import dev.longshore.model.fact.FileFact;
import dev.longshore.model.fact.ForecastFact;
import dev.longshore.model.fact.JournalFact;
import dev.longshore.model.fact.KeystoreFact;
import dev.longshore.model.fact.LaunchFact;
import dev.longshore.model.fact.LifecycleFact;
import dev.longshore.model.fact.NotifyFact;
import dev.longshore.model.fact.PlanFact;
import dev.longshore.model.fact.PreflightFact;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.model.fact.UpdateFact;
import dev.longshore.model.fact.UploadFact;
import dev.longshore.model.fact.WatchFact;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts as JSON, such as {@code {"fact": "WatchFact.NOT_ADDED", "figures": [{"fact": …}]}}. A figure is an object with one
 * property, which says what it is. What a later version cannot read is not read; the names of constants are for good.
 */
final class FactJson {
    private static final Logger LOG = LoggerFactory.getLogger(FactJson.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The enums of kinds and of figures that a fact can hold. */
    static final List<Class<? extends Enum<?>>> ENUMS = List.of(
            AdviceFact.class, CleanupFact.class, CommonFact.class, DeadlineFact.class, FileFact.class,
            ForecastFact.class,
            JournalFact.class, KeystoreFact.class, LaunchFact.class, LifecycleFact.class, NotifyFact.class,
            PlanFact.class, PreflightFact.class,
            ServiceFact.class, StartFact.class, UpdateFact.class, UploadFact.class, WatchFact.class, Action.class,
            Deadline.Cause.class,
            Operation.class,
            Phase.class);

    private static final Map<String, Enum<?>> CONSTANTS = ENUMS.stream()
            .<Enum<?>>flatMap(each -> Arrays.stream(each.getEnumConstants()))
            .collect(Collectors.toUnmodifiableMap(FactJson::name, Function.identity()));

    private FactJson() {}

    private static String name(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    /** The JSON, or empty where a figure is of a type that facts do not have: the text is enough then. */
    static Optional<String> write(Fact fact) {
        try {
            return Optional.of(JSON.writeValueAsString(tree(fact)));
        } catch (IllegalArgumentException unknown) {
            LOG.error("A fact is recorded as text only", unknown);
            return Optional.empty();
        }
    }

    private static Map<String, Object> tree(Fact fact) {
        return Map.of("fact", fact.kind().key(), "figures", fact.figures().stream().map(FactJson::figure).toList());
    }

    private static Map<String, Object> figure(Object figure) {
        return switch (figure) {
            case Fact fact -> tree(fact);
            case String text -> Map.of("text", text);
            case Instant time -> Map.of("time", time.toString());
            case Distance distance -> Map.of("distance", distance.to().toString());
            case Duration length -> Map.of("length", length.toString());
            case Status status -> Map.of("status", status.raw());
            case Enum<?> constant when CONSTANTS.containsKey(name(constant)) -> Map.of("constant", name(constant));
            case Integer number -> Map.of("integer", number);
            case Long number -> Map.of("long", number);
            case Double number -> Map.of("decimal", number);
            default -> throw new IllegalArgumentException("No figure of a fact: " + figure.getClass());
        };
    }

    /** The fact, or empty where it cannot be read. */
    static Optional<Fact> read(String json) {
        try {
            return Optional.of(fact(JSON.readTree(json)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Fact fact(JsonNode tree) {
        if (constant(tree.path("fact").asString()) instanceof FactKind kind && tree.path("figures").isArray()) {
            return new Fact(kind, tree.path("figures").valueStream().map(FactJson::figure).toList());
        }
        throw new IllegalArgumentException("No fact: " + tree);
    }

    private static Object figure(JsonNode tree) {
        if (tree.has("fact")) {
            return fact(tree);
        }
        var property = tree.properties().stream().findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No figure: " + tree));
        var value = property.getValue();
        return switch (property.getKey()) {
            case "text" -> value.asString();
            case "time" -> Instant.parse(value.asString());
            case "distance" -> new Distance(Instant.parse(value.asString()));
            case "length" -> Duration.parse(value.asString());
            case "status" -> Status.of(value.asString());
            case "constant" -> constant(value.asString());
            case "integer" -> value.asInt();
            case "long" -> value.asLong();
            case "decimal" -> value.asDouble();
            default -> throw new IllegalArgumentException("Unknown figure: " + property.getKey());
        };
    }

    private static Enum<?> constant(String name) {
        var constant = CONSTANTS.get(name);
        if (constant == null) {
            throw new IllegalArgumentException("Unknown constant: " + name);
        }
        return constant;
    }
}
