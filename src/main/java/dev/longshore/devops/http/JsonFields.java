package dev.longshore.devops.http;

import dev.longshore.model.ForeignText;
import dev.longshore.model.Secret;
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
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]+={0,2}");
    /** More are not told: the first ones say enough about an answer. */
    private static final int MOST_ODDITIES = 20;
    private static final int MOST_OBJECTS = 100;
    private static final int LONGEST_TIME = 64;
    private static final int SHORTEST_SECRET = 8;
    private static final int LONGEST_SECRET = 64 << 10;

    private final JsonNode object;
    private final String path;
    private final List<Fact> oddities;
    private final List<String> secrets;

    private JsonFields(JsonNode object, String path, List<Fact> oddities, List<String> secrets) {
        this.object = object;
        this.path = path;
        this.oddities = oddities;
        this.secrets = secrets;
    }

    static JsonFields of(JsonNode object) {
        return new JsonFields(object, "", new ArrayList<>(), new ArrayList<>());
    }

    private JsonFields of(JsonNode inner, String name) {
        return new JsonFields(inner, path + name + ".", oddities, secrets);
    }

    /** An object without fields. */
    static JsonFields none() {
        return of(JsonNodeFactory.instance.objectNode());
    }

    /** What was odd so far, about this object and those in it. */
    List<Fact> oddities() {
        return List.copyOf(oddities);
    }

    /** Takes the texts of this object out of every text that is read from now on: the service may repeat them. */
    void hideSecrets() {
        object.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue)
                .filter(each -> each.length() >= SHORTEST_SECRET && each.length() <= LONGEST_SECRET)
                .forEach(secrets::add);
    }

    private @Nullable String text(String name) {
        var value = value(name, JsonNode::isString, ServiceFact.JSON_TEXT);
        return value == null ? null : value.stringValue();
    }

    /** Free text in one line, fit to be kept and shown: see {@link ForeignText#line}. */
    @Nullable
    String line(String name, int most) {
        return free(name, most, ForeignText::line);
    }

    /** A name, fit to be kept, shown and typed: see {@link ForeignText#name}. */
    @Nullable
    String name(String name, int most) {
        return free(name, most, ForeignText::name);
    }

    /** Free text, fit to be kept and shown: see {@link ForeignText#lines}. */
    @Nullable
    String lines(String name, int most) {
        return free(name, most, ForeignText::lines);
    }

    private @Nullable String free(String name, int most, BiFunction<String, Integer, String> clean) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        if (text.length() > most) {
            addOddity(ServiceFact.FIELD_TOO_LONG, name);
        }
        for (var secret : secrets) {
            text = text.replace(secret, Secret.of(secret).toString());
        }
        return clean.apply(text, most);
    }

    /** A text that is used as it is: refused, and told, with control characters in it or when it is too long. */
    @Nullable
    String exact(String name, int most) {
        var text = word(name);
        if (text != null && text.length() > most) {
            addOddity(ServiceFact.FIELD_TOO_LONG, name);
            return null;
        }
        if (text != null && ForeignText.hasControls(text)) {
            addOddity(ServiceFact.FIELD_WITH_CONTROLS, name);
            return null;
        }
        return text;
    }

    /** A text that is not empty, else null. */
    @Nullable
    String word(String name) {
        var text = text(name);
        return text == null || text.isBlank() ? null : text;
    }

    /** Base64 without the line ends that may be in it, as exact as {@link #exact}. */
    @Nullable
    String base64(String name, int most) {
        var text = word(name);
        var oneLine = text == null || text.length() > most ? text : text.replaceAll("\\s+", "");
        return oneLine == null || !BASE64.matcher(oneLine).matches() ? exact(name, most) : oneLine;
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
            var time = TIME.parse(text.length() > LONGEST_TIME ? "" : text.strip(), Instant::from);
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
        return value == null ? null : of(value, name);
    }

    /** The objects of a list, the first hundred of them; what is no object is left out. */
    List<JsonFields> objects(String name) {
        var value = value(name, JsonNode::isArray, ServiceFact.JSON_LIST);
        if (value == null) {
            return List.of();
        }
        if (value.size() > MOST_OBJECTS) {
            addOddity(ServiceFact.FIELD_TOO_LONG, name);
        }
        return value.valueStream().filter(JsonNode::isObject).limit(MOST_OBJECTS)
                .map(each -> of(each, name))
                .toList();
    }

    /** True where the field is there and holds no more than blanks. */
    boolean isBlankText(String name) {
        var value = object.get(name);
        return value != null && value.isString() && value.stringValue().isBlank();
    }

    boolean isEmpty() {
        return object.isEmpty();
    }

    /** Adds an oddity about a field. */
    void addOddity(ServiceFact kind, String name) {
        addOddity(Fact.of(kind, path + name));
    }

    private void addOddity(Fact oddity) {
        if (oddities.size() < MOST_ODDITIES) {
            oddities.add(oddity);
        }
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
        addOddity(Fact.of(
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
