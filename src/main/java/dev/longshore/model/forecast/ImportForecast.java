package dev.longshore.model.forecast;

import dev.longshore.model.Forecast;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Status;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.Distance;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ForecastFact;
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
            return none(ForecastFact.NOT_OBSERVED);
        }
        return notImporting(known.status())
                .or(() -> stalled(known, history))
                .<Forecast>map(Forecast.NoForecast::new)
                .orElseGet(() -> fromSteps(ProgressSteps.of(history.observations()), known, now));
    }

    private static Optional<Fact> notImporting(Status status) {
        if (status instanceof Status.UnknownStatus) {
            return Optional.of(Fact.of(AdviceFact.UNKNOWN_STATUS, status));
        }
        return status.phase().flatMap(phase -> switch (phase) {
            case IMPORT_IN_PROGRESS -> Optional.empty();
            case PAUSED -> Optional.of(Fact.of(ForecastFact.PAUSED));
            case STARTING -> Optional.of(Fact.of(ForecastFact.STARTING));
            case INITIALIZING, RECEIVING_FILES -> Optional.of(Fact.of(ForecastFact.NOT_LAUNCHED));
            case MIGRATION_DONE -> Optional.of(Fact.of(AdviceFact.IMPORT_FINISHED));
            case FAILED, ABORTED, CLEANING_UP_FILES, CLOSED -> Optional.of(Fact.of(ForecastFact.NO_IMPORT));
        });
    }

    private static Optional<Fact> stalled(LastKnown known, History history) {
        return StallRule.stall(known, history)
                .map(stall -> Fact.of(ForecastFact.NO_PROGRESS, stall.since(), new Distance(stall.since())));
    }

    private static Forecast fromSteps(ProgressSteps progress, LastKnown known, Instant now) {
        var percent = progress.percent();
        if (percent.isEmpty()) {
            return none(ForecastFact.NO_NUMBER);
        }
        if (percent.getAsDouble() >= 100) {
            return none(ForecastFact.HUNDRED_PERCENT);
        }
        var steps = progress.steps();
        return steps.size() < FEWEST_STEPS
                ? none(ForecastFact.TOO_FEW_UPDATES, FEWEST_STEPS, steps.size())
                : range(progress, known, now);
    }

    private static Forecast range(ProgressSteps progress, LastKnown known, Instant now) {
        var fast = fastest(progress.steps());
        var slow = slowest(progress.steps(), progress.runningSinceChange(known.observedAt()));
        var left = 100 - progress.percent().orElseThrow();
        if (left / slow > LONGEST_HOURS) {
            return none(ForecastFact.TOO_SLOW);
        }
        var latest = after(known.observedAt(), left / slow);
        if (latest.isBefore(now)) {
            return none(ForecastFact.OVERDUE, known.observedAt());
        }
        var earliest = after(progress.changedAt(), left / fast);
        return new Forecast.Range(earliest.isBefore(now) ? now : earliest, latest, basis(progress, slow, fast));
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

    private static Forecast none(ForecastFact reason, Object... figures) {
        return new Forecast.NoForecast(Fact.of(reason, figures));
    }

    private static Fact basis(ProgressSteps progress, double slow, double fast) {
        return Fact.of(
                ForecastFact.PACE, progress.steps().size(), total(progress.steps()), figure(slow), figure(fast),
                figure(progress.percent().orElseThrow()));
    }

    /** Three digits that count, rounded down: what is nearly done is not called done. */
    private static double figure(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(3, RoundingMode.DOWN)).doubleValue();
    }
}
