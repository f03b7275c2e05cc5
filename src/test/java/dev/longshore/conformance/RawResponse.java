package dev.longshore.conformance;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer as it came over the wire; nothing of the client has touched it. */
record RawResponse(HttpResponse<String> response) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    JsonNode json() {
        return MAPPER.readTree(response.body());
    }

    /** The value at a JSON pointer without its first slash; empty where there is none. */
    String at(String pointer) {
        return json().at("/" + pointer).asString("");
    }

    boolean isNull(String pointer) {
        return json().at("/" + pointer).isNull();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
