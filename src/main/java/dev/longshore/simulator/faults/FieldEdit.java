package dev.longshore.simulator.faults;

import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Spoils one field of an answer; in a list, of every element. */
final class FieldEdit {

    private FieldEdit() {}

    static JsonNode remove(JsonNode json, String field) {
        return edit(json, field, ObjectNode::remove);
    }

    static JsonNode setNull(JsonNode json, String field) {
        return edit(json, field, ObjectNode::putNull);
    }

    static JsonNode add(JsonNode json, String field) {
        return edit(json, field, (owner, name) -> owner.putObject(name).put("since", "2027"));
    }

    static JsonNode setText(JsonNode json, String field, String text) {
        return edit(json, field, (owner, name) -> owner.put(name, text));
    }

    static JsonNode changeType(JsonNode json, String field) {
        return edit(json, field, FieldEdit::changeType);
    }

    private static void changeType(ObjectNode owner, String name) {
        JsonNode value = owner.get(name);
        if (value != null && value.isContainer()) {
            owner.put(name, 42);
        } else {
            owner.putObject(name).put("value", 42);
        }
    }

    private static JsonNode edit(JsonNode json, String field, BiConsumer<ObjectNode, String> change) {
        Iterable<JsonNode> elements = json.isArray() ? json.values() : List.of(json);
        for (JsonNode element : elements) {
            JsonNode owner = owner(element, field);
            if (owner instanceof ObjectNode object) {
                change.accept(object, field.substring(field.lastIndexOf('.') + 1));
            }
        }
        return json;
    }

    private static JsonNode owner(JsonNode element, String field) {
        int dot = field.lastIndexOf('.');
        return dot < 0 ? element : element.at("/" + field.substring(0, dot).replace('.', '/'));
    }
}
