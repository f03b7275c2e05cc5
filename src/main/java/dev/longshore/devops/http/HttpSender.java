package dev.longshore.devops.http;

import dev.longshore.devops.Receipt;
import dev.longshore.model.fact.FactException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request once. The call runs on a thread of its own, so that its caller can be interrupted, or its time be
 * over, even while a name is looked up, which nothing else can stop.
 */
final class HttpSender implements AutoCloseable {
    private final Supplier<OkHttpClient> base;
    private final InstantSource clock;
    private final int maxAnswerBytes;
    private final Set<Call> openCalls = ConcurrentHashMap.newKeySet();
    private @Nullable OkHttpClient client;
    private volatile boolean closed;

    /** @param base is asked once, when the first request is sent */
    HttpSender(Supplier<OkHttpClient> base, InstantSource clock, int maxAnswerBytes) {
        this.base = base;
        this.clock = clock;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    /**
     * A connection of its own for each request: none that the service may be about to close, that leads nowhere since a
     * sleep, or on which something is left that would be read as the next answer.
     */
    private synchronized OkHttpClient client() {
        if (client == null) {
            client = base.get()
                    .newBuilder()
                    .retryOnConnectionFailure(false)
                    .followRedirects(false)
                    .addNetworkInterceptor(new SingleSendInterceptor(clock))
                    .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                    .build();
        }
        return client;
    }

    /** Never throws. */
    HttpOutcome send(Request request, Duration within) {
        var started = clock.instant();
        var sendState = new SendState();
        var call = client().newCall(
                request.newBuilder().tag(SendState.class, sendState).build());
        call.timeout().timeout(within.toNanos(), TimeUnit.NANOSECONDS);
        openCalls.add(call);
        try {
            return awaited(call, sendState, started, within);
        } finally {
            openCalls.remove(call);
        }
    }

    private HttpOutcome awaited(Call call, SendState sendState, Instant started, Duration within) {
        var task = new FutureTask<>(() -> answered(call, sendState, started));
        if (closed || Thread.currentThread().isInterrupted()) {
            return without(NetworkFault.of(NetworkFault.Type.STOPPED), sendState, started);
        }
        Thread.ofVirtual().name("devops-call").start(task);
        try {
            return task.get(within.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            giveUp(call, sendState);
            Thread.currentThread().interrupt();
            return without(NetworkFault.of(NetworkFault.Type.STOPPED), sendState, started);
        } catch (TimeoutException _) {
            giveUp(call, sendState);
            return without(NetworkFault.of(NetworkFault.Type.LATE), sendState, started);
        } catch (ExecutionException unexpected) {
            return without(unexpected(unexpected), sendState, started);
        }
    }

    private static void giveUp(Call call, SendState sendState) {
        sendState.abandon();
        call.cancel();
    }

    private HttpOutcome answered(Call call, SendState sendState, Instant started) {
        try (var response = call.execute()) {
            var body = Body.of(response, maxAnswerBytes);
            if (closed && !body.isWhole()) {
                return without(NetworkFault.of(NetworkFault.Type.STOPPED), sendState, started);
            }
            if (!body.isWhole()) {
                call.cancel();
            }
            var serviceDate = date(response.headers());
            return new HttpOutcome.HttpAnswer(
                    response.code(), response.headers(), body, receipt(sendState, started, serviceDate));
        } catch (IOException exception) {
            var networkFault = closed ? NetworkFault.of(NetworkFault.Type.STOPPED)
                    : NetworkFaultReader.of(exception, sendState.isSent());
            return without(networkFault, sendState, started);
        }
    }

    /** In the usual form, without what OkHttp would make anew on the thread of each call. */
    private static @Nullable Instant date(Headers headers) {
        var text = headers.get("Date");
        try {
            return text == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException unusual) {
            return headers.getInstant("Date");
        }
    }

    private static NetworkFault unexpected(ExecutionException exception) {
        var cause = exception.getCause();
        if (cause instanceof FactException unusable) {
            // Asked for a proxy, the system named one that cannot be used.
            return NetworkFault.of(NetworkFault.Type.NO_USABLE_PROXY, unusable.fact());
        }
        return NetworkFault.of(
                NetworkFault.Type.UNEXPECTED, (cause == null ? exception : cause).getClass().getSimpleName());
    }

    private HttpOutcome without(NetworkFault networkFault, SendState sendState, Instant started) {
        return new HttpOutcome.NoHttpAnswer(networkFault, sendState.isSent(), receipt(sendState, started, null));
    }

    private Receipt receipt(SendState sendState, Instant started, @Nullable Instant serviceDate) {
        return new Receipt(sendState.sentAt(started), clock.instant(), serviceDate, sendState.took());
    }

    /** For a request that cannot be sent. */
    HttpOutcome unsent(NetworkFault.Type why) {
        var now = clock.instant();
        return new HttpOutcome.NoHttpAnswer(NetworkFault.of(why), false, new Receipt(now, now, null, Duration.ZERO));
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        openCalls.forEach(Call::cancel);
    }
}
