package dev.longshore.seeds;

import dev.longshore.simulator.Simulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request that does not come from the program. */
final class Curl {
    private Curl() {}

    /** Sends a POST and brings back the answer as it came. */
    static String post(Simulator service, String path) {
        return send(service, "POST " + path);
    }

    /** Asks for something and brings back the answer as it came. */
    static String get(Simulator service, String path) {
        return send(service, "GET " + path);
    }

    private static String send(Simulator service, String request) {
        var text = request + " HTTP/1.1\r\nHost: service\r\nAuthorization: Bearer " + service.fullToken() + "\r\n\r\n";
        var answer = new ByteArrayOutputStream();
        try {
            service.answer(new Socket() {
                private final InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));

                @Override
                public InputStream getInputStream() {
                    return in;
                }

                @Override
                public OutputStream getOutputStream() {
                    return answer;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
