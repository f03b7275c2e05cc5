package dev.longshore.watch;

import dev.longshore.model.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Decides when a migration is asked about next. */
final class Schedule {
    private static final double JITTER = 0.1;

    private final RandomGenerator random;
    private volatile WatchSettings settings;

    Schedule(WatchSettings settings, RandomGenerator random) {
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

    /** Sets anew when {@code entry} is asked about, by the present intervals; the caller holds the lock. */
    void again(Entry entry, Instant now) {
        if (entry.problem == null && entry.lastKnown != null && entry.due != null && entry.due.isAfter(now)) {
            entry.interval = interval(entry, now).orElse(entry.interval);
            // What was planned until now is no blindness.
            entry.calm = entry.calm.compareTo(entry.interval) > 0 ? entry.calm : entry.interval;
            var next = entry.lastKnown.observedAt().plus(jittered(entry.interval));
            entry.due = next.isAfter(now) ? next : now;
        }
    }

    /** Sets when {@code entry} is asked about after a good answer; the caller holds the lock. */
    void afterAnswer(Entry entry, Instant now) {
        var interval = interval(entry, now);
        entry.interval = interval.orElse(Duration.ZERO);
        entry.calm = entry.interval;
        entry.due = interval.map(wait -> now.plus(jittered(wait))).orElse(null);
    }

    /** Sets when {@code entry} is asked about after a failure; the caller holds the lock. */
    void afterFailure(Entry entry, int failures, Instant now) {
        entry.interval = Backoff.after(failures, settings.intervals().initializing());
        entry.due = now.plus(jittered(entry.interval));
    }

    /** Spreads the next questions of {@code count} migrations over what the budget allows; this is the n-th. */
    Instant spread(int nth, Instant now) {
        var pace = Duration.ofMinutes(1).dividedBy(settings.requestsPerMinute());
        return now.plus(pace.multipliedBy(nth));
    }

    private Optional<Duration> interval(Entry entry, Instant now) {
        var resting = restingInterval(entry);
        var latest = entry.latest();
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
    private Optional<Duration> restingInterval(Entry entry) {
        var status = entry.status();
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
