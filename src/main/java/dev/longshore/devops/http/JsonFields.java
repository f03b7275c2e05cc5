package dev.longshore.devops.http;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The fields of a JSON object, read tolerantly: what is missing or null is null, and so is what has another type or
 * form than documented, which is told as an oddity that names the field and never its value.
 */
final class JsonFields {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final JsonNode object;
    private final String path;
    private final List<Fact> oddities;

    private JsonFields(JsonNode object, String path, List<Fact> oddities) {
        this.object = object;
        this.path = path;
        this.oddities = oddities;
    }

    static JsonFields of(JsonNode object) {
        return new JsonFields(object, "", new ArrayList<>());
    }

    /** An object without fields. */
    static JsonFields none() {
        return of(JsonNodeFactory.instance.objectNode());
    }

    /** What was odd so far, about this object and those in it. */
    List<Fact> oddities() {
        return List.copyOf(oddities);
    }

    @Nullable
    String text(String name) {
        var value = value(name, JsonNode::isString, ServiceFact.JSON_TEXT);
        return value == null ? null : value.stringValue();
    }

    /** A text that is not empty, else null. */
    @Nullable
    String word(String name) {
        var text = text(name);
        return text == null || text.isBlank() ? null : text;
    }

    @Nullable
    Integer wholeNumber(String name) {
        var value = value(
                name,
                each -> each.isNumber() && each.canConvertToExactIntegral() && each.canConvertToInt(),
                ServiceFact.JSON_WHOLE_NUMBER);
        return value == null ? null : Integer.valueOf(value.intValue());
    }

    @Nullable
    Double number(String name) {
        var value = value(
                name,
                each -> each.isNumber() && Double.isFinite(each.doubleValue(Double.NaN)),
                ServiceFact.JSON_NUMBER);
        return value == null ? null : Double.valueOf(value.doubleValue());
    }

    /** A time with its offset from UTC; an empty text counts as none. */
    @Nullable
    Instant time(String name) {
        var text = word(name);
        if (text == null) {
            return null;
        }
        try {
            var time = TIME.parse(text.strip(), Instant::from);
            if (!time.isBefore(FIRST) && time.isBefore(AFTER_LAST)) {
                return time;
            }
        } catch (DateTimeException _) {
            // Told below, as for a time that cannot be.
        }
        addOddity(ServiceFact.FIELD_NO_TIME, name);
        return null;
    }

    @Nullable
    JsonFields object(String name) {
        var value = value(name, JsonNode::isObject, ServiceFact.JSON_OBJECT);
        return value == null ? null : new JsonFields(value, path + name + ".", oddities);
    }

    /** The objects of a list; what is no object is left out. */
    List<JsonFields> objects(String name) {
        var value = value(name, JsonNode::isArray, ServiceFact.JSON_LIST);
        return value == null
                ? List.of()
                : value.valueStream()
                        .filter(JsonNode::isObject)
                        .map(each -> new JsonFields(each, path + name + ".", oddities))
                        .toList();
    }

    boolean isEmpty() {
        return object.isEmpty();
    }

    /** Adds an oddity about a field. */
    void addOddity(ServiceFact kind, String name) {
        oddities.add(Fact.of(kind, path + name));
    }

    private @Nullable JsonNode value(String name, Predicate<JsonNode> fits,
            ServiceFact documented) {
        var value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (fits.test(value)) {
            return value;
        }
        oddities.add(Fact.of(
                ServiceFact.FIELD_OF_OTHER_TYPE, path + name, Fact.of(documented), Fact.of(type(value, documented))));
        return null;
    }

    private static ServiceFact type(JsonNode value, ServiceFact documented) {
        return value.isNumber()
                && (documented == ServiceFact.JSON_NUMBER || documented == ServiceFact.JSON_WHOLE_NUMBER)
                        ? ServiceFact.JSON_OTHER_NUMBER
                        : type(value);
    }

    /** What type {@code value} has. */
    static ServiceFact type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> ServiceFact.JSON_LIST;
            case OBJECT -> ServiceFact.JSON_OBJECT;
            case STRING -> ServiceFact.JSON_TEXT;
            case NUMBER -> ServiceFact.JSON_NUMBER;
            case BOOLEAN -> ServiceFact.JSON_BOOLEAN;
            case NULL, MISSING, BINARY, POJO -> ServiceFact.JSON_NULL;
        };
    }
}
