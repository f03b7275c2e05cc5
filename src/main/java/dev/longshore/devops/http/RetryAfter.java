package dev.longshore.devops.http;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** Reads {@code Retry-After}: seconds, or a time in HTTP's form. */
final class RetryAfter {
    /** Whoever asks for more is asked again after this; nobody is left unwatched for a mistyped header. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Pattern SECONDS = Pattern.compile("[+-]?[0-9]{1,100}");

    private RetryAfter() {}

    /**
     * How long to wait, from zero to {@link #LONGEST}; empty where the header is missing or cannot be read.
     *
     * @param now the service's time at which the answer left, in UTC
     */
    static Optional<Duration> in(Headers headers, Instant now) {
        var value = headers.get(SingleSendInterceptor.RETRY_AFTER);
        if (value == null) {
            return Optional.empty();
        }
        if (SECONDS.matcher(value.strip()).matches()) {
            var seconds = new BigInteger(value.strip()).min(BigInteger.valueOf(LONGEST.toSeconds()));
            return Optional.of(Duration.ofSeconds(Math.max(0, seconds.longValue())));
        }
        return Optional.ofNullable(headers.getInstant(SingleSendInterceptor.RETRY_AFTER))
                .map(until -> capped(Duration.between(now, until)));
    }

    private static Duration capped(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
