package dev.longshore.simulator;

/** A call the service refuses, with the status it answers; told in the documented error envelope. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    static Refusal unauthorized() {
        return new Refusal(401, "The token is missing, unknown or expired");
    }

    static Refusal forbidden() {
        return new Refusal(403, "The role of this token may not do that");
    }

    static Refusal notFound(String message) {
        return new Refusal(404, message);
    }

    static Refusal conflict(String message) {
        return new Refusal(409, message);
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
