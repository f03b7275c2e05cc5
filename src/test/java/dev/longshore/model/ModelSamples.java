package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.model.lifecycle.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Observations, commands and situations of one migration for the tests of the model. */
public final class ModelSamples {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final Duration LAG = Duration.ofMinutes(10);
    public static final MigrationKey ORDERS = new MigrationKey(
            new ConnectionId("prod"), new MigrationRef(new DatabaseId("db-1"), new MigrationId("orders")));

    private ModelSamples() {}

    /** A word of the service for that phase, one of each vocabulary where both have one. */
    public static Status status(Phase phase) {
        return Status.of(switch (phase) {
            case INITIALIZING -> "Initializing";
            case RECEIVING_FILES -> "ReceivingFiles";
            case STARTING -> "STARTING";
            case IMPORT_IN_PROGRESS -> "ImportInProgress";
            case PAUSED -> "Paused";
            case MIGRATION_DONE -> "MigrationDone";
            case FAILED -> "ERROR";
            case ABORTED -> "Aborted";
            case CLEANING_UP_FILES -> "CleaningUpFiles";
            case CLOSED -> "Closed";
        });
    }

    static Instant at(Duration afterNoon) {
        return NOON.plus(afterNoon);
    }

    public static Instant minutes(long afterNoon) {
        return NOON.plus(Duration.ofMinutes(afterNoon));
    }

    public static Instant hours(long afterNoon) {
        return NOON.plus(Duration.ofHours(afterNoon));
    }

    public static Instant days(long afterNoon) {
        return NOON.plus(Duration.ofDays(afterNoon));
    }

    public static Observation seen(Instant at, Status status) {
        return seen(at, status, null, null);
    }

    public static Observation seen(Instant at, Phase phase) {
        return seen(at, status(phase));
    }

    public static Observation seen(Instant at, Phase phase, String progress) {
        return seen(at, status(phase), progress, null);
    }

    public static Observation seen(Instant at, Phase phase, Instant cleanup) {
        return seen(at, status(phase), null, cleanup);
    }

    public static Observation seen(Instant at, Status status, @Nullable String progress, @Nullable Instant cleanup) {
        return new Observation(
                ORDERS, at, status, progress == null ? null : Progress.of(progress), cleanup, null, null, null);
    }

    public static Observation withCredentials(Observation observation, Instant expiration) {
        return new Observation(
                observation.key(), observation.at(), observation.status(), observation.progress(),
                observation.expectedCleanupTime(), observation.uploadBucketDir(), expiration, "f1");
    }

    public static LastKnown known(Observation first, Observation... more) {
        return known(Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    public static LastKnown known(List<Observation> observations) {
        var known = LastKnown.first(observations.getFirst());
        for (var next : observations.subList(1, observations.size())) {
            known = known.updatedBy(next);
        }
        return known;
    }

    public static History history(Observation... observations) {
        return new History(List.of(observations), List.of(), List.of());
    }

    public static History history(List<Observation> observations, Command... commands) {
        return new History(observations, List.of(commands), List.of());
    }

    public static Command requested(Action action, Instant at) {
        return new Command("c-" + action, ORDERS, action, null, List.of(new CommandState.Requested(at)));
    }

    public static Command accepted(Action action, Instant at) {
        return requested(action, at).withState(new CommandState.Accepted(at));
    }

    public static Command unanswered(Action action, Instant at) {
        return requested(action, at)
                .withState(new CommandState.Unanswered(at, Fact.recorded("The connection was closed.")));
    }

    public static Command refused(Action action, Instant at) {
        return requested(action, at).withState(new CommandState.Refused(at, Fact.recorded("The service refused it.")));
    }

    /** One that never reached the service. */
    public static Command notSent(Action action, Instant at) {
        return requested(action, at).withState(new CommandState.Refused(
                at, Fact.sentences(Fact.of(ServiceFact.CONNECTION_REFUSED, "https://localhost"))));
    }

    public static Command scheduled(Instant cleanup, Instant at) {
        var states = new ArrayList<CommandState>();
        states.add(new CommandState.Requested(at));
        states.add(new CommandState.Accepted(at));
        return new Command("c-schedule", ORDERS, Action.SCHEDULE_CLEANUP, new CleanupTime(cleanup), states);
    }

    /** Observed at noon, asked at noon, nothing else going on. */
    public static Situation in(Phase phase) {
        return in(status(phase));
    }

    public static Situation in(Status status) {
        return situation(LastKnown.first(seen(NOON, status)), null);
    }

    public static Situation situation(@Nullable LastKnown known, @Nullable Command open) {
        return new Situation(NOON, known, false, open, List.of());
    }

    public static Situation beside(Phase phase, Situation.Sibling... siblings) {
        return new Situation(NOON, LastKnown.first(seen(NOON, phase)), false, null, List.of(siblings));
    }
}
