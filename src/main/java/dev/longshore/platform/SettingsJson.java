package dev.longshore.platform;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Settings as one flat JSON object. A value that is no text (of a newer version, or changed by hand) is left out. */
final class SettingsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SettingsJson() {}

    static byte[] write(Map<String, String> settings) {
        return MAPPER.writeValueAsBytes(settings);
    }

    /** @throws JacksonException when it is no JSON object */
    static Map<String, String> read(byte[] json) {
        var root = MAPPER.readTree(json);
        if (!root.isObject()) {
            throw new NotAnObjectException();
        }
        var settings = new HashMap<String, String>();
        root.forEachEntry((name, node) -> {
            if (node.isString()) {
                settings.put(name, node.stringValue());
            }
        });
        return settings;
    }

    private static final class NotAnObjectException extends JacksonException {
        private static final long serialVersionUID = 1L;

        NotAnObjectException() {
            super("The settings are no JSON object.");
        }
    }
}
