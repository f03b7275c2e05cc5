package dev.longshore.watch;

import dev.longshore.devops.ApiError;
import dev.longshore.devops.ApiResult;
import dev.longshore.devops.Receipt;
import dev.longshore.model.BlindSpan;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Lifecycle;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the answer to a question about a migration, good or bad, and decides what is known afterwards. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final Duration SHORTEST_BLIND_SPAN = Duration.ofMinutes(1);

    private final WatchState state;
    private final WatchParts parts;
    private final Records records;
    private final Schedule schedule;
    private final Lines lines;
    private final WatchSettings settings;

    Answers(WatchState state, WatchParts parts, Records records, Schedule schedule, WatchSettings settings) {
        this.state = state;
        this.parts = parts;
        this.records = records;
        this.schedule = schedule;
        this.settings = settings;
        this.lines = new Lines(schedule);
    }

    void received(MigrationKey key, ApiResult<MigrationStatus> result) {
        switch (result) {
            case ApiResult.Success<MigrationStatus> good -> good(key, good.value(), good.receipt());
            case ApiResult.Failure<MigrationStatus> bad -> bad(key, bad.error(), bad.receipt());
        }
    }

    /** The result of a question that ended in a mistake of our own. */
    ApiResult<MigrationStatus> mistake(RuntimeException unexpected) {
        LOG.error("A question about a migration ended unexpectedly", unexpected);
        var now = parts.clock().instant();
        return new ApiResult.Failure<>(
                new ApiError.Malformed("Longshore could not make sense of the answer ("
                        + unexpected.getClass().getSimpleName()
                        + "). What is shown is the last good value; it asks again by itself."),
                new Receipt(now, now, null));
    }

    private void good(MigrationKey key, MigrationStatus answer, Receipt receipt) {
        var observation = Observation.of(key, receipt.receivedAt(), answer);
        var before = state.with(s -> known(s, key));
        var known = before.map(last -> last.and(observation)).orElseGet(() -> LastKnown.first(observation));
        if (state.with(s -> s.entry(key) != null)) {
            records.write(journal -> journal.observed(observation, known));
        }
        state.with(s -> takeBlindSpan(s, key, observation))
                .ifPresent(span -> records.write(journal -> journal.blind(span)));
        state.with(s -> take(s, key, answer, observation, known, receipt))
                .ifPresent(command -> records.write(journal -> journal.reached(command.id(), command.state())));
    }

    private static Optional<LastKnown> known(WatchState s, MigrationKey key) {
        var entry = s.entry(key);
        return entry == null ? Optional.empty() : Optional.ofNullable(entry.lastKnown);
    }

    /** A silence longer than the interval explains is recorded as a time in which nobody watched. */
    private Optional<BlindSpan> takeBlindSpan(WatchState s, MigrationKey key, Observation observation) {
        var entry = s.entry(key);
        if (entry == null || entry.lastKnown == null) {
            return Optional.empty();
        }
        var span = blindSpan(entry, entry.lastKnown, observation);
        span.ifPresent(entry::remember);
        return span;
    }

    private Optional<BlindSpan> blindSpan(Entry entry, LastKnown before, Observation observation) {
        var last = before.observedAt();
        var expected = settings.intervals().resting().multipliedBy(2);
        var usual = entry.observedInThisRun && entry.problem == null && !entry.slept ? expected : SHORTEST_BLIND_SPAN;
        if (Duration.between(last, observation.at()).compareTo(usual) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new BlindSpan(entry.key(), last, observation.at(), cause(entry)));
    }

    private static BlindSpan.Cause cause(Entry entry) {
        if (!entry.observedInThisRun) {
            return BlindSpan.Cause.CLOSED;
        }
        return entry.slept ? BlindSpan.Cause.ASLEEP : BlindSpan.Cause.UNREACHABLE;
    }

    private Optional<Command> take(
            WatchState s,
            MigrationKey key,
            MigrationStatus answer,
            Observation observation,
            LastKnown known,
            Receipt receipt) {
        var line = s.line(key.connection());
        if (line != null) {
            lines.works(s, line, receipt);
        }
        var entry = s.entry(key);
        if (entry == null) {
            return Optional.empty();
        }
        var statusChanged = !answer.status().equals(entry.status());
        entry.remember(observation);
        entry.lastKnown = known;
        entry.problem = null;
        entry.oddities = answer.oddities();
        entry.credentials = answer.credentials();
        entry.observedInThisRun = true;
        entry.slept = false;
        var decided = decide(entry, observation, receipt);
        decided.ifPresent(command -> {
            entry.replace(command);
            s.note(command);
        });
        answered(entry, observation.at());
        if (statusChanged || decided.isPresent()) {
            s.touchDatabase(key.ref().database());
        }
        s.touch(entry);
        return decided;
    }

    private void answered(Entry entry, Instant now) {
        entry.asking = false;
        schedule.afterAnswer(entry, now);
        askAgainIfWanted(entry, now);
    }

    private static void askAgainIfWanted(Entry entry, Instant now) {
        if (entry.askAgain) {
            entry.askAgain = false;
            entry.due = now;
        }
    }

    /** Only an observation whose request left after the command's call had ended can decide about it. */
    private Optional<Command> decide(Entry entry, Observation observation, Receipt receipt) {
        var open = entry.open();
        if (open == null
                || entry.commandUnderWay
                || receipt.sentAt().isBefore(open.state().at())) {
            return Optional.empty();
        }
        Optional<CommandState> outcome = Lifecycle.outcome(open, observation, settings.lag());
        return outcome.map(open::reached);
    }

    private void bad(MigrationKey key, ApiError error, Receipt receipt) {
        LOG.info("No good answer about {}: {}", key, error.message());
        state.with(s -> {
            var line = s.line(key.connection());
            if (line != null) {
                lines.fails(s, line, error, receipt);
            }
            var entry = s.entry(key);
            if (entry != null) {
                fails(entry, error, receipt.receivedAt());
                s.touch(entry);
            }
            return s;
        });
    }

    private void fails(Entry entry, ApiError error, Instant now) {
        entry.problem = Problem.oneMore(entry.problem, error.message(), now);
        entry.asking = false;
        schedule.afterFailure(entry, entry.problem.count(), now);
        askAgainIfWanted(entry, now);
    }
}
