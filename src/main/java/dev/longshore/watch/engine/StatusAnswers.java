package dev.longshore.watch.engine;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.Receipt;
import dev.longshore.journal.FailedLook;
import dev.longshore.model.ApiError;
import dev.longshore.model.Command;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Observation;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.model.lifecycle.Lifecycle;
import dev.longshore.watch.Problem;
import dev.longshore.watch.WatchSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the answer to a question about a migration, good or bad, and decides what is known afterwards. */
final class StatusAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(StatusAnswers.class);

    private final WatchState state;
    private final WatchDependencies dependencies;
    private final JournalWriter journalWriter;
    private final PollSchedule pollSchedule;
    private final ConnectionHealthRules healthRules;
    private final WatchSettings settings;

    StatusAnswers(WatchState state, WatchDependencies dependencies, JournalWriter journalWriter,
            PollSchedule pollSchedule, WatchSettings settings) {
        this.state = state;
        this.dependencies = dependencies;
        this.journalWriter = journalWriter;
        this.pollSchedule = pollSchedule;
        this.settings = settings;
        this.healthRules = new ConnectionHealthRules(pollSchedule);
    }

    void received(StatusRequest statusRequest, ApiResult<MigrationStatus> result) {
        switch (result) {
            case ApiResult.Success<MigrationStatus> good -> succeeded(statusRequest, good.value(), good.receipt());
            case ApiResult.Failure<MigrationStatus> bad -> requestFailed(statusRequest, bad.error(), bad.receipt());
        }
    }

    /** The question ended in a mistake of our own; it is asked again later, like after any other failure. */
    void failedUnexpectedly(StatusRequest statusRequest, RuntimeException unexpected) {
        LOG.error("A question about a migration ended unexpectedly", unexpected);
        var now = dependencies.clock().instant();
        var why = Fact.sentences(
                Fact.of(WatchFact.REPLY_UNREADABLE, unexpected.getClass().getSimpleName()),
                Fact.of(WatchFact.LAST_STATUS_SHOWN));
        tellColleagues(state.with(s -> {
            var askedAgainAt = failed(statusRequest.migrationState(), why, now);
            return failedLook(statusRequest, askedAgainAt, now);
        }));
    }

    /** The question that was rejected is the one that tries whether the rejection still holds. */
    private static void tryAgainWith(StatusRequest statusRequest) {
        var nextTry = statusRequest.connectionState().nextTry;
        if (nextTry != null) {
            statusRequest.migrationState().due = nextTry;
        }
    }

    /** Takes note of whether the service knows a migration; one that it does not know holds up no other. */
    private static void known(WatchState s, MigrationState migrationState, boolean known) {
        if (migrationState.unknownToService == known) {
            migrationState.unknownToService = !known;
            s.markDatabaseChanged(migrationState.key().ref().database());
        }
    }

    private Instant failed(MigrationState migrationState, Fact why, Instant now) {
        migrationState.problem = Problem.repeated(migrationState.problem, why, now);
        return pollSchedule.afterFailure(migrationState, migrationState.problem, now);
    }

    private static FailedLook failedLook(StatusRequest statusRequest, Instant askedAgainAt, Instant now) {
        var connectionState = statusRequest.connectionState();
        return new FailedLook(
                statusRequest.key(), "", now, statusRequest.migrationState().failures,
                connectionState.nextTry == null ? askedAgainAt : connectionState.nextTry,
                connectionState.failingSince, connectionState.held(now).orElse(null), connectionState.rejections);
    }

    /** So that one of the team asks again, and not each by itself. */
    private void tellColleagues(FailedLook failedLook) {
        if (dependencies.journal().isShared() && !journalWriter.hasUnwritten()) {
            journalWriter.write(journal -> journal.recordFailedLook(failedLook));
        }
    }

    /** What an answer makes known, worked out before anything is written or shown. */
    private record ReceivedStatus(
            MigrationStatus answer, Observation observation, LastKnown known, Duration setBackInAll) {
        static ReceivedStatus of(MigrationState migrationState, MigrationStatus answer, Instant receivedAt) {
            var observation = Observation.of(migrationState.key(), receivedAt, answer);
            var before = migrationState.lastKnown;
            var known = before == null ? LastKnown.first(observation) : before.updatedBy(observation);
            return new ReceivedStatus(answer, observation, known, migrationState.setBackInAll);
        }

        /** How far our clock was set back since it was received, as while it was written. */
        Duration setBack(MigrationState migrationState, Instant now) {
            return observation.at().isAfter(now) ? migrationState.setBackInAll.minus(setBackInAll) : Duration.ZERO;
        }
    }

    /** A program that was stopped finds old answers when it goes on; colleagues may have seen later ones meanwhile. */
    private boolean mayBeOld(Receipt receipt) {
        return receipt.took().compareTo(PollSchedule.A_MOMENT) > 0
                && state.with(s -> s.isShared()
                        && s.hasStoodStillSince(receipt.sentAt(), dependencies.clock().instant()));
    }

    /** An answer that was asked for through an API of before is as good as any; only what is not on the list is not. */
    private void succeeded(StatusRequest statusRequest, MigrationStatus answer, Receipt receipt) {
        if (mayBeOld(receipt)) {
            LOG.info("An answer about {} took {}: it is asked again", statusRequest.key(), receipt.took());
            state.change(_ -> statusRequest.migrationState().requestNow(dependencies.clock().instant()));
            return;
        }
        state.change(s -> {
            if (statusRequest.isOfCurrentApi()) {
                healthRules.succeeded(s, statusRequest.connectionState(), receipt);
            }
        });
        state.with(s -> statusRequest.isWanted(s)
                ? Optional.of(ReceivedStatus.of(statusRequest.migrationState(), answer, receipt.receivedAt()))
                : Optional.<ReceivedStatus>empty()).ifPresent(receivedStatus -> record(statusRequest, receivedStatus));
    }

    private void record(StatusRequest statusRequest, ReceivedStatus receivedStatus) {
        journalWriter.writeNowOrLater(receivedStatus.observation(), receivedStatus.known());
        state.with(s -> statusRequest.migrationState().gapBefore(receivedStatus.observation()))
                .ifPresent(gap -> {
                    journalWriter.writeNowOrLater(journal -> journal.recordGap(gap));
                    state.change(_ -> statusRequest.migrationState().remember(gap));
                });
        state.with(s -> apply(s, statusRequest, receivedStatus))
                .forEach(
                        command -> journalWriter.writeNowOrLater(
                                journal -> journal.recordState(command.id(), command.state())));
    }

    private List<Command> apply(WatchState s, StatusRequest statusRequest, ReceivedStatus receivedStatus) {
        var migrationState = statusRequest.migrationState();
        var statusChanged = !receivedStatus.answer().status().equals(migrationState.status());
        var decided = decide(s, statusRequest, receivedStatus.observation());
        migrationState.remember(receivedStatus.observation());
        migrationState.lastKnown = receivedStatus.known();
        migrationState.wasSeen();
        known(s, migrationState, true);
        migrationState.oddities = receivedStatus.answer().oddities();
        migrationState.credentials = receivedStatus.answer().credentials();
        migrationState.askedBy = null;
        migrationState.observedInThisRun = true;
        migrationState.slept = false;
        migrationState.setBack = receivedStatus.setBack(migrationState, dependencies.clock().instant());
        decided.forEach(command -> {
            migrationState.replace(command);
            s.record(command);
        });
        var latest = migrationState.latest();
        pollSchedule.afterAnswer(
                migrationState, latest != null && latest.isOpen() && !s.isOfColleague(latest),
                receivedStatus.observation().at());
        if (statusChanged || !decided.isEmpty()) {
            s.markDatabaseChanged(migrationState.key().ref().database());
        }
        s.markChanged(migrationState);
        return decided;
    }

    /** Only an observation whose request left after the calls of all commands had ended can decide about them. */
    private List<Command> decide(WatchState s, StatusRequest statusRequest, Observation seen) {
        var migrationState = statusRequest.migrationState();
        if (migrationState.commandsUnderWay > 0
                || statusRequest.commandsEnded() != migrationState.commandsEnded) {
            return List.of();
        }
        return migrationState.undecided().stream().filter(each -> !s.isOfColleague(each))
                .flatMap(each -> decide(each, migrationState, seen).stream()).toList();
    }

    private Optional<Command> decide(Command command, MigrationState migrationState, Observation seen) {
        return Lifecycle.outcome(command, migrationState.history(), seen, settings.lag(),
                migrationState.setBackSince(command))
                .or(() -> Lifecycle.lateOutcome(command, seen))
                .map(command::withState);
    }

    /** What the end of an API of before did to its last questions says nothing: they are asked again. */
    private void requestFailed(StatusRequest statusRequest, ApiError error, Receipt receipt) {
        LOG.info("No good answer about {}: {}", statusRequest.key(), error);
        state.with(s -> {
            if (!statusRequest.isOfCurrentApi()) {
                statusRequest.migrationState().requestAgain = true;
                return Optional.<FailedLook>empty();
            }
            var askedAgainAt = failed(statusRequest.migrationState(), error.fact(), receipt.receivedAt());
            healthRules.failed(s, statusRequest.connectionState(), error, receipt);
            tryAgainWith(statusRequest);
            if (error instanceof ApiError.NotFound) {
                known(s, statusRequest.migrationState(), false);
            }
            return Optional.of(failedLook(statusRequest, askedAgainAt, receipt.receivedAt()));
        }).ifPresent(this::tellColleagues);
    }
}
