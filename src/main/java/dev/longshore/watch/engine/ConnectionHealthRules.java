package dev.longshore.watch.engine;

import dev.longshore.devops.Receipt;
import dev.longshore.model.ApiError;
import dev.longshore.model.Connection;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.watch.Problem;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedConnection;
import java.time.Duration;
import java.time.Instant;

/** What an answer means for the connection it came through; every method is called under the lock. */
final class ConnectionHealthRules {
    private static final Duration FIRST_HOLD = Duration.ofSeconds(30);
    /** A rejection is believed when the next try after this brings another one. */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(5);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

    private final PollSchedule pollSchedule;

    ConnectionHealthRules(PollSchedule pollSchedule) {
        this.pollSchedule = pollSchedule;
    }

    /** A good answer: after trouble, whatever could not be asked about is asked about soon, spread out. */
    void succeeded(WatchState s, ConnectionState connectionState, Receipt receipt) {
        connectionState.answered(receipt);
        recovered(s, connectionState, receipt.receivedAt());
    }

    private void recovered(WatchState s, ConnectionState connectionState, Instant now) {
        var wasRejected = connectionState.nextTry != null;
        connectionState.accepted();
        connectionState.wasGood(now);
        if (connectionState.health instanceof WatchedConnection.Health.Troubled || wasRejected) {
            connectionState.health = new WatchedConnection.Health.Watching();
            s.markChanged(connectionState);
            var nth = 0;
            for (var migrationState : s.migrationsOf(connectionState.connection.id())) {
                if (migrationState.failures > 0) {
                    migrationState.dueBy(pollSchedule.spread(nth++, now));
                }
            }
        }
    }

    /** No good answer. */
    void failed(WatchState s, ConnectionState connectionState, ApiError error, Receipt receipt) {
        var now = receipt.receivedAt();
        switch (error) {
            case ApiError.Unauthorized _,ApiError.Forbidden _ -> rejected(s, connectionState, error, receipt);
            case ApiError.RateLimited limited -> {
                var problem = trouble(connectionState, limited.fact(), now);
                connectionState.heldUntil = now.plus(
                        limited.retryAfter().orElse(Backoff.after(problem, FIRST_HOLD, now)));
            }
            case ApiError.Server server -> {
                trouble(connectionState, server.fact(), now);
                server.retryAfter().ifPresent(wait -> connectionState.heldUntil = now.plus(wait));
            }
            case ApiError.Network _,ApiError.Tls _ -> trouble(connectionState, error.fact(), now);
            // The service is there and knows the token; what it says is about one migration.
            case ApiError.BadRequest _,ApiError.NotFound _,ApiError.Conflict _ -> recovered(s, connectionState, now);
            case ApiError.Redirected _,ApiError.Malformed _ -> {
            }
        }
        connectionState.tryLater(now.plus(retryAfter(connectionState)), now);
        if (!(error instanceof ApiError.Network) && !(error instanceof ApiError.Tls) && !isFirstLook(connectionState)) {
            connectionState.answered(receipt);
        }
        if (isInTrouble(connectionState)) {
            connectionState.failingSince = connectionState.failingSince == null ? now : connectionState.failingSince;
            connectionState.ownTryAt = connectionState.held(now)
                    .orElse(now.plus(Backoff.after(connectionState.ownTries + 1, FIRST_HOLD)));
            leaveToColleagues(connectionState, now);
        }
    }

    /** The next to ask over it is somebody else of the team, as the service may refuse or fail this program alone. */
    private void leaveToColleagues(ConnectionState connectionState, Instant now) {
        connectionState.held(now).ifPresent(until -> connectionState.heldByTeam = until.plus(pollSchedule.lastTurn()));
    }

    private static boolean isInTrouble(ConnectionState connectionState) {
        return connectionState.health.fact().isPresent() || connectionState.nextTry != null;
    }

