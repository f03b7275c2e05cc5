package dev.longshore.model.forecast;

import dev.longshore.model.Forecast;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ForecastFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** When all imports of a database are expected to have ended. They run one after the other. Pure. */
public final class DatabaseForecast {
    private static final double WHOLE = 100;
    private static final Duration LONGEST = Duration.ofDays(365);

    private DatabaseForecast() {}

    /**
     * One of its migrations.
     *
     * @param phase what was last seen of it; empty before the first answer and for an undocumented status
     * @param expectedEnd when its import is expected to end
     * @param percent how much of its import is done; empty while no number is known
     * @param bytes how large its upload is; empty unless the user gave sizes
     */
    public record DatabaseImport(Optional<Phase> phase, Forecast expectedEnd, OptionalDouble percent,
            OptionalLong bytes) {}

    /**
     * The end of the import that runs, where it is the last one. While others wait, the end if each is launched right
     * after the one before and imports as fast as the one that runs, where all sizes are known. Else what is missing to
     * tell.
     *
     * @param now in UTC
     */
    public static Forecast of(List<DatabaseImport> imports, Instant now) {
        var unclear = imports.stream().filter(each -> each.phase().isEmpty()).count();
        if (unclear > 0) {
            return new Forecast.NoForecast(Fact.of(ForecastFact.DATABASE_UNCLEAR, unclear));
        }
        var running = imports.stream().filter(each -> each.phase().filter(Phase::occupiesTheDatabase).isPresent())
                .findFirst();
        var waiting = imports.stream().filter(each -> each.phase().filter(DatabaseForecast::isToCome).isPresent())
                .toList();
        if (waiting.isEmpty()) {
            return running.map(DatabaseImport::expectedEnd)
                    .orElse(new Forecast.NoForecast(Fact.of(ForecastFact.DATABASE_DONE)));
        }
        return running.flatMap(each -> afterAll(each, waiting, now))
                .orElse(new Forecast.NoForecast(Fact.of(ForecastFact.DATABASE_WAITS, waiting.size())));
    }

    /** Empty where a size or the pace of the one that runs is not known, or where it would take more than a year. */
    private static Optional<Forecast> afterAll(DatabaseImport running, List<DatabaseImport> waiting, Instant now) {
        if (!(running.expectedEnd() instanceof Forecast.Range range) || running.percent().isEmpty()
                || running.bytes().orElse(0) == 0 || waiting.stream().anyMatch(each -> each.bytes().isEmpty())) {
            return Optional.empty();
        }
        var left = 1 - running.percent().getAsDouble() / WHOLE;
        var bytes = waiting.stream().mapToDouble(each -> each.bytes().getAsLong()).sum();
        var times = left <= 0 ? Double.POSITIVE_INFINITY : bytes / running.bytes().getAsLong() / left;
        var earliest = after(range.earliest(), times, now);
        var latest = after(range.latest(), times, now);
        return latest.isAfter(now.plus(LONGEST))
                ? Optional.empty()
                : Optional.of(new Forecast.Range(earliest, latest,
                        Fact.of(ForecastFact.DATABASE_PACE, waiting.size())));
    }

    /** @param times how often what is left of the one that runs must be imported once more */
    private static Instant after(Instant end, double times, Instant now) {
        var left = Duration.between(now, end).toSeconds();
        return end.plusSeconds(Math.round(Math.min(Math.max(0, left) * times, 2.0 * LONGEST.toSeconds())));
    }

    /** How long an import takes is known only once it runs. */
    private static boolean isToCome(Phase phase) {
        return switch (phase) {
            case INITIALIZING, RECEIVING_FILES, FAILED -> true;
            case STARTING, IMPORT_IN_PROGRESS, PAUSED, MIGRATION_DONE, ABORTED, CLEANING_UP_FILES, CLOSED -> false;
        };
    }
}
