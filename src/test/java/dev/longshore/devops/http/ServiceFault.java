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

    void answer(RawService.ServedConnection servedConnection) throws IOException {
        switch (this) {
            case BAD_REQUEST -> error(servedConnection, "400 Bad Request", "bad thing");
            case UNAUTHORIZED -> error(servedConnection, "401 Unauthorized", "JWT not valid");
            case FORBIDDEN -> error(servedConnection, "403 Forbidden", "not permitted");
            case NOT_FOUND -> error(servedConnection, "404 Not Found", "not there");
            case NO_SUCH_ADDRESS -> answer(servedConnection, "404 Not Found", "404 page not found");
            case CONFLICT -> error(servedConnection, "409 Conflict", "not now");
            case RATE_LIMITED -> error(servedConnection, "429 Too Many Requests\r\nRetry-After: 30", "slow down");
            case UNDOCUMENTED_CODE -> answer(servedConnection, "418 I am a teapot", "short and stout");
            case INTERNAL_ERROR -> error(servedConnection, "500 Internal Server Error", "oh no");
            case BAD_GATEWAY -> answer(servedConnection, "502 Bad Gateway", "<html><title>Bad Gateway</title></html>");
            case UNAVAILABLE -> answer(servedConnection, "503 Service Unavailable\r\nRetry-After: 120", "");
            case MOVED -> answer(
                    servedConnection,
                    "301 Moved Permanently\r\nLocation: https://elsewhere.example.com/v2/x",
                    "<a href=\"https://elsewhere.example.com/v2/x\">Moved Permanently</a>.");
            case HTML -> answer(servedConnection, "200 OK", "<!doctype html><title>Sign in</title><p>Hello");
            case EMPTY -> answer(servedConnection, "200 OK", "");
            case TRUNCATED -> answer(servedConnection, "200 OK", "{\"status\":\"Receiv");
            case NOT_JSON -> answer(servedConnection, "200 OK", "not yet");
            case OTHER_JSON -> answer(servedConnection, "200 OK", "17");
            case SIXTY_FOUR_MEGABYTES -> sixtyFourMegabytes(servedConnection);
            case BROKEN_OFF -> {
                servedConnection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status\":");
                servedConnection.close();
            }
            case RESET -> servedConnection.reset();
            case EMPTY_REPLY -> servedConnection.close();
            case NO_ANSWER -> servedConnection.readRequest();
            case SLOW -> {
                servedConnection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status\":");
                servedConnection.readRequest();
            }
            case NOT_HTTP -> {
                servedConnection.write("SSH-2.0-OpenSSH_9.6\r\n");
                servedConnection.close();
            }
        }
    }

    /** The documented form of an error. */
    private static void error(RawService.ServedConnection servedConnection, String status, String message)
            throws IOException {
        answer(servedConnection, status, "{\"errors\":[{\"ID\":1,\"message\":\"" + message + "\"}]}");
    }

    private static void answer(RawService.ServedConnection servedConnection, String status, String body)
            throws IOException {
        servedConnection.write("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static void sixtyFourMegabytes(RawService.ServedConnection servedConnection) throws IOException {
        servedConnection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        var megabyte = " ".repeat(1 << 20);
        for (int i = 0; i < 64; i++) {
            servedConnection.write("100000\r\n" + megabyte + "\r\n");
        }
        servedConnection.write("0\r\n\r\n");
    }
}
