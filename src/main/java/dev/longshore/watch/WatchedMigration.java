package dev.longshore.watch;

import dev.longshore.model.Action;
import dev.longshore.model.Alert;
import dev.longshore.model.Command;
import dev.longshore.model.Connection;
import dev.longshore.model.Database;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.Remarks;
import dev.longshore.model.Ruling;
import dev.longshore.model.UploadCredentials;
import dev.longshore.model.advice.AlertRules;
import dev.longshore.model.advice.Silence;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.launch.LaunchCandidate;
import dev.longshore.model.lifecycle.Lifecycle;
import dev.longshore.model.lifecycle.Situation;
import dev.longshore.model.userdate.DatedDeadline;
import dev.longshore.model.userdate.DeadlineRules;
import dev.longshore.model.userdate.DeadlineRules.ImportFacts;
import dev.longshore.model.userdate.OwnDates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A migration on the list and what is known of it.
 *
 * @param key which one
 * @param name the user's name for it
 * @param tags the user's own words for it
 * @param connection through which it is watched
 * @param database its database, or null while it is not known
 * @param lastKnown last good values with their ages, or null before the first answer
 * @param problem what is wrong with the newest answer, or null while it was good
 * @param oddities facts about fields of the newest answer that could not be read
 * @param latest its newest command, or null
 * @param forecast when its import is expected to end
 * @param deadlines what the service will do by itself, soonest first
 * @param credentials upload credentials of this session's newest answer, in memory only, or null
 * @param poll when it is asked again
 * @param situation what the rules of the lifecycle evaluate
 * @param historyAlerts what its observations tell a user, whatever the time is; all of it is in {@link #alerts}
 * @param ownDates what the user has set for it: deadlines and freeze windows
 * @param earlierAttempts the failed or aborted migrations in whose place it was made, the newest first; they need not be on
 *     the list any more
 * @param remarks what users let each other know about it
 */
public record WatchedMigration(
        MigrationKey key,
        String name,
        List<String> tags,
        Connection connection,
        @Nullable Database database,
        @Nullable LastKnown lastKnown,
        @Nullable Problem problem,
        List<Fact> oddities,
        @Nullable Command latest,
        Forecast forecast,
        List<Deadline> deadlines,
        @Nullable UploadCredentials credentials,
        Poll poll,
        Situation situation,
        List<Alert> historyAlerts,
        OwnDates ownDates,
        List<MigrationKey> earlierAttempts,
        Remarks remarks) {
    public WatchedMigration {
        earlierAttempts = List.copyOf(earlierAttempts);
        historyAlerts = List.copyOf(historyAlerts);
        tags = List.copyOf(tags);
        oddities = List.copyOf(oddities);
        deadlines = List.copyOf(deadlines);
    }

    /** One about which nobody has said anything. */
    public WatchedMigration(MigrationKey key, String name, List<String> tags, Connection connection,
            @Nullable Database database, @Nullable LastKnown lastKnown, @Nullable Problem problem,
            List<Fact> oddities, @Nullable Command latest, Forecast forecast, List<Deadline> deadlines,
            @Nullable UploadCredentials credentials, Poll poll, Situation situation, List<Alert> historyAlerts,
            OwnDates ownDates, List<MigrationKey> earlierAttempts) {
        this(key, name, tags, connection, database, lastKnown, problem, oddities, latest, forecast, deadlines,
                credentials, poll, situation, historyAlerts, ownDates, earlierAttempts, Remarks.NONE);
    }

    /** One for which the user has set nothing, in the place of no other. */
    public WatchedMigration(MigrationKey key, String name, List<String> tags, Connection connection,
            @Nullable Database database, @Nullable LastKnown lastKnown, @Nullable Problem problem,
            List<Fact> oddities, @Nullable Command latest, Forecast forecast, List<Deadline> deadlines,
            @Nullable UploadCredentials credentials, Poll poll, Situation situation, List<Alert> historyAlerts) {
        this(key, name, tags, connection, database, lastKnown, problem, oddities, latest, forecast, deadlines,
                credentials, poll, situation, historyAlerts, OwnDates.NONE, List.of());
    }

    /** The same with other dates of the user's. */
    public WatchedMigration with(OwnDates dates) {
        return new WatchedMigration(key, name, tags, connection, database, lastKnown, problem, oddities, latest,
                forecast, deadlines, credentials, poll, situation, historyAlerts, dates, earlierAttempts, remarks);
    }

    /** Which attempt it is at what it was made for: 1 for the first. */
    public int attempt() {
        return earlierAttempts.size() + 1;
    }

    /**
     * Whether nothing of it has changed since {@code earlier}: snapshots hand on the same object then. Comparing all
     * there is would take too long where thousands are compared with every change.
     */
    @SuppressWarnings("ReferenceEquality")
    public boolean isUnchangedSince(WatchedMigration earlier) {
        return this == earlier;
    }

    /** Whether the rules allow {@code action} now, and if not, why not. */
    public Ruling ruling(Action action) {
        return Lifecycle.ruling(action, situation);
    }

    /**
     * What a user should know about it, most urgent first.
     *
     * @param now the service's time, in UTC, as {@link WatchedConnection#serviceTime} gives it
     */
    public List<Alert> alerts(Instant now) {
        var ofSituation = AlertRules.ofSituation(situation).stream();
        var ofClock = AlertRules.ofClock(now, lastKnown, deadlines, forecast).stream();
        var ofDeadlines = DeadlineRules.alerts(ownDeadlines(now), now).stream();
        return AlertRules.merged(historyAlerts,
                Stream.of(ofSituation, ofClock, ofDeadlines).flatMap(each -> each).toList());
    }

    /** The deadlines that the user has set, with what is known of them at {@code now}, the service's time, in UTC. */
    public List<DatedDeadline> ownDeadlines(Instant now) {
        var facts = importFacts(now);
        return ownDates.deadlines().stream().map(each -> DeadlineRules.dated(each, facts)).toList();
    }

    /** What is known of its import at {@code now}, the service's time, in UTC. */
    public ImportFacts importFacts(Instant now) {
        return new ImportFacts(now, lastKnown, ownDates.moments(), forecast, cleanup());
    }

    /**
     * What the rules of a queue look at.
     *
     * @param now by our clock, in UTC
     * @param serviceTime the same by the service's
     */
    public LaunchCandidate launchCandidate(Instant now, Instant serviceTime) {
        return new LaunchCandidate(key, name, situation.at(serviceTime), latest, deadlines, forecast,
                ownDates.moments(), ownDates.freezeAt(serviceTime), isFresh(now));
    }

    /** The alerts that hold whatever the time is, most urgent first. */
    public List<Alert> alertsWithoutClock() {
        return AlertRules.merged(historyAlerts, AlertRules.ofSituation(situation).stream().toList());
    }

    /** The cleanup that is due, if its time is known. */
    public Optional<Deadline> cleanup() {
        return deadlines.stream()
                .filter(each -> each.cause() != Deadline.Cause.CREDENTIALS)
                .findFirst();
    }

    /**
     * True when what is shown of it is older than it should be: its newest answer failed, or it was not observed for too
     * long.
     *
     * @param now by our clock, in UTC
     */
    public boolean isStale(Instant now) {
        return problem != null || (lastKnown != null && !lastKnown.status().is(Phase.CLOSED)
                && age(now).filter(known -> !Poll.isTooLong(known, poll.interval())).isEmpty());
    }

    /**
     * How old what is known of it is; empty before the first answer, and where the clock was set back and nobody knows by
     * how much: the program was closed, or the watch has not noticed yet.
     *
     * @param now by our clock, in UTC
     */
    public Optional<Duration> age(Instant now) {
        return Optional.ofNullable(lastKnown)
                .flatMap(known -> Optional.ofNullable(poll.setBack())
                        .map(Duration.between(known.observedAt(), now)::plus))
                .filter(age -> age.compareTo(poll.delay().negated()) >= 0)
                // What came after the second began that is shown is as old as nothing.
                .map(age -> age.isNegative() ? Duration.ZERO : age);
    }

    /** Since when there is no answer about it, where what is known of it is {@link #isStale old}; {@code now} in UTC. */
    public Optional<Silence> silence(Instant now) {
        return Optional.ofNullable(lastKnown).filter(_ -> isStale(now)).map(known -> new Silence(
                known.observedAt(), poll.next()));
    }

    /**
     * Until when what is shown of it was seen, in UTC: its last good answer while it is {@link #isStale old}, else
     * {@code now}.
     */
    public Instant seenUntil(Instant now) {
        return silence(now).map(Silence::since).orElse(now);
    }

    /**
     * True when what is known of it is new enough to decide on what cannot be undone: no older than its polling interval,
     * and its newest answer did not fail.
     *
     * @param now by our clock, in UTC
     */
    public boolean isFresh(Instant now) {
        return problem == null && age(now).filter(age -> age.compareTo(poll.interval()) <= 0).isPresent();
    }

    /**
     * When a migration is asked about again.
     *
     * @param interval what its status calls for
     * @param next when it is due, in UTC, or null while it is not watched (closed, or its connection stopped)
     * @param underWay true while a request is in flight
     * @param setBack how far our clock was set back since it was observed; null where nobody knows
     * @param delay how far what is shown may be behind our clock
     */
    public record Poll(Duration interval, @Nullable Instant next, boolean underWay,
            @Nullable Duration setBack, Duration delay) {
        private static final Duration SLACK = Duration.ofMinutes(1);

        /** Of one since whose observation the clock was not set back. */
        public Poll(Duration interval, @Nullable Instant next, boolean underWay) {
            this(interval, next, underWay, Duration.ZERO, SLACK);
        }

        /** True when a silence is too long for a migration that is asked about once in an interval. */
        public static boolean isTooLong(Duration silence, Duration interval) {
            // A call that failed and was repeated is still as it should be.
            return silence.compareTo(interval.multipliedBy(2).plus(SLACK)) > 0;
        }
    }
}
