package dev.longshore.devops.http;

import dev.longshore.devops.ApiRequest;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Brings a request to the service and an outcome back: repeats a reading call whose connection failed, follows its
 * redirects within the endpoint, and sends a call that changes something once.
 */
final class RequestExecutor implements AutoCloseable {
    private static final int HOPS = 3;

    private final Endpoint endpoint;
    private final BearerToken bearerToken;
    private final HttpSender httpSender;
    private final Retry retry;
    private final ClientOptions options;

    RequestExecutor(Endpoint endpoint, BearerToken bearerToken, HttpSender httpSender, Retry retry,
            ClientOptions options) {
        this.endpoint = endpoint;
        this.bearerToken = bearerToken;
        this.httpSender = httpSender;
        this.retry = retry;
        this.options = options;
    }

    HttpOutcome execute(ApiRequest request) {
        var authorization = bearerToken.header();
        if (authorization.isEmpty()) {
            // Closing wipes the token: it is no bad one then.
            return httpSender.unsent(httpSender.isClosed() ? NetworkFault.Type.STOPPED : NetworkFault.Type.NOT_A_TOKEN);
        }
        var template = new Request.Builder()
                .url(endpoint.url(request))
                .header("Authorization", authorization.get())
                .header("Accept", "application/json")
                .header("User-Agent", "Longshore/" + options.version());
        return request.operation().changes()
                ? httpSender.send(template.post(new EmptyRequestBody()).build(), options.callTimeout())
                : read(template.build());
    }

    private HttpOutcome read(Request first) {
        var end = System.nanoTime() + options.callTimeout().toNanos();
        var request = first;
        var hops = 0;
        var attempts = 0;
        while (true) {
            var httpOutcome = httpSender.send(request, left(end));
            var next = redirected(request.url(), httpOutcome);
            if (next != null && hops < HOPS) {
                request = request.newBuilder().url(next).build();
                hops++;
            } else if (!httpOutcome.isConnectionFault() || !retry.pauseBeforeRetry(++attempts, left(end))) {
                return httpOutcome;
            }
        }
    }

    private @Nullable HttpUrl redirected(HttpUrl from, HttpOutcome httpOutcome) {
        var location = httpOutcome instanceof HttpOutcome.HttpAnswer httpAnswer ? httpAnswer.location() : null;
        return location == null ? null : endpoint.within(from, location);
    }

    /** At least a millisecond: zero would mean for ever. */
    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    @Override
    public void close() {
        httpSender.close();
        bearerToken.close();
    }
}
