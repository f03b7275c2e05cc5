package dev.longshore.demo;

import dev.longshore.journal.Journal;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.History;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import dev.longshore.model.lifecycle.Lifecycle;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.simulator.sample.SampleHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the watch would remember had it watched the sample organisation from its beginning on: every observation is what the
 * simulator told at that time, and what became of a command is decided by them as always.
 */
final class DemonstrationHistory {
    private static final Duration CALL = Duration.ofSeconds(1);

    private final List<Observation> observations;
    private final List<Command> commands;

    /**
     * Reads a past.
     *
     * @param keys of all its migrations
     * @param lag how long the service may go on showing the old status after a change
     */
    DemonstrationHistory(SampleHistory sampleHistory, List<MigrationKey> keys, Duration lag) {
        var byId = keys.stream().collect(Collectors.toMap(each -> each.ref().migration(), each -> each));
        observations = sampleHistory.statuses().stream().map(each -> observation(each, key(byId, each.migrationId())))
                .toList();
        var seen = observations.stream().collect(Collectors.groupingBy(Observation::key));
        commands = sampleHistory.commands().stream()
                .map(each -> {
                    var key = key(byId, each.migrationId());
                    return decided(command(each, key), seen.getOrDefault(key, List.of()), lag);
                })
                .toList();
    }

    private static MigrationKey key(Map<MigrationId, MigrationKey> keys, UUID migration) {
        var key = keys.get(new MigrationId(migration.toString()));
        if (key == null) {
            throw new IllegalArgumentException("Migration " + migration + " is not in the sample organisation.");
        }
        return key;
    }

    void saveTo(Journal journal) {
        journal.importHistory(observations, commands);
    }

    private static Observation observation(SampleHistory.PastStatus pastStatus, MigrationKey key) {
        return new Observation(
                key, pastStatus.at(), Status.of(pastStatus.status()), Progress.of(pastStatus.progressInfo()),
                pastStatus.expectedCleanupTime(),
                pastStatus.uploadBucketDir(), pastStatus.credentialExpiration(), null);
    }

    private static Command command(SampleHistory.PastCommand pastCommand, MigrationKey key) {
        return new Command(
                UUID.randomUUID().toString(), key, action(pastCommand.operation()),
                Optional.ofNullable(pastCommand.cleanupTime()).flatMap(CleanupTime::of).orElse(null),
                List.of(
                        new CommandState.Requested(pastCommand.at()),
                        new CommandState.Accepted(pastCommand.at().plus(CALL), pastCommand.cleanupTime())));
    }

    private static Action action(SimulatedOperation operation) {
        return switch (operation) {
            case LAUNCH -> Action.LAUNCH;
            case PAUSE -> Action.PAUSE;
            case RESUME -> Action.RESUME;
            case ABORT -> Action.ABORT;
            case CLEAN_UP -> Action.CLEAN_UP;
            case SCHEDULE_CLEANUP -> Action.SCHEDULE_CLEANUP;
            case LIST_DATABASES, GET_DATABASE, GET_PCU_GROUP, INITIALIZE, INITIALIZE_IN_REGION, STATUS ->
                throw new IllegalArgumentException(operation + " is no action on a migration.");
        };
    }

    private static Command decided(Command asked, List<Observation> seen, Duration lag) {
        var command = asked;
        var before = new ArrayList<Observation>();
        for (var each : seen) {
            if (each.at().isAfter(command.state().at())) {
                command = after(command, new History(before, List.of(), List.of()), each, lag);
            }
            before.add(each);
        }
        return command;
    }

    private static Command after(Command asked, History history, Observation seen, Duration lag) {
        return Lifecycle.outcome(asked, history, seen, lag)
                .or(() -> Lifecycle.lateOutcome(asked, seen))
                .map(asked::withState)
                .orElse(asked);
    }
}
