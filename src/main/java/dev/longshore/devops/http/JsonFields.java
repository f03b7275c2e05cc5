package dev.longshore.devops.http;

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
    private final List<String> oddities;

    private JsonFields(JsonNode object, String path, List<String> oddities) {
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
    List<String> oddities() {
        return List.copyOf(oddities);
    }

    @Nullable
    String text(String name) {
        var value = value(name, JsonNode::isString, "text");
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
                "a whole number");
        return value == null ? null : Integer.valueOf(value.intValue());
    }

    @Nullable
    Double number(String name) {
        var value = value(name, each -> each.isNumber() && Double.isFinite(each.doubleValue(Double.NaN)), "a number");
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
        addOddity(name, "cannot be read as a time with its offset from UTC");
        return null;
    }

    @Nullable
    JsonFields object(String name) {
        var value = value(name, JsonNode::isObject, "an object");
        return value == null ? null : new JsonFields(value, path + name + ".", oddities);
    }

    /** The objects of a list; what is no object is left out. */
    List<JsonFields> objects(String name) {
        var value = value(name, JsonNode::isArray, "a list");
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
    void addOddity(String name, String what) {
        oddities.add("The field \"" + path + name + "\" " + what + ".");
    }

    private @Nullable JsonNode value(String name, Predicate<JsonNode> fits, String documented) {
        var value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (fits.test(value)) {
            return value;
        }
        addOddity(name, "should be " + documented + " but is " + kind(value, documented));
        return null;
    }

    private static String kind(JsonNode value, String documented) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "text";
            case NUMBER -> documented.endsWith("number") ? "another number" : "a number";
            case BOOLEAN -> "true or false";
            case BINARY, MISSING, NULL, POJO -> "something else";
        };
    }
}
