package dev.longshore.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import io.prometheus.metrics.exporter.httpserver.MetricsHandler;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers over HTTP on one address: {@code /metrics} for Prometheus, {@code /healthz}, and the calendar under an address of
 * its own that nobody can guess. It changes nothing and tells no secret. TLS is left to the proxy in front of it.
 */
public final class WatchServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchServer.class);
    private static final int BACKLOG = 16;
    private static final String PLAIN_TYPE = "text/plain; charset=utf-8";
    private static final String CALENDAR_TYPE = "text/calendar; charset=utf-8";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InetSocketAddress address;
    private final CallerCheck check;

    /** @param address as it was asked for: one that stands for all addresses is told as another one by the system */
    private WatchServer(HttpServer server, InetAddress address, CallerCheck check) {
        this.server = server;
        this.check = check;
        this.address = new InetSocketAddress(address, server.getAddress().getPort());
    }

    /**
     * Begins to answer.
     *
     * @param address its own
     * @param token what a caller has to show; empty on a loopback address where everybody may ask
     * @param metrics what {@code /metrics} says
     * @param calendar what is found under the calendar's address
     * @param trouble why it is not well, if it is not
     * @throws FactException when the address cannot be had
     */
    public static WatchServer start(InetSocketAddress address, Optional<Secret> token, WatchMetrics metrics,
            SubscribedCalendar calendar, Supplier<Optional<String>> trouble) {
        try {
            var server = HttpServer.create(address, BACKLOG);
            var watchServer = new WatchServer(server, address.getAddress(),
                    new CallerCheck(server.getAddress(), token));
            var registry = new PrometheusRegistry();
            registry.register(metrics);
            watchServer.answer("/metrics", new MetricsHandler(registry));
            watchServer.answer("/healthz", exchange -> health(exchange, trouble.get()));
            watchServer.answerCalendar(calendar);
            watchServer.answer("/",
                    exchange -> send(exchange, NOT_FOUND, "Not found: there are /metrics and /healthz."));
            server.setExecutor(watchServer.threads);
            server.start();
            return watchServer;
        } catch (IOException e) {
            throw new FactException(Fact.of(
                    StartFact.LISTEN_FAILED, text(address), String.valueOf(e.getMessage())), e);
        }
    }

    private void answer(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var refusal = check.refusal(exchange);
                if (refusal.isPresent()) {
                    refuse(exchange, refusal.get());
                } else if (path.length() > 1 && !exchange.getRequestURI().getPath().equals(path)) {
                    send(exchange, NOT_FOUND, "Not found: there are /metrics and /healthz.");
                } else {
                    handler.handle(exchange);
                }
            } catch (RuntimeException e) {
                // The server itself would say nothing of it to anybody.
                LOG.error("A request for {} was not answered", path, e);
            }
        });
    }

    /** Its address is the permission to read it: programs that subscribe to a calendar cannot show a token. */
    private void answerCalendar(SubscribedCalendar calendar) {
        server.createContext("/calendar/", exchange -> {
            try (exchange) {
                var refusal = check.refusalOfMethod(exchange);
                if (refusal.isPresent()) {
                    refuse(exchange, refusal.get());
                    return;
                }
                var text = calendar.text(exchange.getRequestURI().getRawPath());
                send(exchange, text.isPresent() ? OK : NOT_FOUND, text.isPresent() ? CALENDAR_TYPE : PLAIN_TYPE,
                        text.orElse("Not found.\n"));
            } catch (RuntimeException e) {
                // Without the address: whoever reads the log could use it.
                LOG.error("The calendar was not answered", e);
                send(exchange, UNAVAILABLE, "The calendar cannot be read now.");
            }
        });
    }

    private static void refuse(HttpExchange exchange, CallerCheck.Refusal refusal) throws IOException {
        if (refusal.code() == CallerCheck.NO_TOKEN) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        }
        send(exchange, refusal.code(), refusal.why());
    }

    private static void health(HttpExchange exchange, Optional<String> trouble) throws IOException {
        send(exchange, trouble.isPresent() ? UNAVAILABLE : OK, trouble.orElse("ok"));
    }

    private static void send(HttpExchange exchange, int code, String text) throws IOException {
        send(exchange, code, PLAIN_TYPE, text + "\n");
    }

    private static void send(HttpExchange exchange, int code, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().put("Cache-Control", List.of("no-store"));
        var isHead = "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(code, isHead ? -1 : bytes.length);
        if (!isHead) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Where it answers, as a URL. */
    public String address() {
        return "http://" + text(address);
    }

    private static String text(InetSocketAddress address) {
        var host = literal(address.getAddress());
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private static String literal(InetAddress address) {
        return address.getHostAddress().replaceFirst("^0:0:0:0:0:0:0:1$", "::1");
    }

    /** Answers no more; what is under way is cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
