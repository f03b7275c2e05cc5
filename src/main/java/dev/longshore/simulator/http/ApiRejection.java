package dev.longshore.simulator.http;

/** A call the service refuses, with the status it answers; told in the documented error envelope. */
public final class ApiRejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private ApiRejection(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public static ApiRejection badRequest(String message) {
        return new ApiRejection(400, message);
    }

    public static ApiRejection unauthorized() {
        return new ApiRejection(401, "The token is missing, unknown or expired");
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

    public String text() {
        return String.valueOf(getMessage());
    }
}
