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
final class Delivery implements AutoCloseable {
    private static final int HOPS = 3;

    private final Endpoint endpoint;
    private final Bearer bearer;
    private final Wire wire;
    private final Retry retry;
    private final ClientOptions options;

    Delivery(Endpoint endpoint, Bearer bearer, Wire wire, Retry retry, ClientOptions options) {
        this.endpoint = endpoint;
        this.bearer = bearer;
        this.wire = wire;
        this.retry = retry;
        this.options = options;
    }

    Outcome deliver(ApiRequest request) {
        var authorization = bearer.header();
        if (authorization.isEmpty()) {
            // Closing wipes the token: it is no bad one then.
            return wire.unsent(wire.isClosed() ? Fault.Kind.STOPPED : Fault.Kind.NOT_A_TOKEN);
        }
        var template = new Request.Builder()
                .url(endpoint.url(request))
                .header("Authorization", authorization.get())
                .header("Accept", "application/json")
                .header("User-Agent", "Longshore/" + options.version());
        return request.operation().changes()
                ? wire.send(template.post(new NoBody()).build(), options.callTimeout())
                : read(template.build());
    }

    private Outcome read(Request first) {
        var end = System.nanoTime() + options.callTimeout().toNanos();
        var request = first;
        var hops = 0;
        var attempts = 0;
        while (true) {
            var outcome = wire.send(request, left(end));
            var next = redirected(request.url(), outcome);
            if (next != null && hops < HOPS) {
                request = request.newBuilder().url(next).build();
                hops++;
            } else if (!outcome.isConnectionFault() || !retry.again(++attempts, left(end))) {
                return outcome;
            }
        }
    }

    private @Nullable HttpUrl redirected(HttpUrl from, Outcome outcome) {
        var location = outcome instanceof Outcome.Answer answer ? answer.location() : null;
        return location == null ? null : endpoint.within(from, location);
    }

    /** At least a millisecond: zero would mean for ever. */
    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    @Override
    public void close() {
        wire.close();
        bearer.close();
    }
}
