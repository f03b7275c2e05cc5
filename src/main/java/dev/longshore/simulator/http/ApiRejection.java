package dev.longshore.simulator.http;

/** A call the service refuses, with the status it answers; told in the documented error envelope. */
public final class ApiRejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int errorId;

    private ApiRejection(int status, int errorId, String message) {
        super(message, null, false, false);
        this.status = status;
        this.errorId = errorId;
    }

    private ApiRejection(int status, String message) {
        this(status, ServiceResponse.errorId(status), message);
    }

    public static ApiRejection badRequest(String message) {
        return new ApiRejection(400, message);
    }

    /** There is no bearer token. */
    public static ApiRejection missingToken() {
        return new ApiRejection(401, 340_002, "No bearer token was sent");
    }

    /** What was sent does not begin as tokens do. */
    public static ApiRejection invalidToken() {
        return new ApiRejection(401, 340_012, "invalid token format");
    }

    /** It begins as tokens do, and has not their parts. */
    public static ApiRejection malformedToken() {
        return new ApiRejection(401, 340_016, "malformed token");
    }

    /** A token that the service does not know, or not any more. */
    public static ApiRejection unknownToken() {
        return new ApiRejection(401, 340_018, "unknown token: auth-manager returned 404");
    }

    public static ApiRejection forbidden() {
        return new ApiRejection(403, "The role of this token may not do that");
    }

    public static ApiRejection notFound(String message) {
        return new ApiRejection(404, message);
    }

    public static ApiRejection conflict(String message) {
        return new ApiRejection(409, message);
    }

    public int status() {
        return status;
    }

    /** The documented ID of this error; one made of the status where none is documented. */
    public int errorId() {
        return errorId;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
