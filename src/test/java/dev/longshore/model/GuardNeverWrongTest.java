package dev.longshore.model;

import static org.assertj.core.api.Assertions.assertThat;

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
class GuardNeverWrongTest {
    private static final Instant BEGINNING = Instant.parse("2026-11-21T12:00:00Z");

    /**
     * One thing that happens, so many hours after the one before.
     *
     * @param scheduledIn for a cleanup that somebody schedules, in how many hours; else empty
     * @param seen whether Longshore looked then
     */
    record Step(int hours, RuleBook.Act act, Optional<Integer> scheduledIn, boolean seen) {}

    /** What is known of a life, and the life itself. */
    private static final class Life {
        private final RuleBook service = new RuleBook(BEGINNING);
        private final List<Observation> seen = new ArrayList<>();
        private Instant now = BEGINNING;

        Life(List<Step> steps) {
            look();
            steps.forEach(this::live);
            look();
        }

        private void live(Step step) {
            now = now.plus(Duration.ofHours(step.hours()));
            step.scheduledIn().ifPresentOrElse(
                    in -> service.schedule(now.plus(Duration.ofHours(in)), now),
                    () -> service.happens(step.act(), now));
            if (step.seen()) {
                look();
            }
        }

        private void look() {
            service.passes(now);
            seen.add(Given.seen(now, service.phase(), service.due()));
        }

        List<Deadline> deadlines() {
            return CleanupClock.deadlines(Given.known(seen), Given.history(seen));
        }

        Collision judged(Forecast forecast, int clockOffBySeconds) {
            return CollisionGuard.judge(
                    now.plusSeconds(clockOffBySeconds), Given.status(service.phase()), deadlines(), forecast);
        }

        Forecast endsIn(int earliestHours, int latestHours) {
            return new Forecast.Range(
                    now.plus(Duration.ofHours(earliestHours)), now.plus(Duration.ofHours(latestHours)), "");
        }
    }

    @Property(tries = 500)
    void anImportThatIsCalledSafeCanFailAtItsLatestAndStillBeRelaunchedForFourDays(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 100) int earliest,
            @ForAll @IntRange(max = 200) int longer, @ForAll @IntRange(min = -60, max = 60) int clockOff) {
        var life = new Life(steps);
        var risk = life.judged(life.endsIn(earliest, earliest + longer), clockOff).risk();
        var end = life.now.plus(Duration.ofHours(earliest + longer));
        var mayBeImporting = life.service.phase() == Phase.IMPORT_IN_PROGRESS;

        life.service.happens(RuleBook.Act.FAIL, end);
        life.service.passes(end.plus(Duration.ofHours(96)).minusSeconds(60));

        assertThat(risk == Risk.NONE && mayBeImporting && life.service.isGone()).isFalse();
    }

    @Property(tries = 500)
    void nothingThatWaitsForAPersonIsCalledSafe(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 100) int earliest,
            @ForAll @IntRange(max = 200) int longer) {
        var life = new Life(steps);
        var risk = life.judged(life.endsIn(earliest, earliest + longer), 0).risk();
        var isAtStake = switch (life.service.phase()) {
            case RECEIVING_FILES, PAUSED, FAILED, ABORTED -> true;
            case INITIALIZING, STARTING, IMPORT_IN_PROGRESS, MIGRATION_DONE, CLEANING_UP_FILES, CLOSED -> false;
        };

        life.service.passes(life.now.plus(Duration.ofDays(1000)));

        assertThat(risk == Risk.NONE && isAtStake && life.service.isGone()).isFalse();
    }

    @Property(tries = 500)
    void aLaunchThatIsCalledSafeCanFailAndStillBeRelaunched(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 300) int lasts) {
        var life = new Life(steps);
        var risk = CollisionGuard.atLaunch(life.now, life.deadlines(), life.endsIn(0, lasts)).risk();
        var end = life.now.plus(Duration.ofHours(lasts));

        life.service.happens(RuleBook.Act.LAUNCH, life.now);
        life.service.happens(RuleBook.Act.FAIL, end);

        assertThat(risk == Risk.NONE && life.service.isGone()).isFalse();
    }

    @Property(tries = 500)
    void theSafeTimeIsSafe(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 100) int earliest,
            @ForAll @IntRange(max = 200) int longer) {
        var life = new Life(steps);
        var forecast = life.endsIn(earliest, earliest + longer);
        var safer = life.judged(forecast, 0).saferTime();

        safer.ifPresent(at -> life.service.schedule(at, life.now));
        life.service.happens(RuleBook.Act.FAIL, life.now.plus(Duration.ofHours(earliest + longer)));
        life.service.passes(life.now.plus(Duration.ofHours(earliest + longer + 96)));

        assertThat(safer.isPresent() && life.service.isGone()).isFalse();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var hours = Arbitraries.integers().between(0, 80);
        var in = Arbitraries.integers().between(-10, 600).optional(0.3);
        var seen = Arbitraries.of(true, false);
        return Combinators.combine(hours, Arbitraries.of(RuleBook.Act.class), in, seen).as(Step::new).list()
                .ofMaxSize(8);
    }
}
