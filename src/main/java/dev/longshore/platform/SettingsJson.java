package dev.longshore.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settings as JSON. Each field is read by itself, so that one that cannot be read (of a newer version, or changed by
 * hand) costs only what it says.
 */
final class SettingsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private SettingsJson() {}

    static byte[] write(Settings settings) {
        return MAPPER.writeValueAsBytes(settings);
    }

    /** @throws JacksonException when it is no JSON object */
    static Settings read(byte[] json) {
        var root = MAPPER.readTree(json);
        if (!root.isObject()) {
            throw new NotAnObjectException();
        }
        var usual = Settings.DEFAULT;
        return new Settings(
                value(root.get("window"), Settings.WindowPlace.class),
                values(root.get("dividers"), Double.class),
                values(root.get("tables"), Settings.TableLayout.class),
                value(root.get("theme"), Settings.ThemeChoice.class).orElse(usual.theme()),
                value(root.get("zone"), Settings.ZoneChoice.class).orElse(usual.zone()),
                value(root.get("lastScreen"), String.class).orElse(usual.lastScreen()));
    }

    private static <T> Map<String, T> values(@Nullable JsonNode object, Class<T> type) {
        var values = new HashMap<String, T>();
        if (object != null) {
            object.forEachEntry((name, node) -> value(node, type).ifPresent(value -> values.put(name, value)));
        }
        return values;
    }

    private static <T> Optional<T> value(@Nullable JsonNode node, Class<T> type) {
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.treeToValue(node, type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The file holds JSON of another kind. */
    static final class NotAnObjectException extends JacksonException {
        private static final long serialVersionUID = 1L;

        NotAnObjectException() {
            super("not a JSON object");
        }
    }
}
