package dev.longshore.model.forecast;

import dev.longshore.model.Forecast;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.ModelText;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.forecast.ProgressSteps.ProgressStep;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an import is expected to end, out of its own history and nothing else. The pace is taken only from the time in
 * which the import ran. The range reaches from the fastest to the slowest of: the pace of the whole import, of its newest
 * third, and the 20 % and 80 % quantiles of the pace over time; a quantile counts up to twice, or half, the pace of the
 * whole, so that one stall or one leap cannot stretch the range without end.
 */
public final class ImportForecast {
    private static final int FEWEST_STEPS = 3;
    private static final double BOUND = 2;
    private static final double LONGEST_HOURS = 365 * 24;

    private ImportForecast() {}

    /**
     * When the import is expected to end, or why that cannot be told.
     *
     * @param known what was observed, or null before the first answer
     * @param history the history at least since the launch
     * @param now in UTC, by the clock that stamped the observations
     */
    public static Forecast of(@Nullable LastKnown known, History history, Instant now) {
        if (known == null) {
            return new Forecast.NoForecast(Fact.recorded("Its status has not been observed yet."));
        }
        return notImporting(known.status())
                .or(() -> stalled(known, history))
                .<Forecast>map(why -> new Forecast.NoForecast(Fact.recorded(why)))
                .orElseGet(() -> fromSteps(ProgressSteps.of(history.observations()), known, now));
    }

    private static Optional<String> notImporting(Status status) {
        if (status instanceof Status.UnknownStatus) {
            return Optional.of("Its status is " + ModelText.status(status) + ", a word nobody here knows.");
        }
        return status.phase().flatMap(phase -> switch (phase) {
            case IMPORT_IN_PROGRESS -> Optional.empty();
            case PAUSED -> Optional.of("The import is paused: it does not end before it is resumed.");
            case STARTING -> Optional.of("The import is starting: it has made no progress yet.");
            case INITIALIZING, RECEIVING_FILES -> Optional.of("The import has not been launched.");
            case MIGRATION_DONE -> Optional.of("The import has ended.");
            case FAILED, ABORTED, CLEANING_UP_FILES, CLOSED -> Optional.of("No import runs.");
        });
    }

    private static Optional<String> stalled(LastKnown known, History history) {
        return StallRule.stall(known, history)
                .map(stall -> "No progress since " + ModelText.time(stall.since()) + ", for "
                        + ModelText.span(stall.silence()) + ".");
    }

    private static Forecast fromSteps(ProgressSteps progress, LastKnown known, Instant now) {
        var percent = progress.percent();
        if (percent.isEmpty()) {
            return new Forecast.NoForecast(Fact.recorded("The service's progress text holds no number."));
        }
        if (percent.getAsDouble() >= 100) {
            return new Forecast.NoForecast(
                    Fact.recorded(
                            "The progress text says 100 %, yet the import runs: how long the rest takes is not known."));
        }
        var steps = progress.steps();
        return steps.size() < FEWEST_STEPS
                ? new Forecast.NoForecast(
                        Fact.recorded("Too little progress was seen so far: " + steps.size() + " of the " + FEWEST_STEPS
                                + " steps that are needed."))
                : range(progress, known, now);
    }

    private static Forecast range(ProgressSteps progress, LastKnown known, Instant now) {
        var fast = fastest(progress.steps());
        var slow = slowest(progress.steps(), progress.runningSinceChange(known.observedAt()));
        var left = 100 - progress.percent().orElseThrow();
        if (left / slow > LONGEST_HOURS) {
            return new Forecast.NoForecast(
                    Fact.recorded("At the pace so far it would take more than a year: too slow to tell an end."));
        }
        var latest = after(known.observedAt(), left / slow);
        if (latest.isBefore(now)) {
            return new Forecast.NoForecast(Fact.recorded("By its pace it should have ended; it was last observed at "
                    + ModelText.time(known.observedAt()) + "."));
        }
        var earliest = after(progress.changedAt(), left / fast);
        return new Forecast.Range(earliest.isBefore(now) ? now : earliest, latest,
                Fact.recorded(basis(progress, slow, fast)));
    }

    private static double fastest(List<ProgressStep> steps) {
        var mean = mean(steps, Duration.ZERO);
        return Math.max(Math.max(mean, mean(newestThird(steps), Duration.ZERO)),
                Math.min(quantile(steps, 0.8), mean * BOUND));
    }

    private static double slowest(List<ProgressStep> steps, Duration silence) {
        var mean = mean(steps, Duration.ZERO);
        return Math.min(
                Math.min(mean(steps, silence), mean(newestThird(steps), Duration.ZERO)),
                Math.max(quantile(steps, 0.2), mean / BOUND));
    }

    private static List<ProgressStep> newestThird(List<ProgressStep> steps) {
        return steps.subList(steps.size() - (steps.size() + 2) / 3, steps.size());
    }

    private static double mean(List<ProgressStep> steps, Duration silence) {
        var gained = steps.stream().mapToDouble(ProgressStep::gained).sum();
        return gained / ProgressSteps.hours(total(steps).plus(silence));
    }

    /** The pace that the import stayed below in this share of the time. */
    private static double quantile(List<ProgressStep> steps, double share) {
        var left = total(steps).toMillis() * share;
        var pace = 0.0;
        for (var progressStep : steps.stream().sorted(Comparator.comparingDouble(ProgressStep::pace)).toList()) {
            pace = left > 0 ? progressStep.pace() : pace;
            left -= progressStep.took().toMillis();
        }
        return pace;
    }

    private static Duration total(List<ProgressStep> steps) {
        return steps.stream().map(ProgressStep::took).reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant after(Instant time, double hours) {
        return time.plusSeconds(Math.round(hours * 3600));
    }

    private static String basis(ProgressSteps progress, double slow, double fast) {
        return "From " + progress.steps().size() + " steps of progress in " + ModelText.span(total(progress.steps()))
                + " of importing, pauses left out: " + figure(slow) + " to " + figure(fast) + " % per hour, "
                + figure(progress.percent().orElseThrow()) + " % done.";
    }

    /** Three digits that count, rounded down: what is nearly done is not called done. */
    private static String figure(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(3, RoundingMode.DOWN)).toPlainString();
    }
}
