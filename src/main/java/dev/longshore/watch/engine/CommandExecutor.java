package dev.longshore.watch.engine;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.journal.JournalException;
import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.FreeText;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Ruling;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.JournalFact;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.model.lifecycle.Lifecycle;
import dev.longshore.model.userdate.FreezeRule;
import dev.longshore.watch.CommandRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what a user asks for: the intent is on disk before the call leaves, the call leaves at most once, and
 * its answer is recorded. What became of it is decided later, by observation.
 */
final class CommandExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(CommandExecutor.class);

    private final WatchState state;
    private final WatchDependencies dependencies;
    private final JournalWriter journalWriter;
    private final SnapshotBuilder snapshots;
    private final ConnectionHealthRules healthRules;

    CommandExecutor(WatchState state, WatchDependencies dependencies, JournalWriter journalWriter,
            SnapshotBuilder snapshots, ConnectionHealthRules healthRules) {
        this.state = state;
        this.dependencies = dependencies;
        this.journalWriter = journalWriter;
        this.snapshots = snapshots;
        this.healthRules = healthRules;
    }

    /**
     * Blocks until the call was answered; for a worker thread.
     *
     * @param user who asks for it
     */
    Command execute(CommandRequest request, String user) {
        var refused = FreeText.refusal(request.reason());
        return refused.isPresent() ? refuse(command(request, new Command.Author(user, "")), refused.get())
                : execute(request, new Command.Author(user, request.reason().strip()), _ -> true);
    }

    /**
     * As {@link #execute(CommandRequest, String)}, if it is wanted at the moment in which the rules are evaluated.
     *
     * @param isWanted asked under the lock
     */
    Command execute(CommandRequest request, Command.Author author, Predicate<WatchState> isWanted) {
        var command = command(request, author);
        AdmittedCommand admitted;
        try {
            admitted = state.with(s -> admit(s, command, isWanted));
        } catch (FactException refused) {
            return refuse(command, refused.fact());
        }
        return write(admitted);
    }

    private Command command(CommandRequest request, Command.Author author) {
        return new Command(
                UUID.randomUUID().toString(),
                request.migration(),
                request.action(),
                request.cleanupTime(),
                author,
                List.of(new CommandState.Requested(dependencies.clock().instant())));
    }

    /** A command that may be sent, through what, and up to where the news of colleagues were known when that was decided. */
    private record AdmittedCommand(
            Command command, ConnectionState connectionState, DevOpsApi api, long newsPosition) {}

    /**
     * Evaluates the rules and, where they allow it, admits no other command, in one step.
     *
     * @throws FactException where they do not
     */
    private AdmittedCommand admit(WatchState s, Command command, Predicate<WatchState> isWanted) {
        var migrationState = s.migration(command.key());
        var connectionState = s.connection(command.key().connection());
        if (migrationState == null || connectionState == null) {
            throw new FactException(Fact.of(WatchFact.NOT_LISTED));
        }
        var api = connectionState.connectedApi();
        if (ruling(s, migrationState, command) instanceof Ruling.Denied denied) {
            throw new FactException(denied.why());
        }
        if (!isWanted.test(s)) {
            throw new FactException(Fact.of(WatchFact.NOT_WANTED_ANY_MORE));
        }
        migrationState.replace(command);
        migrationState.commandsUnderWay++;
        s.record(command);
        s.markDatabaseChanged(command.key().ref().database());
        // A user does not wait for the polling, but the polling for them.
        connectionState.budget.overdraw(dependencies.clock().instant());
        return new AdmittedCommand(command, connectionState, api, s.newsPosition());
    }

    private Ruling ruling(WatchState s, MigrationState migrationState, Command command) {
        var situation = snapshots.situation(s, migrationState, dependencies.clock().instant());
        var byLifecycle = command.action() == Action.SCHEDULE_CLEANUP
                ? Lifecycle.scheduling(Objects.requireNonNull(command.cleanupTime()), situation)
                : Lifecycle.ruling(command.action(), situation);
        return byLifecycle instanceof Ruling.Denied ? byLifecycle
                : FreezeRule.ruling(command, s.freezes(migrationState), situation.now());
    }

    /** What the rules refuse is answered, not kept: nothing was asked of the service. */
    private Command refuse(Command command, Fact why) {
        return command.withState(new CommandState.Refused(dependencies.clock().instant(), why));
    }

    private Command write(AdmittedCommand admitted) {
        var command = admitted.command();
        var colleague = new AtomicReference<Fact>();
        var trouble = journalWriter.write(journal -> {
            try {
                journal.recordIntent(command, admitted.newsPosition());
            } catch (JournalException refused) {
                if (refused.fact().kind() != JournalFact.COLLEAGUE_FIRST) {
                    throw refused;
                }
                colleague.set(refused.fact());
            }
        });
        if (colleague.get() != null) {
            return applyState(command, new CommandState.Refused(dependencies.clock().instant(), colleague.get()));
        }
        return trouble.map(why -> withdraw(command, why)).orElseGet(() -> send(admitted));
    }

    /** A connection that broke in the wrong moment leaves it open whether the intent is in the journal; nothing is sent. */
    private Command withdraw(Command command, Fact why) {
        var refused = new CommandState.Refused(
                dependencies.clock().instant(), Fact.of(WatchFact.NOT_RECORDED, why));
        if (dependencies.journal().isShared()) {
            journalWriter.writeNowOrLater(journal -> journal.withdrawIntent(command.id(), refused));
        }
        return applyState(command, refused);
    }

    private Command send(AdmittedCommand admitted) {
        var command = admitted.command();
        LOG.info("{} asked for on {}", command.action(), command.key());
        CommandState next;
        try {
            var result = admitted.api().act(command.action(), command.key().ref(), command.cleanupTime());
            applyFailure(admitted, result);
            next = stateAfter(result);
        } catch (RuntimeException unexpected) {
            LOG.error("A call ended unexpectedly", unexpected);
            next = new CommandState.Unanswered(
                    dependencies.clock().instant(),
                    Fact.sentences(
                            Fact.of(WatchFact.REPLY_UNREADABLE, unexpected.getClass().getSimpleName()),
                            Fact.of(WatchFact.NEXT_STATUS_DECIDES)));
        }
        var lastState = next;
        // Before it is shown: from then on an observation may decide, and what it decides is the later state.
        journalWriter.writeNowOrLater(journal -> journal.recordState(command.id(), lastState));
        return applyState(command, next);
    }

    @SuppressWarnings("ReferenceEquality")
    private void applyFailure(AdmittedCommand admitted, ApiResult<MigrationStatus> result) {
        if (result instanceof ApiResult.Failure<MigrationStatus> bad) {
            state.change(s -> {
                if (admitted.connectionState().api == admitted.api()) {
                    healthRules.commandFailed(s, admitted.connectionState(), bad.error(), bad.receipt());
                }
            });
        }
    }

    /** The status in the answer is not taken for an observation: it may be from before the change. */
    private static CommandState stateAfter(ApiResult<MigrationStatus> result) {
        return switch (result) {
            case ApiResult.Success<MigrationStatus> good ->
                new CommandState.Accepted(good.receipt().receivedAt(), good.value().expectedCleanupTime());
            case ApiResult.Failure<MigrationStatus> bad -> {
                var at = bad.receipt().receivedAt();
                var why = bad.error().fact();
                yield bad.error().mayHaveHappened()
                        ? new CommandState.Unanswered(at, why)
                        : new CommandState.Refused(at, why);
            }
        };
    }

    /** Shows the new state and asks about the migration at once. */
    private Command applyState(Command command, CommandState next) {
        var after = command.withState(next);
        state.change(s -> {
            s.record(after);
            var migrationState = s.migration(command.key());
            if (migrationState != null) {
                migrationState.replace(after);
                migrationState.commandsUnderWay--;
                migrationState.commandsEnded++;
                migrationState.requestNow(dependencies.clock().instant());
            }
            s.markDatabaseChanged(command.key().ref().database());
        });
        return after;
    }
}
