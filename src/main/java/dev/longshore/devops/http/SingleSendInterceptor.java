package dev.longshore.devops.http;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The last step before the wire: lets each request pass once. OkHttp repeats requests by itself in cases that its
 * settings do not cover; a 503 with {@code Retry-After: 0} is one, so that header travels under another name.
 */
final class SingleSendInterceptor implements Interceptor {
    static final String RETRY_AFTER = "Longshore-Retry-After";

    private final InstantSource clock;

    SingleSendInterceptor(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var sendState = Objects.requireNonNull(chain.request().tag(SendState.class));
        if (!sendState.markSent(clock.instant())) {
            throw new IOException("A request is sent at most once.");
        }
        var response = chain.proceed(chain.request());
        var retryAfter = response.header("Retry-After");
        return retryAfter == null
                ? response
                : response.newBuilder().removeHeader("Retry-After").header(RETRY_AFTER, retryAfter).build();
    }
}
