package dev.longshore.watch.engine;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.journal.JournalException;
import dev.longshore.model.ApiError;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.FreeText;
import dev.longshore.model.Initialization;
import dev.longshore.model.Initialization.Answer;
import dev.longshore.model.Initialization.InitializeSettings;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.watch.InitializeOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has migrations made: the note is on disk before the call leaves, the call leaves at most once, and the ID is on disk
 * the moment the answer is there. Every method blocks.
 */
final class InitializeExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(InitializeExecutor.class);

    private final WatchState state;
    private final WatchDependencies dependencies;
    private final JournalWriter journalWriter;
    private final String user;

    /** @param user who uses this computer, for the record of what was asked for */
    InitializeExecutor(WatchState state, WatchDependencies dependencies, JournalWriter journalWriter, String user) {
        this.state = state;
        this.dependencies = dependencies;
        this.journalWriter = journalWriter;
        this.user = user;
    }

    /** @param follows the failed or aborted migration in whose place it is asked for, or null */
    InitializeOutcome execute(
            ConnectionId connection, InitializeRequest request, String name, @Nullable MigrationKey follows) {
        var mustNotBeKept = FreeText.refusal(name);
        if (mustNotBeKept.isPresent()) {
            return new InitializeOutcome.NotInitialized(mustNotBeKept.get());
        }
        DevOpsApi api;
        try {
            api = state.with(s -> admit(s, connection));
        } catch (FactException refused) {
            return new InitializeOutcome.NotInitialized(refused.fact());
        }
        return recordAndSend(newInitialization(connection, request, name).following(follows), request, api);
    }

    /**
     * Through what the service may be asked.
     *
     * @throws FactException when it may not
     */
    private DevOpsApi admit(WatchState s, ConnectionId id) {
        var connectionState = s.connection(id);
        if (connectionState == null) {
            throw new FactException(Fact.of(WatchFact.CONNECTION_REMOVED));
        }
        if (connectionState.connection.readOnly()) {
            throw new FactException(Fact.of(WatchFact.CONNECTION_READ_ONLY));
        }
        var api = connectionState.connectedApi();
        connectionState.budget.overdraw(dependencies.clock().instant());
        return api;
    }

    private Initialization newInitialization(ConnectionId connection, InitializeRequest request, String name) {
        return new Initialization(
                UUID.randomUUID().toString(),
                connection,
                request.database(),
                new InitializeSettings(
                        request.datacenter(), request.concurrency(), request.targetSubsetSizeGb()),
                name.strip(),
                user,
                dependencies.clock().instant(),
                new Answer.Pending());
    }

    private InitializeOutcome recordAndSend(Initialization asked, InitializeRequest request, DevOpsApi api) {
        return journalWriter.write(journal -> journal.recordInitialization(asked))
                .<InitializeOutcome>map(why -> new InitializeOutcome.NotInitialized(
                        Fact.of(WatchFact.NOT_RECORDED, why)))
                .orElseGet(() -> recordAnswer(asked.withAnswer(send(asked, request, api))));
    }

    private Answer send(Initialization asked, InitializeRequest request, DevOpsApi api) {
        LOG.info("A migration into {} is asked for", asked.database());
        try {
            return switch (api.initialize(request)) {
                case ApiResult.Success<MigrationStatus> good -> new Answer.Created(
                        good.receipt().receivedAt(), new MigrationKey(asked.connection(), good.value().ref()));
                case ApiResult.Failure<MigrationStatus> bad -> answer(bad.error(), bad.receipt().receivedAt());
            };
        } catch (RuntimeException unexpected) {
            LOG.error("A call ended unexpectedly", unexpected);
            return new Answer.Lost(
                    dependencies.clock().instant(),
                    Fact.of(WatchFact.REPLY_UNREADABLE, unexpected.getClass().getSimpleName()));
        }
    }

    private static Answer answer(ApiError error, Instant at) {
        return error.mayHaveHappened()
                ? new Answer.Lost(at, error.fact())
                : new Answer.Declined(at, error.fact());
    }

    private InitializeOutcome recordAnswer(Initialization done) {
        var trouble = journalWriter.writeNowOrLater(journal -> journal.recordInitializationAnswer(done));
        return switch (done.answer()) {
            case Answer.Created created -> created(done, created, trouble);
            case Answer.Declined declined -> new InitializeOutcome.NotInitialized(declined.why());
            case Answer.Lost lost -> {
                state.change(s -> s.addUnanswered(done));
                yield new InitializeOutcome.MayExist(
                        Fact.sentences(lost.why(), Fact.of(WatchFact.INITIALIZE_UNCERTAIN)));
            }
            case Answer.Pending _,Answer.Dismissed _ ->
                throw new IllegalStateException("No answer at all: " + done.id());
        };
    }

    private InitializeOutcome created(Initialization done, Answer.Created created, Optional<Fact> trouble) {
        state.change(s -> register(s, new RegisteredMigration(
                created.key(), done.name(), List.of(), created.at(), earlierAttempts(s, done.follows()))));
        var id = created.key().ref().migration().value();
        return new InitializeOutcome.Initialized(
                created.key(),
                trouble.map(why -> Fact.of(WatchFact.INITIALIZED_NOT_SAVED, id, why))
                        .orElseGet(() -> Fact.of(WatchFact.INITIALIZED, id)));
    }

    /** That one, and those that it follows itself. */
    private static List<MigrationKey> earlierAttempts(WatchState s, @Nullable MigrationKey follows) {
        if (follows == null) {
            return List.of();
        }
        var before = s.migration(follows);
        var all = new ArrayList<>(List.of(follows));
        if (before != null) {
            all.addAll(before.registered.earlierAttempts());
        }
        return all;
    }

    private void register(WatchState s, RegisteredMigration registered) {
        var key = registered.key();
        if (s.connection(key.connection()) != null && s.migration(key) == null) {
            var migrationState = new MigrationState(registered);
            migrationState.begin(dependencies.clock().instant());
            s.put(migrationState);
            s.markDatabaseChanged(key.ref().database());
        }
    }

    /**
     * Calls that may have left when the program ended: they are never repeated, and nobody knows what came of them. The
     * user is told of all that were never answered until they dismiss them.
     */
    void settleAtStart() {
        try {
            for (var asked : dependencies.journal().initializations().reversed()) {
                switch (asked.answer()) {
                    case Answer.Pending _ -> settle(asked.withAnswer(new Answer.Lost(
                            dependencies.clock().instant(),
                            Fact.of(WatchFact.CLOSED_BEFORE_REPLY))));
                    case Answer.Lost _ -> state.change(s -> s.addUnanswered(asked));
                    case Answer.Created _,Answer.Declined _,Answer.Dismissed _ -> {
                    }
                }
            }
        } catch (JournalException e) {
            LOG.warn("What initialize was asked for could not be read", e);
        }
    }

    private void settle(Initialization lost) {
        journalWriter.writeNowOrLater(journal -> journal.recordInitializationAnswer(lost));
        state.change(s -> s.addUnanswered(lost));
    }

    /** The user knows of one that was never answered; says why that could not be kept. */
    synchronized Optional<Fact> dismiss(String id) {
        return state.with(s -> s.unanswered(id)).flatMap(lost -> {
            var trouble = journalWriter.write(journal -> journal.recordInitializationAnswer(dismissed(lost)));
            if (trouble.isEmpty()) {
                state.change(s -> s.removeUnanswered(id));
            }
            return trouble;
        });
    }

    private Initialization dismissed(Initialization lost) {
        return switch (lost.answer()) {
            case Answer.Lost(_, var why) ->
                lost.withAnswer(new Answer.Dismissed(dependencies.clock().instant(), why));
            case Answer.Pending _,Answer.Created _,Answer.Declined _,Answer.Dismissed _ ->
                throw new IllegalStateException("Not lost: " + lost.id());
        };
    }
}
