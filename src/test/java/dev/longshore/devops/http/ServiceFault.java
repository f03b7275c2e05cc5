package dev.longshore.devops.http;

import java.io.IOException;

/** Everything that a service, or what stands before it, may answer instead of what is documented. */
enum ServiceFault {
    BAD_REQUEST,
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    NO_SUCH_ADDRESS,
    CONFLICT,
    RATE_LIMITED,
    UNDOCUMENTED_CODE,
    INTERNAL_ERROR,
    BAD_GATEWAY,
    UNAVAILABLE,
    MOVED,
    HTML,
    EMPTY,
    TRUNCATED,
    NOT_JSON,
    OTHER_JSON,
    SIXTY_FOUR_MEGABYTES,
    BROKEN_OFF,
    RESET,
    EMPTY_REPLY,
    NO_ANSWER,
    SLOW,
    NOT_HTTP;

    void answer(RawService.Connection connection) throws IOException {
        switch (this) {
            case BAD_REQUEST -> error(connection, "400 Bad Request", "bad thing");
            case UNAUTHORIZED -> error(connection, "401 Unauthorized", "JWT not valid");
            case FORBIDDEN -> error(connection, "403 Forbidden", "not permitted");
            case NOT_FOUND -> error(connection, "404 Not Found", "not there");
            case NO_SUCH_ADDRESS -> answer(connection, "404 Not Found", "404 page not found");
            case CONFLICT -> error(connection, "409 Conflict", "not now");
            case RATE_LIMITED -> error(connection, "429 Too Many Requests\r\nRetry-After: 30", "slow down");
            case UNDOCUMENTED_CODE -> answer(connection, "418 I am a teapot", "short and stout");
            case INTERNAL_ERROR -> error(connection, "500 Internal Server Error", "oh no");
            case BAD_GATEWAY -> answer(connection, "502 Bad Gateway", "<html><title>Bad Gateway</title></html>");
            case UNAVAILABLE -> answer(connection, "503 Service Unavailable\r\nRetry-After: 120", "");
            case MOVED -> answer(
                    connection,
                    "301 Moved Permanently\r\nLocation: https://elsewhere.example.com/v2/x",
                    "<a href=\"https://elsewhere.example.com/v2/x\">Moved Permanently</a>.");
            case HTML -> answer(connection, "200 OK", "<!doctype html><title>Sign in</title><p>Hello");
            case EMPTY -> answer(connection, "200 OK", "");
            case TRUNCATED -> answer(connection, "200 OK", "{\"status\":\"Receiv");
            case NOT_JSON -> answer(connection, "200 OK", "not yet");
            case OTHER_JSON -> answer(connection, "200 OK", "17");
            case SIXTY_FOUR_MEGABYTES -> sixtyFourMegabytes(connection);
            case BROKEN_OFF -> {
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status\":");
                connection.close();
            }
            case RESET -> connection.reset();
            case EMPTY_REPLY -> connection.close();
            case NO_ANSWER -> connection.readRequest();
            case SLOW -> {
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status\":");
                connection.readRequest();
            }
            case NOT_HTTP -> {
                connection.write("SSH-2.0-OpenSSH_9.6\r\n");
                connection.close();
            }
        }
    }

    /** The documented form of an error. */
    private static void error(RawService.Connection connection, String status, String message) throws IOException {
        answer(connection, status, "{\"errors\":[{\"ID\":1,\"message\":\"" + message + "\"}]}");
    }

    private static void answer(RawService.Connection connection, String status, String body) throws IOException {
        connection.write("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static void sixtyFourMegabytes(RawService.Connection connection) throws IOException {
        connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        var megabyte = " ".repeat(1 << 20);
        for (int i = 0; i < 64; i++) {
            connection.write("100000\r\n" + megabyte + "\r\n");
        }
        connection.write("0\r\n\r\n");
    }
}
