package dev.longshore.simulator.http;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is answered: a status, headers and a body. */
public record ServiceResponse(int status, String contentType, String body, Map<String, String> headers) {

    public static ServiceResponse json(JsonNode node) {
        return new ServiceResponse(200, "application/json", SimulatorJson.text(node), Map.of());
    }

    static int errorId(int status) {
        return 2_000_000 + status;
    }

    /** An error in the documented envelope. */
    public static ServiceResponse error(int status, String message) {
        return error(status, errorId(status), message);
    }

    public static ServiceResponse rejection(ApiRejection rejection) {
        return error(rejection.status(), rejection.errorId(), rejection.text());
    }

    private static ServiceResponse error(int status, int errorId, String message) {
        ObjectNode envelope = SimulatorJson.object();
        envelope.putArray("errors").addObject().put("ID", errorId).put("message", message);
        return new ServiceResponse(status, "application/json", SimulatorJson.text(envelope), Map.of());
    }

    public static ServiceResponse html(int status, String html) {
        return new ServiceResponse(status, "text/html; charset=utf-8", html, Map.of());
    }

    public static ServiceResponse text(int status, String text) {
        return new ServiceResponse(status, "text/plain; charset=utf-8", text, Map.of());
    }

    /** As a Go server answers a path nobody serves. */
    public static ServiceResponse pageNotFound() {
        return text(404, "404 page not found\n");
    }

    public static ServiceResponse movedPermanently(String location) {
        return html(301, "<a href=\"" + escaped(location) + "\">Moved Permanently</a>.\n\n")
                .with("Location", location);
    }

    public ServiceResponse with(String header, String value) {
        return new ServiceResponse(status, contentType, body, Map.of(header, value));
    }

    public ServiceResponse withBody(String other) {
        return new ServiceResponse(status, contentType, other, headers);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&#34;");
    }
}
