package dev.longshore.simulator;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is answered: a status, headers and a body. */
record Answer(int status, String contentType, String body, Map<String, String> headers) {

    static Answer json(JsonNode node) {
        return new Answer(200, "application/json", Json.text(node), Map.of());
    }

    /** An error in the documented envelope. */
    static Answer error(int status, String message) {
        ObjectNode envelope = Json.object();
        envelope.putArray("errors").addObject().put("ID", 2_000_000 + status).put("message", message);
        return new Answer(status, "application/json", Json.text(envelope), Map.of());
    }

    static Answer html(int status, String html) {
        return new Answer(status, "text/html; charset=utf-8", html, Map.of());
    }

    static Answer text(int status, String text) {
        return new Answer(status, "text/plain; charset=utf-8", text, Map.of());
    }

    /** As a Go server answers a path nobody serves. */
    static Answer noSuchPage() {
        return text(404, "404 page not found\n");
    }

    static Answer movedPermanently(String location) {
        return html(301, "<a href=\"" + escaped(location) + "\">Moved Permanently</a>.\n\n")
                .with("Location", location);
    }

    Answer with(String header, String value) {
        return new Answer(status, contentType, body, Map.of(header, value));
    }

    Answer withBody(String other) {
        return new Answer(status, contentType, other, headers);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&#34;");
    }
}
