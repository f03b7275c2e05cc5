package dev.longshore.watch.engine;

import dev.longshore.journal.FailedLook;
import dev.longshore.model.Phase;
import dev.longshore.watch.Intervals;
import dev.longshore.watch.Problem;
import dev.longshore.watch.WatchSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Decides when a migration is asked about next. */
final class PollSchedule {
    /** More than what chance puts between two of one interval. */
    private static final int PATIENCE = 3;
    /** No colleague asks sooner than this after the time that was planned. */
    static final Duration A_MOMENT = Duration.ofSeconds(3);
    private static final double JITTER = 0.1;
    /** Of the budget of a connection; with more than that, questions begin to wait for each other. */
    private static final double MOST_USED = 0.9;

    private final RandomGenerator random;
    private volatile WatchSettings settings;
    private volatile int place;
    private volatile int others;

    PollSchedule(WatchSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    WatchSettings settings() {
        return settings;
    }

    /** Goes by other intervals from now on. */
    void use(Intervals intervals) {
        settings = settings.with(intervals);
    }

    /**
     * Takes note of the others of the team.
     *
     * @param before how many of them ask before this program where the one who asked is silent
     */
    void usePlace(int before, int all) {
        place = before;
        others = all;
    }

    /** How long this program waits after a look of its own that failed, so that each of the others looks before it. */
    Duration lastTurn() {
        return failedTurn(others);
    }

    /** A look may take a while to fail, and the others have to hear of it. */
    private static Duration failedTurn(int before) {
        return A_MOMENT.multipliedBy(2L * before);
    }

    /** How long after a silent colleague this program asks, so that one of the team does and the others hear of it. */
    Duration turn() {
        return A_MOMENT.multipliedBy(place + 1);
    }

    /** Sets anew when {@code migrationState} is asked about, by the present intervals; the caller holds the lock. */
    void reschedule(MigrationState migrationState, Instant now) {
        if (migrationState.failures == 0 && migrationState.lastKnown != null && migrationState.due != null
                && migrationState.due.isAfter(now)) {
            migrationState.interval = interval(migrationState, now).orElse(migrationState.interval);
            // What was planned until now is no blindness.
            migrationState.plannedSilence = migrationState.plannedSilence.compareTo(migrationState.interval) > 0
                    ? migrationState.plannedSilence : migrationState.interval;
            var next = migrationState.lastKnown.observedAt().plus(jittered(migrationState.interval));
            migrationState.due = next.isAfter(now) ? next : now;
        }
    }

    /**
     * Goes on where another watch has just stopped: what it has observed is asked about again when that watch would have
     * done so. The caller holds the lock.
     */
    void carryOn(MigrationState migrationState, Instant now) {
        var known = migrationState.lastKnown;
        if (known == null) {
            return;
        }
        var interval = interval(migrationState, now);
        migrationState.interval = interval.orElse(Duration.ZERO);
        migrationState.plannedSilence = migrationState.interval;
        migrationState.due = interval.map(wait -> known.observedAt().plus(jittered(wait)))
                .map(next -> next.isAfter(now) ? next : now).orElse(null);
        migrationState.isCarriedOn = true;
    }

    /**
     * Sets when {@code migrationState} is asked about after a good answer; the caller holds the lock.
     *
     * @param isUnderWay true while an action of this program is waited for, whatever else is to be asked
     */
    void afterAnswer(MigrationState migrationState, boolean isUnderWay, Instant now) {
        var round = isUnderWay ? Duration.ZERO : migrationState.round;
        var interval = interval(migrationState, now);
        migrationState.interval = interval.orElse(Duration.ZERO);
        migrationState.plannedSilence = interval.map(wait -> longer(wait, round)).orElse(Duration.ZERO);
        migrationState.due = interval.map(wait -> now.plus(longer(jittered(wait), round))).orElse(null);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /**
     * How long it takes to ask about each of a connection once, where its budget is too small for their intervals; else
     * nothing. The programs of a team ask no faster, as each of them has a budget. The caller holds the lock.
     */
    Duration round(Collection<MigrationState> ofConnection) {
        var asked = ofConnection.stream().filter(each -> each.due != null && each.interval.isPositive()).toList();
        var pace = Duration.ofMinutes(1).dividedBy(settings.requestsPerMinute());
        var used = asked.stream().mapToDouble(each -> (double) pace.toMillis() / each.interval.toMillis()).sum();
        return used > MOST_USED ? pace.multipliedBy(asked.size()) : Duration.ZERO;
    }

    /**
     * Leaves the next question to the colleague who has just asked, and plans one for when they do not ask again. The
     * caller holds the lock.
     */
    void afterColleague(MigrationState migrationState, Instant now) {
        afterAnswer(migrationState, false, now);
        leaveToColleague(migrationState);
    }

    /**
     * Puts the next question off until a colleague should have asked it, in rounds by one more round, as that
     * one may ask about commands of its own first. The caller holds the lock.
     */
    void leaveToColleague(MigrationState migrationState) {
        if (migrationState.due != null) {
            var patience = longer(migrationState.interval.dividedBy(PATIENCE), migrationState.round);
            migrationState.due = migrationState.due.plus(patience).plus(turn());
        }
    }

    /** Begins with one that a colleague has put on the list, and asks about first. The caller holds the lock. */
    void beginAfterColleague(MigrationState migrationState, Instant now) {
        if (migrationState.lastKnown == null) {
            migrationState.begin(now.plus(settings.intervals().initializing()).plus(turn()));
        } else {
            carryOn(migrationState, now);
            leaveToColleague(migrationState);
        }
    }

    /** The colleague who asked is gone: asks when that one would have done so. The caller holds the lock. */
    void takeOver(MigrationState migrationState, Instant now) {
        var known = migrationState.lastKnown;
        if (known != null && migrationState.due != null) {
            var planned = known.observedAt().plus(longer(migrationState.interval, migrationState.round));
            var next = (planned.isAfter(now) ? planned : now).plus(A_MOMENT.multipliedBy(place));
            migrationState.dueBy(next);
        }
    }

    /**
     * Sets when {@code migrationState} is asked about after a failure: by the others of a team first, since this program
     * may be the only one whose looks fail. The caller holds the lock.
     *
     * @param problem the failures in a row that this program saw itself
     * @return when the team asks about it again
     */
    Instant afterFailure(MigrationState migrationState, Problem problem, Instant now) {
        migrationState.failures++;
        migrationState.interval = migrationState.failures > problem.count()
                ? afterFailures(migrationState.failures)
                : Backoff.after(problem, settings.intervals().initializing(), now);
        var askedAgainAt = now.plus(jittered(migrationState.interval));
        migrationState.due = askedAgainAt.plus(lastTurn());
        return askedAgainAt;
    }

    /** How long nobody asks about a migration after so many failures in a row. */
    Duration afterFailures(int failures) {
        return Backoff.after(failures, settings.intervals().initializing());
    }

    /**
     * The look of a colleague has failed: one asks about it again when the time has come, and the others only where that one
     * is silent. The caller holds the lock.
     *
     * @param before how many of them ask before this program
     */
    void afterFailedLook(MigrationState migrationState, FailedLook failedLook, int before, Instant now) {
        migrationState.failures = failedLook.failures();
        migrationState.interval = Duration.between(failedLook.at(), failedLook.askedAgainAt());
        migrationState.due = now.plus(migrationState.interval).plus(failedTurn(before));
    }

    /** The same for what is held back on a whole connection. */
    Instant heldAfterFailedLook(FailedLook failedLook, Instant heldUntil, int before, Instant now) {
        return now.plus(Duration.between(failedLook.at(), heldUntil)).plus(failedTurn(before));
    }

    /** Spreads the next questions of {@code count} migrations over what the budget allows; this is the n-th. */
    Instant spread(int nth, Instant now) {
        var pace = Duration.ofMinutes(1).dividedBy(settings.requestsPerMinute());
        return now.plus(pace.multipliedBy(nth));
    }

    private Optional<Duration> interval(MigrationState migrationState, Instant now) {
        var resting = restingInterval(migrationState);
        var latest = migrationState.latest();
        if (latest == null) {
            return resting;
        }
        if (latest.state().at().isAfter(now)) {
            return resting.or(() -> Optional.of(settings.intervals().resting()).filter(_ -> latest.isOpen()));
        }
        var lively = settings.intervals().afterAction(Duration.between(latest.state().at(), now));
        if (latest.isOpen()) {
            return Optional.of(resting.filter(wait -> wait.compareTo(lively) < 0).orElse(lively));
        }
        return resting.map(wait -> wait.compareTo(lively) < 0 ? wait : lively);
    }

    /** An unknown word may mean anything, so it is looked at as often as a running import. */
    private Optional<Duration> restingInterval(MigrationState migrationState) {
        var status = migrationState.status();
        if (status == null) {
            return Optional.of(settings.intervals().initializing());
        }
        return settings.intervals().of(status.phase().orElse(Phase.IMPORT_IN_PROGRESS));
    }

    private Duration jittered(Duration wait) {
        var factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }
}
