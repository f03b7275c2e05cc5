package dev.longshore.model.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.ModelSamples;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever has happened to a migration, the guard does not call safe what the rules can delete. */
class CollisionGuardPropertyTest {
    private static final Instant BEGINNING = Instant.parse("2026-11-21T12:00:00Z");

    /**
     * One thing that happens, so many hours after the one before.
     *
     * @param scheduledIn for a cleanup that somebody schedules, in how many hours; else empty
     * @param seen whether Longshore looked then
     */
    record ServiceStep(int hours, DocumentedRules.ServiceEvent serviceEvent, Optional<Integer> scheduledIn,
            boolean seen) {}

    /** What is known of a life, and the life itself. */
    private static final class ObservedService {
        private final DocumentedRules service = new DocumentedRules(BEGINNING);
        private final List<Observation> seen = new ArrayList<>();
        private Instant now = BEGINNING;

        ObservedService(List<ServiceStep> steps) {
            look();
            steps.forEach(this::live);
            look();
        }

        private void live(ServiceStep serviceStep) {
            now = now.plus(Duration.ofHours(serviceStep.hours()));
            serviceStep.scheduledIn().ifPresentOrElse(
                    in -> service.schedule(now.plus(Duration.ofHours(in)), now),
                    () -> service.happens(serviceStep.serviceEvent(), now));
            if (serviceStep.seen()) {
                look();
            }
        }

        private void look() {
            service.passes(now);
            seen.add(ModelSamples.seen(now, service.phase(), service.due()));
        }

        List<Deadline> deadlines() {
            return CleanupClock.deadlines(ModelSamples.known(seen), ModelSamples.history(seen));
        }

        Collision judged(Forecast forecast, int clockOffBySeconds) {
            return CollisionGuard.assess(
                    now.plusSeconds(clockOffBySeconds), ModelSamples.status(service.phase()), deadlines(), forecast);
        }

        Forecast endsIn(int earliestHours, int latestHours) {
            return new Forecast.Range(
                    now.plus(Duration.ofHours(earliestHours)), now.plus(Duration.ofHours(latestHours)),
                    Fact.recorded(""));
        }
    }

    @Property(tries = 500)
    void anImportThatIsCalledSafeCanFailAtItsLatestAndStillBeRelaunchedForFourDays(
            @ForAll("steps") List<ServiceStep> steps, @ForAll @IntRange(max = 100) int earliest,
            @ForAll @IntRange(max = 200) int longer, @ForAll @IntRange(min = -60, max = 60) int clockOff) {
        var observedService = new ObservedService(steps);
        var risk = observedService.judged(observedService.endsIn(earliest, earliest + longer), clockOff).risk();
        var end = observedService.now.plus(Duration.ofHours(earliest + longer));
        var mayBeImporting = observedService.service.phase() == Phase.IMPORT_IN_PROGRESS;

        observedService.service.happens(DocumentedRules.ServiceEvent.FAIL, end);
        observedService.service.passes(end.plus(Duration.ofHours(96)).minusSeconds(60));

        assertThat(risk == Risk.NONE && mayBeImporting && observedService.service.isGone()).isFalse();
    }

    @Property(tries = 500)
    void nothingThatWaitsForAPersonIsCalledSafe(
            @ForAll("steps") List<ServiceStep> steps, @ForAll @IntRange(max = 100) int earliest,
            @ForAll @IntRange(max = 200) int longer) {
        var observedService = new ObservedService(steps);
        var risk = observedService.judged(observedService.endsIn(earliest, earliest + longer), 0).risk();
        var isAtStake = switch (observedService.service.phase()) {
            case RECEIVING_FILES, PAUSED, FAILED, ABORTED -> true;
            case INITIALIZING, STARTING, IMPORT_IN_PROGRESS, MIGRATION_DONE, CLEANING_UP_FILES, CLOSED -> false;
        };

        observedService.service.passes(observedService.now.plus(Duration.ofDays(1000)));

        assertThat(risk == Risk.NONE && isAtStake && observedService.service.isGone()).isFalse();
    }

    @Property(tries = 500)
    void aLaunchThatIsCalledSafeCanFailAndStillBeRelaunched(
            @ForAll("steps") List<ServiceStep> steps, @ForAll @IntRange(max = 300) int lasts) {
        var observedService = new ObservedService(steps);
        var risk = CollisionGuard
                .atLaunch(observedService.now, observedService.deadlines(), observedService.endsIn(0, lasts)).risk();
        var end = observedService.now.plus(Duration.ofHours(lasts));

        observedService.service.happens(DocumentedRules.ServiceEvent.LAUNCH, observedService.now);
        observedService.service.happens(DocumentedRules.ServiceEvent.FAIL, end);

        assertThat(risk == Risk.NONE && observedService.service.isGone()).isFalse();
    }

    @Property(tries = 500)
    void theSafeTimeIsSafe(
            @ForAll("steps") List<ServiceStep> steps, @ForAll @IntRange(max = 100) int earliest,
            @ForAll @IntRange(max = 200) int longer) {
        var observedService = new ObservedService(steps);
        var forecast = observedService.endsIn(earliest, earliest + longer);
        var safer = observedService.judged(forecast, 0).saferTime();

        safer.ifPresent(time -> observedService.service.schedule(time.at(), observedService.now));
        observedService.service.happens(DocumentedRules.ServiceEvent.FAIL,
                observedService.now.plus(Duration.ofHours(earliest + longer)));
        observedService.service.passes(observedService.now.plus(Duration.ofHours(earliest + longer + 96)));

        assertThat(safer.isPresent() && observedService.service.isGone()).isFalse();
    }

    @Provide
    Arbitrary<List<ServiceStep>> steps() {
        var hours = Arbitraries.integers().between(0, 80);
        var in = Arbitraries.integers().between(-10, 600).optional(0.3);
        var seen = Arbitraries.of(true, false);
        return Combinators.combine(hours, Arbitraries.of(DocumentedRules.ServiceEvent.class), in, seen)
                .as(ServiceStep::new).list()
                .ofMaxSize(8);
    }
}
