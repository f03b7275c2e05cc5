package dev.longshore.watch;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Lifecycle;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Ruling;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what a person asks for: the intent is on disk before the call leaves, the call leaves at most once, and
 * its answer is recorded. What became of it is decided later, by observation.
 */
final class CommandDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

    private final WatchState state;
    private final WatchParts parts;
    private final Records records;
    private final SnapshotMaker snapshots;
    private final Lines lines;

    CommandDesk(WatchState state, WatchParts parts, Records records, SnapshotMaker snapshots, Lines lines) {
        this.state = state;
        this.parts = parts;
        this.records = records;
        this.snapshots = snapshots;
        this.lines = lines;
    }

    /**
     * Blocks until the call was answered; for a worker thread.
     *
     * @param user who asks for it
     */
    Command carryOut(CommandRequest request, String user) {
        var time = request.cleanupTime() == null ? null : request.cleanupTime().truncatedTo(ChronoUnit.SECONDS);
        var command = new Command(
                UUID.randomUUID().toString(),
                request.migration(),
                request.action(),
                time,
                new Command.Author(user, request.reason().strip()),
                List.of(new CommandState.Requested(parts.clock().instant())));
        return switch (state.with(s -> admit(s, command))) {
            case Admission.Refused refused -> refuse(command, refused.why());
            case Admission.Admitted admitted -> write(command, admitted);
        };
    }

    private sealed interface Admission {
        record Admitted(Line line, DevOpsApi api) implements Admission {}

        record Refused(String why) implements Admission {}
    }

    /** Looks at the rules and, where they allow it, closes the door for any other command, in one step. */
    private Admission admit(WatchState s, Command command) {
        var entry = s.entry(command.key());
        var line = s.line(command.key().connection());
        if (entry == null || line == null) {
            return new Admission.Refused("This migration is no longer on the list; nothing was sent.");
        }
        if (line.api == null) {
            return new Admission.Refused("The connection \"" + line.connection.name()
                    + "\" is stopped, so nothing was sent. "
                    + line.health.sentence().orElse(""));
        }
        if (ruling(s, entry, command) instanceof Ruling.Forbidden forbidden) {
            return new Admission.Refused(forbidden.why());
        }
        entry.replace(command);
        entry.commandUnderWay = true;
        s.note(command);
        s.touchDatabase(command.key().ref().database());
        // A person does not wait for the polling, but the polling for them.
        line.budget.overdraw(parts.clock().instant());
        return new Admission.Admitted(line, line.api);
    }

    private Ruling ruling(WatchState s, Entry entry, Command command) {
        var situation = snapshots.situation(s, entry, parts.clock().instant());
        return command.action() == Action.SCHEDULE_CLEANUP
                ? Lifecycle.scheduling(Objects.requireNonNull(command.cleanupTime()), situation)
                : Lifecycle.ruling(command.action(), situation);
    }

    /** What the rules refuse is answered, not kept: nothing was asked of the service. */
    private Command refuse(Command command, String why) {
        return command.reached(new CommandState.Refused(parts.clock().instant(), why));
    }

    private Command write(Command command, Admission.Admitted admitted) {
        var trouble = records.write(journal -> journal.intent(command));
        if (trouble.isPresent()) {
            return reached(
                    command,
                    new CommandState.Refused(
                            parts.clock().instant(),
                            "Nothing was sent, because it could not be noted first: " + trouble.get()));
        }
        return send(command, admitted);
    }

    private Command send(Command command, Admission.Admitted admitted) {
        LOG.info("{} asked for on {}", command.action(), command.key());
        CommandState next;
        try {
            var result = call(command, admitted.api());
            hold(admitted, result);
            next = stateAfter(result);
        } catch (RuntimeException unexpected) {
            LOG.error("A call ended unexpectedly", unexpected);
            next = new CommandState.Unanswered(
                    parts.clock().instant(),
                    "Longshore could not make sense of the answer; the next observation decides whether it happened.");
        }
        var decided = reached(command, next);
        var lastState = next;
        records.write(journal -> journal.reached(command.id(), lastState));
        return decided;
    }

    @SuppressWarnings("ReferenceEquality")
    private void hold(Admission.Admitted admitted, ApiResult<MigrationStatus> result) {
        if (result instanceof ApiResult.Failure<MigrationStatus> bad) {
            state.change(s -> {
                if (admitted.line().api == admitted.api()) {
                    lines.refuses(s, admitted.line(), bad.error(), bad.receipt());
                }
            });
        }
    }

    private static ApiResult<MigrationStatus> call(Command command, DevOpsApi api) {
        var migration = command.key().ref();
        return switch (command.action()) {
            case LAUNCH -> api.launch(migration);
            case PAUSE -> api.pause(migration);
            case RESUME -> api.resume(migration);
            case ABORT -> api.abort(migration);
            case CLEAN_UP -> api.cleanUp(migration);
            case SCHEDULE_CLEANUP ->
                api.scheduleCleanup(migration, Objects.requireNonNull(command.cleanupTime()));
        };
    }

    /** The status in the answer is not taken for an observation: it may be from before the change. */
    private static CommandState stateAfter(ApiResult<MigrationStatus> result) {
        return switch (result) {
            case ApiResult.Success<MigrationStatus> good ->
                new CommandState.Accepted(good.receipt().receivedAt(), good.value().expectedCleanupTime());
            case ApiResult.Failure<MigrationStatus> bad -> {
                var at = bad.receipt().receivedAt();
                var why = bad.error().message();
                yield bad.error().mayHaveHappened()
                        ? new CommandState.Unanswered(at, why)
                        : new CommandState.Refused(at, why);
            }
        };
    }

    /** Shows the new state and asks about the migration at once. */
    private Command reached(Command command, CommandState next) {
        var after = command.reached(next);
        state.change(s -> {
            s.note(after);
            var entry = s.entry(command.key());
            if (entry != null) {
                entry.replace(after);
                entry.commandUnderWay = false;
                entry.turn++;
                entry.askNow(parts.clock().instant());
            }
            s.touchDatabase(command.key().ref().database());
        });
        return after;
    }
}
