package dev.longshore.devops.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a body says when it is read as JSON, whatever its Content-Type. */
sealed interface Json {
    /** The limits keep a hostile answer from filling the memory with nodes. */
    JsonMapper TOLERANT = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10_000)
                    .maxNumberLength(10_000)
                    .maxTokenCount(1_000_000)
                    .build())
            .build())
            .build();

    /** It is JSON. */
    record ValidJson(JsonNode value) implements Json {}

    /** It cannot be read as JSON. */
    enum UnreadableJson implements Json {
        /** It begins as JSON and ends too early. */
        TRUNCATED,
        /** It is no JSON, or one that is deeper or larger than any answer. */
        BROKEN
    }

    static Json of(byte[] bytes) {
        try {
            var value = TOLERANT.readTree(bytes);
            return value == null || value.isMissingNode() ? UnreadableJson.BROKEN : new ValidJson(value);
        } catch (JacksonException noJson) {
            return endsTooEarly(noJson) ? UnreadableJson.TRUNCATED : UnreadableJson.BROKEN;
        }
    }

    private static boolean endsTooEarly(JacksonException noJson) {
        // Jackson has a type for the end within a value, and for the end between values only the text.
        return noJson instanceof UnexpectedEndOfInputException
                || noJson.getOriginalMessage().startsWith("Unexpected end-of-input");
    }
}