    /** Of a connection that nobody has tried yet one rejection tells nothing: it stays untried until the second. */
    private static boolean isFirstLook(ConnectionState connectionState) {
        return connectionState.rejections == 1 && connectionState.lastAnswerAt == null;
    }

    /**
     * The service rejects the token or its role. It is tried once more before the connection is declared stopped, and at
     * growing intervals after that: what the service says now may be over in a while.
     */
    private static void rejected(WatchState s, ConnectionState connectionState, ApiError error, Receipt receipt) {
        if (connectionState.nextTry != null && receipt.sentAt().isBefore(connectionState.nextTry)) {
            // It left together with the one that was rejected first, so it is no second try.
            return;
        }
        var now = receipt.receivedAt();
        var why = error.fact();
        connectionState.rejections = 1 + Math.max(connectionState.rejections, connectionState.rejectionsElsewhere);
        connectionState.nextTry = now.plus(retryAfter(connectionState));
        if (connectionState.rejections == 1 && connectionState.lastAnswerAt != null) {
            trouble(connectionState, why, now);
        } else if (connectionState.rejections > 1) {
            connectionState.health = new WatchedConnection.Health.Stopped(
                    Fact.sentences(why, Fact.of(WatchFact.TRIED_AGAIN)));
        }
        s.markChanged(connectionState);
    }

    private static Duration retryAfter(ConnectionState connectionState) {
        return connectionState.rejections <= 1 ? SECOND_LOOK
                : Backoff.after(connectionState.rejections - 1, FIRST_RETRY);
    }

    /**
     * What a command's answer means for the connection: only that it is to be left alone for a while. A role that may
     * look but not act gets refusals of commands alone.
     */
    void commandFailed(WatchState s, ConnectionState connectionState, ApiError error, Receipt receipt) {
        switch (error) {
            case ApiError.RateLimited _ -> failed(s, connectionState, error, receipt);
            case ApiError.Server server when server.retryAfter().isPresent() ->
                failed(s, connectionState, error, receipt);
            case ApiError.Server _,ApiError.Unauthorized _,ApiError.Forbidden _,ApiError.Network _,ApiError.Tls _ -> {
            }
            case ApiError.BadRequest _,ApiError.NotFound _,ApiError.Conflict _ -> {
            }
            case ApiError.Redirected _,ApiError.Malformed _ -> {
            }
        }
    }

    /** Tries a connection now that the service has rejected, whatever was planned. */
    static void tryNow(ConnectionState connectionState, Instant now) {
        connectionState.followNobody();
        if (connectionState.nextTry != null && connectionState.api != null) {
            connectionState.nextTry = now;
            connectionState.listDue = connectionState.listDue == null ? null : now;
        }
    }

    /** Nothing is asked on it any more until it is connected anew. */
    static void stop(WatchState s, ConnectionState connectionState, Fact reason) {
        connectionState.health = new WatchedConnection.Health.Stopped(reason);
        connectionState.accepted();
        s.disconnect(connectionState);
        s.markChanged(connectionState);
    }

    /** A connection that is not watched yet. */
    static ConnectionState of(Connection connection, WatchSettings settings, Instant now) {
        return new ConnectionState(connection,
                new RequestBudget(settings.requestsPerMinute(), settings.inFlight(), now));
    }

    private static Problem trouble(ConnectionState connectionState, Fact sentence, Instant now) {
        return switch (connectionState.health) {
            case WatchedConnection.Health.Troubled before ->
                troubled(connectionState, Problem.repeated(before.problem(), sentence, now));
            case WatchedConnection.Health.Watching _ ->
                troubled(connectionState, Problem.repeated(null, sentence, now));
            case WatchedConnection.Health.Stopped _ -> Problem.repeated(null, sentence, now);
        };
    }

    private static Problem troubled(ConnectionState connectionState, Problem problem) {
        connectionState.health = new WatchedConnection.Health.Troubled(problem);
        return problem;
    }
}
