package dev.longshore.registerfile;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Entries out of JSON objects, at whatever depth they are; token by token, so that a fault loses only what follows. */
final class JsonRegisterReader {
    private static final Set<String> IDS = Set.of(RegisterFileBuilder.DATABASE, RegisterFileBuilder.MIGRATION);
    private static final Set<String> OTHERS = Set.of(RegisterFileBuilder.NAME, RegisterFileBuilder.TAGS);

    private static final String ANSWER_OF_SERVICE = "migrationID";

    private final RegisterFileBuilder builder = new RegisterFileBuilder();
    private final String text;
    private final boolean isJson;
    private int count;
    private boolean isWhole = true;

    JsonRegisterReader(String text) {
        var bracket = firstBracket(text);
        var before = text.substring(0, Math.max(0, bracket));
        this.isJson = before.isBlank() || before.equals("\uFEFF");
        // Blank instead of away, so that lines and columns stay what they are.
        this.text = bracket < 0 ? "" : before.replaceAll("[^\\n]", " ") + text.substring(bracket);
    }

    /** Whatever stands before it may be a greeting, a byte order mark, or the fence of a code block. */
    private static int firstBracket(String text) {
        var array = text.indexOf('[');
        var object = text.indexOf('{');
        return array < 0 || object < 0 ? Math.max(array, object) : Math.min(array, object);
    }

    RegisterFile read() {
        // What a user types is read at every key, on the thread of the window.
        if (text.isEmpty()) {
            return builder.toFile();
        }
        try (var json = factory().createParser(ObjectReadContext.empty(), text)) {
            read(json);
        }
        return builder.toFile();
    }

    /** True when there is nothing else in the text. */
    boolean isWholeText() {
        return isJson && isWhole;
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).build())
                .build();
    }

    private void read(JsonParser json) {
        try {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                value(json, token);
            }
        } catch (JacksonException fault) {
            isWhole = false;
            var isWithin = !json.streamReadContext().inRoot();
            // A bracket in other text begins no value, and after the end of a value there may be any other text.
            if (count > 0 ? isWithin || goesOn(fault) : isWithin && isJson) {
                addProblem(fault);
            }
        }
    }

    private boolean goesOn(JacksonException fault) {
        return fault.getLocation() != null
                && text.indexOf(RegisterFileBuilder.DATABASE,
                        (int) Math.max(0, fault.getLocation().getCharOffset())) >= 0;
    }

    private void addProblem(JacksonException fault) {
        var at = fault.getLocation();
        if (fault instanceof StreamConstraintsException) {
            builder.addProblem(FileFact.TOO_DEEP);
        } else if (at == null || at.getCharOffset() >= text.length()) {
            builder.addProblem(FileFact.ENDS_TOO_EARLY);
        } else {
            builder.addProblem(
                    FileFact.INVALID_JSON, Integer.toString(at.getLineNr()), Integer.toString(at.getColumnNr()));
        }
    }

    private void value(JsonParser json, JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            object(json);
        } else if (token == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                value(json, Objects.requireNonNull(json.currentToken()));
            }
        }
    }

    private void object(JsonParser json) {
        var line = Integer.toString(json.currentTokenLocation().getLineNr());
        Map<String, String> fields = new HashMap<>();
        Set<String> unclear = new TreeSet<>();
        var ofService = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            ofService |= json.currentName().equals(ANSWER_OF_SERVICE);
            var name = RegisterField.named(json.currentName()).map(RegisterField::title).orElse("");
            var token = Objects.requireNonNull(json.nextToken());
            if (IDS.contains(name) || OTHERS.contains(name)) {
                field(name, text(json, name), fields, unclear);
            } else {
                value(json, token);
            }
        }
        // A status answer need not name its database: the address does.
        var needed = ofService ? RegisterFileBuilder.DATABASE : "";
        if (IDS.stream().filter(each -> needed.isEmpty() || each.equals(needed))
                .anyMatch(each -> fields.containsKey(each) || unclear.contains(each))) {
            take(Fact.of(FileFact.ENTRY, Integer.toString(++count), line), fields, unclear);
        }
    }

    private static void field(
            String name, Optional<String> text, Map<String, String> fields, Set<String> unclear) {
        var before = text.map(each -> fields.putIfAbsent(name, each));
        if (text.isEmpty() || (before.isPresent() && !before.equals(text))) {
            unclear.add(name);
        }
    }

    /** The field's text, if it is one; a name may be a number, and tags may be a list. */
    private static Optional<String> text(JsonParser json, String name) {
        var token = Objects.requireNonNull(json.currentToken());
        if (token == JsonToken.VALUE_NULL) {
            return Optional.of("");
        }
        if (token == JsonToken.START_ARRAY && name.equals(RegisterFileBuilder.TAGS)) {
            return words(json);
        }
        var isText = token == JsonToken.VALUE_STRING || (token.isScalarValue() && !IDS.contains(name));
        var text = isText ? Optional.of(json.getString().strip()) : Optional.<String>empty();
        json.skipChildren();
        return text;
    }

    private static Optional<String> words(JsonParser json) {
        List<String> words = new ArrayList<>();
        var onlyWords = true;
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            onlyWords &= token != null && token.isScalarValue();
            words.add(json.getString());
            json.skipChildren();
        }
        return onlyWords ? Optional.of(String.join(",", words)) : Optional.empty();
    }

    private void take(Fact where, Map<String, String> fields, Set<String> unclear) {
        if (IDS.stream().anyMatch(unclear::contains)) {
            builder.addProblem(FileFact.UNCLEAR_IDS, where, String.join(", ", unclear));
        } else {
            unclear.forEach(each -> builder.addProblem(FileFact.UNCLEAR_FIELD, where, each));
            fields.keySet().removeAll(unclear);
            builder.add(where, fields);
        }
    }
}
