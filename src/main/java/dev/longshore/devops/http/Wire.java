package dev.longshore.devops.http;

import dev.longshore.devops.Receipt;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request once. The call runs on a thread of its own, so that its caller can be interrupted, or its time be
 * over, even while a name is looked up, which nothing else can stop.
 */
final class Wire implements AutoCloseable {
    private final Supplier<OkHttpClient> base;
    private final InstantSource clock;
    private final int maxAnswerBytes;
    private final Set<Call> underWay = ConcurrentHashMap.newKeySet();
    private @Nullable Clients clients;
    private volatile boolean closed;

    /** @param base is asked once, when the first request is sent */
    Wire(Supplier<OkHttpClient> base, InstantSource clock, int maxAnswerBytes) {
        this.base = base;
        this.clock = clock;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    private record Clients(OkHttpClient reading, OkHttpClient changing) {}

    private synchronized Clients clients() {
        if (clients == null) {
            var client = base.get()
                    .newBuilder()
                    .retryOnConnectionFailure(false)
                    .followRedirects(false)
                    .addNetworkInterceptor(new SentOnce(clock));
            clients = new Clients(
                    client.connectionPool(new ConnectionPool()).build(),
                    // A connection of its own for each change: none that the service may be about to close.
                    client.connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                            .build());
        }
        return clients;
    }

    /** Never throws. */
    Outcome send(Request request, Duration within) {
        var started = clock.instant();
        var sending = new Sending();
        var client = request.method().equals("GET") ? clients().reading() : clients().changing();
        var call = client.newCall(
                request.newBuilder().tag(Sending.class, sending).build());
        call.timeout().timeout(within.toNanos(), TimeUnit.NANOSECONDS);
        underWay.add(call);
        try {
            var outcome = awaited(call, sending, started, within);
            if (outcome instanceof Outcome.NoAnswer none && none.fault().kind() == Fault.Kind.LATE) {
                // Connections of before a sleep look alive and lead nowhere, one after the other.
                letGoOfConnections();
            }
            return outcome;
        } finally {
            underWay.remove(call);
        }
    }

    private Outcome awaited(Call call, Sending sending, Instant started, Duration within) {
        var task = new FutureTask<>(() -> answered(call, sending, started));
        if (closed || Thread.currentThread().isInterrupted()) {
            return without(Fault.of(Fault.Kind.STOPPED), sending, started);
        }
        Thread.ofVirtual().name("devops-call").start(task);
        try {
            return task.get(within.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            giveUp(call, sending);
            Thread.currentThread().interrupt();
            return without(Fault.of(Fault.Kind.STOPPED), sending, started);
        } catch (TimeoutException _) {
            giveUp(call, sending);
            return without(Fault.of(Fault.Kind.LATE), sending, started);
        } catch (ExecutionException unexpected) {
            return without(unexpected(unexpected), sending, started);
        }
    }

    private static void giveUp(Call call, Sending sending) {
        sending.giveUp();
        call.cancel();
    }

    private Outcome answered(Call call, Sending sending, Instant started) {
        try (var response = call.execute()) {
            var body = Body.of(response, maxAnswerBytes);
            if (closed && !body.isWhole()) {
                return without(Fault.of(Fault.Kind.STOPPED), sending, started);
            }
            if (!body.isWhole()) {
                call.cancel();
            }
            var serviceDate = response.headers().getInstant("Date");
            return new Outcome.Answer(
                    response.code(), response.headers(), body, receipt(sending, started, serviceDate));
        } catch (IOException exception) {
            var fault = closed ? Fault.of(Fault.Kind.STOPPED) : FaultReader.of(exception, sending.hasLeft());
            return without(fault, sending, started);
        }
    }

    private static Fault unexpected(ExecutionException exception) {
        var cause = exception.getCause();
        return new Fault(Fault.Kind.UNEXPECTED, cause == null ? "" : cause.getClass().getSimpleName());
    }

    private Outcome without(Fault fault, Sending sending, Instant started) {
        return new Outcome.NoAnswer(fault, sending.hasLeft(), receipt(sending, started, null));
    }

    private Receipt receipt(Sending sending, Instant started, @Nullable Instant serviceDate) {
        return new Receipt(sending.leftAt(started), clock.instant(), serviceDate, sending.took());
    }

    /** For a request that cannot be sent. */
    Outcome unsent(Fault.Kind why) {
        var now = clock.instant();
        return new Outcome.NoAnswer(Fault.of(why), false, new Receipt(now, now, null, Duration.ZERO));
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        underWay.forEach(Call::cancel);
        letGoOfConnections();
    }

    private synchronized void letGoOfConnections() {
        if (clients != null) {
            clients.reading().connectionPool().evictAll();
        }
    }
}
