package dev.longshore.watch.engine;

import dev.longshore.devops.Receipt;
import dev.longshore.model.ApiError;
import dev.longshore.model.Connection;
import dev.longshore.model.fact.Fact;
import dev.longshore.watch.Problem;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedConnection;
import java.time.Duration;
import java.time.Instant;

/** What an answer means for the connection it came through; every method is called under the lock. */
final class ConnectionHealthRules {
    private static final Duration FIRST_HOLD = Duration.ofSeconds(30);

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
        if (connectionState.health instanceof WatchedConnection.Health.Troubled) {
            connectionState.health = new WatchedConnection.Health.Watching();
            var nth = 0;
            for (var migrationState : s.migrationsOf(connectionState.connection.id())) {
                if (migrationState.problem != null) {
                    migrationState.dueBy(pollSchedule.spread(nth++, now));
                }
            }
        }
    }

    /** No good answer. */
    void failed(WatchState s, ConnectionState connectionState, ApiError error, Receipt receipt) {
        var now = receipt.receivedAt();
        switch (error) {
            case ApiError.Unauthorized _,ApiError.Forbidden _ -> stop(s, connectionState, error.fact());
            case ApiError.RateLimited limited -> {
                var failures = trouble(connectionState, limited.fact(), now);
                connectionState.heldUntil = now.plus(limited.retryAfter().orElse(Backoff.after(failures, FIRST_HOLD)));
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
        if (!(error instanceof ApiError.Network) && !(error instanceof ApiError.Tls)) {
            connectionState.answered(receipt);
        }
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

    /** Nothing is asked on {@code line} any more until it is connected anew. */
    static void stop(WatchState s, ConnectionState connectionState, Fact reason) {
        connectionState.health = new WatchedConnection.Health.Stopped(reason);
        s.disconnect(connectionState);
        s.markChanged(connectionState);
    }

    /** A connection that is not watched yet. */
    static ConnectionState of(Connection connection, WatchSettings settings, Instant now) {
        return new ConnectionState(connection,
                new RequestBudget(settings.requestsPerMinute(), settings.inFlight(), now));
    }

    private static int trouble(ConnectionState connectionState, Fact sentence, Instant now) {
        return switch (connectionState.health) {
            case WatchedConnection.Health.Troubled before ->
                troubled(connectionState, Problem.repeated(before.problem(), sentence, now));
            case WatchedConnection.Health.Watching _ ->
                troubled(connectionState, Problem.repeated(null, sentence, now));
            case WatchedConnection.Health.Stopped _ -> 1;
        };
    }

    private static int troubled(ConnectionState connectionState, Problem problem) {
        connectionState.health = new WatchedConnection.Health.Troubled(problem);
        return problem.count();
    }
}
