package dev.longshore.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Writes answers to a connection, well or as badly as asked. */
public final class ResponseWriter {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(303, "See Other"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(308, "Permanent Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));
    private static final int CHUNK = 64 * 1024;

    private final InstantSource clock;

    public ResponseWriter(InstantSource clock) {
        this.clock = clock;
    }

    public static String reason(int status) {
        return REASONS.getOrDefault(status, "Status");
    }

    public static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant);
    }

    /** Writes an answer; false when the connection is of no use afterwards. */
    boolean write(OutgoingResponse outgoing, Socket socket) throws IOException, InterruptedException {
        pause(outgoing.delay());
        byte[] body = outgoing.response().body().getBytes(StandardCharsets.UTF_8);
        return switch (outgoing.transmission()) {
            case Transmission.PlainTransmission.WHOLE_BODY -> send(socket, head(outgoing, body.length), body);
            case Transmission.PlainTransmission.NO_BYTES -> disconnect(socket, false);
            case Transmission.PlainTransmission.RESET -> disconnect(socket, true);
            case Transmission.PlainTransmission.HALF_BODY -> {
                send(socket, head(outgoing, body.length), firstHalf(body));
                yield false;
            }
            case Transmission.StalledBody stalledBody -> {
                send(socket, head(outgoing, body.length), firstHalf(body));
                pause(stalledBody.pause());
                yield send(socket, new byte[0], secondHalf(body));
            }
            case Transmission.PaddedBody paddedBody -> {
                send(socket, head(outgoing, Math.max(paddedBody.length(), body.length)), body);
                yield pad(socket.getOutputStream(), paddedBody.length() - body.length);
            }
        };
    }

    private byte[] head(OutgoingResponse outgoing, long length) {
        ServiceResponse response = outgoing.response();
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(reason(response.status()))
                .append("\r\n");
        response.headers().forEach((name, value) -> header(head, name, value));
        header(head, "Date", httpDate(clock.instant().plus(outgoing.clockError())));
        header(head, "Content-Type", response.contentType());
        header(head, "Content-Length", Long.toString(length));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value.replaceAll("[\r\n]", " ")).append("\r\n");
    }

    private static boolean send(Socket socket, byte[] head, byte[] body) throws IOException {
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        socket.getOutputStream().write(all);
        return true;
    }

    private static boolean pad(OutputStream out, long length) throws IOException {
        byte[] blanks = new byte[CHUNK];
        Arrays.fill(blanks, (byte) ' ');
        for (long left = length; left > 0; left -= CHUNK) {
            out.write(blanks, 0, (int) Math.min(left, CHUNK));
        }
        return true;
    }

    private static boolean disconnect(Socket socket, boolean reset) throws IOException {
        if (reset) {
            socket.setSoLinger(true, 0);
        }
        return false;
    }

    private static void pause(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            Thread.sleep(duration);
        }
    }

    private static byte[] firstHalf(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private static byte[] secondHalf(byte[] body) {
        return Arrays.copyOfRange(body, body.length / 2, body.length);
    }
}
