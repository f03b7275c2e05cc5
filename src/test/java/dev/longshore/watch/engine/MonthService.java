package dev.longshore.watch.engine;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.Receipt;
import dev.longshore.model.ApiError;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** A service whose migrations go their way by a script, and which fails one call in twenty in changing ways. */
final class MonthService extends FakeApi {
    /** From {@code at} on a migration says {@code word}. */
    record ScriptStep(Instant at, String word) {}

    private static final double FAULTS = 0.05;

    private final InstantSource clock;
    private final Random random = new Random(11);
    private final Map<MigrationRef, List<ScriptStep>> scripts = new LinkedHashMap<>();
    long calls;
    long faults;

    /** {@code count} migrations that are launched, imported and cleaned up within {@code length}. */
    MonthService(InstantSource clock, int count, Duration length) {
        super(clock);
        this.clock = clock;
        for (var nth = 0; nth < count; nth++) {
            scripts.put(
                    new MigrationRef(new DatabaseId("db-" + nth % 40), new MigrationId("m-" + nth)), script(length));
        }
    }

    Map<MigrationRef, List<ScriptStep>> scripts() {
        return scripts;
    }

    private List<ScriptStep> script(Duration length) {
        var steps = new ArrayList<ScriptStep>();
        var at = clock.instant();
        steps.add(new ScriptStep(at, "ReceivingFiles"));
        at = at.plus(part(length, 0.05, 0.6));
        steps.add(new ScriptStep(at, "ImportInProgress"));
        at = at.plus(part(length, 0.02, 0.08));
        steps.add(new ScriptStep(at, random.nextInt(10) == 0 ? "ImportFailed" : "MigrationDone"));
        at = at.plus(part(length, 0.05, 0.2));
        steps.add(new ScriptStep(at, "CleaningUpFiles"));
        steps.add(new ScriptStep(at.plus(Duration.ofMinutes(45)), "Closed"));
        return steps;
    }

    private Duration part(Duration length, double from, double to) {
        return Duration.ofSeconds((long) (length.toSeconds() * (from + (to - from) * random.nextDouble())));
    }

    @Override
    public ApiResult<MigrationStatus> status(MigrationRef migration) {
        calls++;
        var now = clock.instant();
        var receipt = new Receipt(now, now, now, Duration.ofMillis(100));
        if (random.nextDouble() < FAULTS) {
            faults++;
            return new ApiResult.Failure<>(fault(), receipt);
        }
        return new ApiResult.Success<>(answer(migration, now), receipt);
    }

    private ApiError fault() {
        return switch (random.nextInt(100) == 0 ? 5 : random.nextInt(5)) {
            case 0 -> new ApiError.Network(Fact.recorded("The answer did not come in time."), true);
            case 1 ->
                new ApiError.Server(Fact.recorded("The service fails."), 503, Optional.of(Duration.ofSeconds(20)));
            case 2 -> new ApiError.RateLimited(Fact.recorded("Too many calls."), Optional.of(Duration.ofSeconds(30)));
            case 3 -> new ApiError.Malformed(Fact.recorded("The answer is no JSON."));
            case 4 -> new ApiError.NotFound(Fact.recorded("The service knows no such migration."));
            default -> throw new IllegalStateException("A mistake in reading the answer.");
        };
    }

    private MigrationStatus answer(MigrationRef migration, Instant now) {
        var steps = Objects.requireNonNull(scripts.get(migration));
        var nth = steps.size() - 1;
        while (steps.get(nth).at().isAfter(now)) {
            nth--;
        }
        var word = steps.get(nth).word();
        var progress = word.equals("ImportInProgress")
                ? Progress.of(percent(steps.get(nth).at(), now, steps.get(nth + 1).at()) + " %")
                : null;
        return new MigrationStatus(
                migration, Status.of(word), progress, null, null, steps.get(3).at(), null, null, List.of());
    }

    private static long percent(Instant from, Instant now, Instant to) {
        return 100 * Duration.between(from, now).toSeconds() / Duration.between(from, to).toSeconds();
    }
}
