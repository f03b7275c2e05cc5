package dev.longshore.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that takes what is posted to it, and answers as a test wants. */
final class HttpReceiver implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<Received> received = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** What arrived. */
    record Received(String path, String authorization, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** How it answers once. */
    sealed interface Reply {
        /** With a status, a body, and Retry-After where it is not empty. */
        record Status(int code, String body, String retryAfter) implements Reply {}

        /** Takes it, and never says so. */
        record Lost() implements Reply {}

        /** Takes it, and cuts the connection. */
        record Cut() implements Reply {}
    }

    HttpReceiver() {
        this(0);
    }

    HttpReceiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    synchronized void reply(Reply... next) {
        replies.addAll(List.of(next));
    }

    void reply(int code) {
        reply(new Reply.Status(code, "", ""));
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Reply reply;
        synchronized (this) {
            received.add(new Received(exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")), body));
            reply = replies.isEmpty() ? new Reply.Status(200, "ok", "") : replies.remove();
        }
        switch (reply) {
            case Reply.Status(int code, String text, String retryAfter) -> {
                if (!retryAfter.isEmpty()) {
                    exchange.getResponseHeaders().set("Retry-After", retryAfter);
                }
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            }
            case Reply.Lost _ -> untilTheEnd();
            case Reply.Cut _ -> exchange.close();
        }
    }

    private void untilTheEnd() {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** What arrived, as "event kind class name" each. */
    List<String> events() {
        return received().stream().map(Received::json)
                .map(each -> each.path("event").asString() + " " + each.path("kind").asString() + " "
                        + each.path("class").asString() + " " + each.path("name").asString())
                .toList();
    }

    synchronized void forget() {
        received.clear();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
