package dev.longshore.watch;

import dev.longshore.devops.ApiError;
import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.journal.JournalException;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Initialization;
import dev.longshore.model.Initialization.Answer;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.RegisteredMigration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has migrations made: the note is on disk before the call leaves, the call leaves at most once, and the ID is on disk
 * the moment the answer is there. Every method blocks.
 */
final class InitializeDesk {
    private static final Logger LOG = LoggerFactory.getLogger(InitializeDesk.class);
    private static final String WHAT_TO_DO = " If it was made, its ID is known to the service alone, which cannot list"
            + " migrations: Longshore does not ask again by itself. Upload nothing for it. Its files would be cleaned up"
            + " after an idle week; support can name the ID, which can then be added to the list. Or initialize another"
            + " one: several can receive files at once.";

    private final WatchState state;
    private final WatchParts parts;
    private final Records records;

    InitializeDesk(WatchState state, WatchParts parts, Records records) {
        this.state = state;
        this.parts = parts;
        this.records = records;
    }

    InitializeOutcome carryOut(ConnectionId connection, InitializeRequest request, String name) {
        return switch (state.with(s -> admit(s, connection))) {
            case Admission.Refused(var why) -> new InitializeOutcome.Refused(why);
            case Admission.Admitted(var api) -> note(asked(connection, request, name), request, api);
        };
    }

    private sealed interface Admission {
        record Admitted(DevOpsApi api) implements Admission {}

        record Refused(String why) implements Admission {}
    }

    private Admission admit(WatchState s, ConnectionId id) {
        var line = s.line(id);
        if (line == null) {
            return new Admission.Refused("There is no such connection any more; nothing was sent.");
        }
        if (line.connection.readOnly()) {
            return new Admission.Refused("The connection is read-only: no action is sent through it.");
        }
        if (line.api == null) {
            return new Admission.Refused("The connection \"" + line.connection.name()
                    + "\" is stopped, so nothing was sent. " + line.health.sentence().orElse(""));
        }
        line.budget.overdraw(parts.clock().instant());
        return new Admission.Admitted(line.api);
    }

    private Initialization asked(ConnectionId connection, InitializeRequest request, String name) {
        return new Initialization(
                UUID.randomUUID().toString(),
                connection,
                request.database(),
                request.datacenter(),
                name.strip(),
                parts.clock().instant(),
                new Answer.Open());
    }

    private InitializeOutcome note(Initialization asked, InitializeRequest request, DevOpsApi api) {
        return records.write(journal -> journal.initializing(asked))
                .<InitializeOutcome>map(why -> new InitializeOutcome.Refused(
                        "Nothing was sent, because it could not be noted first: " + why))
                .orElseGet(() -> take(asked.with(send(asked, request, api))));
    }

    private Answer send(Initialization asked, InitializeRequest request, DevOpsApi api) {
        LOG.info("A migration into {} is asked for", asked.database());
        try {
            return switch (api.initialize(request)) {
                case ApiResult.Success<MigrationStatus> good -> new Answer.Made(
                        good.receipt().receivedAt(), new MigrationKey(asked.connection(), good.value().ref()));
                case ApiResult.Failure<MigrationStatus> bad -> answer(bad.error(), bad.receipt().receivedAt());
            };
        } catch (RuntimeException unexpected) {
            LOG.error("A call ended unexpectedly", unexpected);
            return new Answer.Unanswered(
                    parts.clock().instant(), "Longshore could not make sense of the answer.");
        }
    }

    private static Answer answer(ApiError error, Instant at) {
        return error.mayHaveHappened()
                ? new Answer.Unanswered(at, error.message())
                : new Answer.Refused(at, error.message());
    }

    private InitializeOutcome take(Initialization done) {
        var trouble = records.write(journal -> journal.initialized(done));
        return switch (done.answer()) {
            case Answer.Made made -> made(done, made, trouble);
            case Answer.Refused refused -> new InitializeOutcome.Refused(refused.why());
            case Answer.Unanswered lost -> new InitializeOutcome.Unanswered(lost.why() + WHAT_TO_DO);
            case Answer.Open _ -> throw new IllegalStateException("No answer at all: " + done.id());
        };
    }

    private InitializeOutcome made(Initialization done, Answer.Made made, Optional<String> trouble) {
        state.change(s -> register(s, new RegisteredMigration(made.key(), done.name(), made.at())));
        var id = made.key().ref().migration().value();
        return new InitializeOutcome.Made(
                made.key(),
                trouble.map(why -> "The service made migration " + id + ", but its ID could not be kept (" + why
                        + "): write it down now, nobody can look it up later.")
                        .orElse("The service made migration " + id + "; it is on the list."));
    }

    private void register(WatchState s, RegisteredMigration registered) {
        var key = registered.key();
        if (s.line(key.connection()) != null && s.entry(key) == null) {
            var entry = new Entry(registered);
            entry.begin(parts.clock().instant());
            s.put(entry);
            s.touchDatabase(key.ref().database());
        }
    }

    /** Calls that may have left when the program ended: they are never repeated, and nobody knows what came of them. */
    void settleAtStart() {
        try {
            for (var asked : parts.journal().initializations()) {
                if (asked.answer() instanceof Answer.Open) {
                    records.write(journal -> journal.initialized(asked.with(new Answer.Unanswered(
                            parts.clock().instant(), "Longshore ended before the answer came." + WHAT_TO_DO))));
                }
            }
        } catch (JournalException e) {
            LOG.warn("What initialize was asked for could not be read", e);
        }
    }
}
