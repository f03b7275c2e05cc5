package dev.longshore.watch;

import dev.longshore.devops.ApiError;
import dev.longshore.devops.Receipt;
import dev.longshore.model.Connection;
import java.time.Duration;
import java.time.Instant;

/** What an answer means for the connection it came through; every method is called under the lock. */
final class Lines {
    private static final Duration FIRST_HOLD = Duration.ofSeconds(30);

    private final Schedule schedule;

    Lines(Schedule schedule) {
        this.schedule = schedule;
    }

    /** A good answer: after trouble, whatever could not be asked about is asked about soon, spread out. */
    void works(WatchState s, Line line, Receipt receipt) {
        line.answered(receipt);
        recovered(s, line, receipt.receivedAt());
    }

    private void recovered(WatchState s, Line line, Instant now) {
        if (line.health instanceof WatchedConnection.Health.Troubled) {
            line.health = new WatchedConnection.Health.Watching();
            var nth = 0;
            for (var entry : s.entriesOf(line.connection.id())) {
                if (entry.problem != null) {
                    entry.dueBy(schedule.spread(nth++, now));
                }
            }
        }
    }

    /** No good answer. */
    void fails(WatchState s, Line line, ApiError error, Receipt receipt) {
        var now = receipt.receivedAt();
        switch (error) {
            case ApiError.Unauthorized _,ApiError.Forbidden _ -> stop(s, line, error.message());
            case ApiError.RateLimited limited -> {
                var failures = trouble(line, limited.message(), now);
                line.heldUntil = now.plus(limited.retryAfter().orElse(Backoff.after(failures, FIRST_HOLD)));
            }
            case ApiError.Server server -> {
                trouble(line, server.message(), now);
                server.retryAfter().ifPresent(wait -> line.heldUntil = now.plus(wait));
            }
            case ApiError.Network _,ApiError.Tls _ -> trouble(line, error.message(), now);
            // The service is there and knows the token; what it says is about one migration.
            case ApiError.BadRequest _,ApiError.NotFound _,ApiError.Conflict _ -> recovered(s, line, now);
            case ApiError.Redirected _,ApiError.Malformed _ -> {
            }
        }
        if (!(error instanceof ApiError.Network) && !(error instanceof ApiError.Tls)) {
            line.answered(receipt);
        }
    }

    /**
     * What a command's answer means for the connection: only that it is to be left alone for a while. A role that may
     * look but not act gets refusals of commands alone.
     */
    void refuses(WatchState s, Line line, ApiError error, Receipt receipt) {
        switch (error) {
            case ApiError.RateLimited _ -> fails(s, line, error, receipt);
            case ApiError.Server server when server.retryAfter().isPresent() -> fails(s, line, error, receipt);
            case ApiError.Server _,ApiError.Unauthorized _,ApiError.Forbidden _,ApiError.Network _,ApiError.Tls _ -> {
            }
            case ApiError.BadRequest _,ApiError.NotFound _,ApiError.Conflict _ -> {
            }
            case ApiError.Redirected _,ApiError.Malformed _ -> {
            }
        }
    }

    /** Nothing is asked on {@code line} any more until it is connected anew. */
    static void stop(WatchState s, Line line, String reason) {
        line.health = new WatchedConnection.Health.Stopped(reason);
        s.hangUp(line);
        s.touch(line);
    }

    /** A connection that is not watched yet. */
    static Line of(Connection connection, WatchSettings settings, Instant now) {
        return new Line(connection, new RequestBudget(settings.requestsPerMinute(), settings.inFlight(), now));
    }

    private static int trouble(Line line, String sentence, Instant now) {
        return switch (line.health) {
            case WatchedConnection.Health.Troubled before ->
                troubled(line, Problem.oneMore(before.problem(), sentence, now));
            case WatchedConnection.Health.Watching _ -> troubled(line, Problem.oneMore(null, sentence, now));
            case WatchedConnection.Health.Stopped _ -> 1;
        };
    }

    private static int troubled(Line line, Problem problem) {
        line.health = new WatchedConnection.Health.Troubled(problem);
        return problem.count();
    }
}
