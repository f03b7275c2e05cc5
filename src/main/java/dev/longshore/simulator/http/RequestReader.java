package dev.longshore.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1 requests one after the other from a connection. */
final class RequestReader {

    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 100;
    private static final int MAX_BODY = 64 * 1024;
    /** A request that takes longer than that to come in is given up. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (\\S+) HTTP/1\\.([01])");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,7}");

    private final InputStream in;
    private long begun;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** The next request, or null when the client has closed the connection between two of them. */
    @Nullable
    ReceivedRequest next() throws IOException {
        begun = 0;
        String line = line();
        if (line == null) {
            return null;
        }
        Matcher request = REQUEST_LINE.matcher(line);
        if (!request.matches()) {
            throw new ProtocolException("This is no request line of HTTP/1");
        }
        Map<String, String> headers = headers();
        if (request.group(3).equals("0")) {
            headers.put("connection", "close");
        }
        return ReceivedRequest.of(request.group(1), request.group(2), headers, body(headers));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = requiredLine(); !line.isEmpty(); line = requiredLine()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || headers.size() == MAX_HEADERS) {
                throw new ProtocolException("A header is wrong, or there are too many");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            throw new ProtocolException("A body needs a Content-Length here");
        }
        String length = headers.getOrDefault("content-length", "0");
        if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > MAX_BODY) {
            throw new ProtocolException("The Content-Length is wrong or too large");
        }
        var body = new ByteArrayOutputStream();
        while (body.size() < Integer.parseInt(length)) {
            int c = read();
            if (c < 0) {
                throw new EOFException("The request ends too early");
            }
            body.write(c);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    /** One byte; a client that sends one now and then does not keep a connection for ever. */
    private int read() throws IOException {
        int c = in.read();
        long now = System.nanoTime();
        begun = begun == 0 ? now : begun;
        if (now - begun > LONGEST_NANOS) {
            throw new SocketTimeoutException("The request takes too long");
        }
        return c;
    }

    private String requiredLine() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException("The request ends too early");
        }
        return line;
    }

    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = read(); c != '\n'; c = read()) {
            if (c < 0 && line.isEmpty()) {
                return null;
            }
            if (c < 0 || line.length() == MAX_LINE) {
                throw new ProtocolException("The request has a line without an end");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }
}
