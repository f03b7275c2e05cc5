package dev.longshore.devops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0,PT0S",
        "30,PT30S",
        "' 30 ',PT30S",
        "3600,PT1H",
        "3601,PT1H",
        "99999999999999999999999,PT1H",
        "-1,PT0S",
        "-99999999999999999999999,PT0S",
        "+5,PT5S",
        "'Sat, 21 Nov 2026 12:00:45 GMT',PT45S",
        "'Sat, 21-Nov-26 12:00:45 GMT',PT45S",
        "'Sat, 21 Nov 2026 12:00:00 GMT',PT0S",
        "'Sat, 21 Nov 2026 11:00:00 GMT',PT0S",
        "'Sun, 22 Nov 2026 12:00:00 GMT',PT1H",
        "'Fri, 31 Dec 9999 23:59:59 GMT',PT1H"
    })
    void secondsAndTimesAreReadAndCapped(String value, Duration wait) {
        assertThat(RetryAfter.in(headers(value), NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1.5", "1e3", "2026-11-21T12:00:45Z", "-"})
    void whatIsNeitherCountsAsNone(String value) {
        assertThat(RetryAfter.in(headers(value), NOW)).isEmpty();
    }

    @Test
    void aMissingHeaderIsNone() {
        assertThat(RetryAfter.in(Headers.of(), NOW)).isEmpty();
    }

    private static Headers headers(String value) {
        return Headers.of(SingleSendInterceptor.RETRY_AFTER, value);
    }
}
