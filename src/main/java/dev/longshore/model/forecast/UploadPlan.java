package dev.longshore.model.forecast;

import dev.longshore.model.Forecast;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ForecastFact;
import java.time.Duration;
import java.time.Instant;

/**
 * What a user says of an upload, which the service does not see before it is over.
 *
 * @param totalBytes how much there is to upload, in bytes
 * @param doneBytes how much of it was there at {@code notedAt}, in bytes
 * @param bytesPerSecond how fast it goes, given or measured; more than 0
 * @param recordedAt when the user said so, in UTC
 */
public record UploadPlan(long totalBytes, long doneBytes, long bytesPerSecond, Instant recordedAt) {
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Instant LAST_MOMENT = Instant.parse("9998-12-31T23:59:59Z");

    public UploadPlan {
        if (doneBytes < 0 || totalBytes < doneBytes || bytesPerSecond <= 0) {
            throw new IllegalArgumentException("An upload has a size, a part of it that is done, and a rate.");
        }
        if (recordedAt.isBefore(Instant.EPOCH) || recordedAt.isAfter(LAST_MOMENT)) {
            throw new IllegalArgumentException("An upload is described in a year from 1970 to 9998.");
        }
    }

    /** When it ends if it goes on like that; nothing where that is more than a year. */
    public Forecast forecast() {
        var left = Math.ceilDiv(totalBytes - doneBytes, bytesPerSecond);
        if (left > LONGEST.toSeconds()) {
            return new Forecast.NoForecast(Fact.of(ForecastFact.UPLOAD_TOO_SLOW));
        }
        var end = recordedAt.plusSeconds(left);
        return new Forecast.Range(end, end, Fact.of(ForecastFact.UPLOAD_SIZES, recordedAt));
    }
}
