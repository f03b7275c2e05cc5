package dev.longshore.watch;

import dev.longshore.model.Connection;
import dev.longshore.model.Secret;
import dev.longshore.secret.StoreResult;
import dev.longshore.secret.StoreState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps tokens, and looks after those that the keystore does not take or give: whatever waits for it goes on as soon as
 * it is unlocked. Every method blocks and is meant for a worker thread.
 */
final class WaitingTokens {
    private final WatchState state;
    private final WatchParts parts;
    private final Consumer<Connection> restore;

    /** @param restore looks for the token of a connection again, and watches it */
    WaitingTokens(WatchState state, WatchParts parts, Consumer<Connection> restore) {
        this.state = state;
        this.parts = parts;
        this.restore = restore;
        parts.tokens().whenAnsweredLate(() -> parts.workers().execute(this::answeredLate));
    }

    /** Keeps a token where it belongs by its origin, and says where it is then. */
    TokenPlace keep(Connection connection, Secret token) {
        return switch (connection.origin()) {
            case ENVIRONMENT_VARIABLE -> new TokenPlace.GivenAtStart(
                    "it comes from the environment variable ASTRA_DB_APPLICATION_TOKEN");
            case SIMULATOR -> new TokenPlace.GivenAtStart("the simulator makes a new one at each start");
            case KEYSTORE -> switch (parts.tokens().keep(connection, token)) {
                case StoreResult.InKeystore _ -> new TokenPlace.InKeystore();
                case StoreResult.SessionOnly(_, var why) -> new TokenPlace.SessionOnly(why);
                case StoreResult.Unavailable(var why) -> new TokenPlace.SessionOnly(why);
                case StoreResult.Absent _ -> throw new IllegalStateException("A token that was kept is not there.");
            };
        };
    }

    /** Has the person asked to unlock the keystore, and goes on with what waited for it. */
    StoreState unlock() {
        var now = parts.tokens().unlock();
        if (now instanceof StoreState.Available) {
            waiting().forEach(this::takeUp);
        }
        return now;
    }

    /** A person took longer to unlock the keystore than anybody waited. */
    private void answeredLate() {
        if (!waiting().isEmpty() && parts.tokens().state() instanceof StoreState.Available) {
            waiting().forEach(this::takeUp);
        }
    }

    /** A connection whose token the keystore did not give, or did not take. */
    private record Waiting(Connection connection, TokenPlace token) {
        boolean isWaiting() {
            return token instanceof TokenPlace.SessionOnly
                    || (token instanceof TokenPlace.Nowhere nowhere && nowhere.why().isPresent());
        }
    }

    private List<Waiting> waiting() {
        return state.with(s -> s.lines().stream()
                .map(line -> new Waiting(line.connection, line.token))
                .filter(Waiting::isWaiting)
                .toList());
    }

    private void takeUp(Waiting waiting) {
        if (waiting.token() instanceof TokenPlace.Nowhere) {
            restore.accept(waiting.connection());
        } else if (parts.tokens().find(waiting.connection().id()) instanceof StoreResult.SessionOnly(var token, _)) {
            var where = keep(waiting.connection(), token);
            state.change(s -> Optional.ofNullable(s.line(waiting.connection().id())).ifPresent(line -> {
                line.token = where;
                s.touch(line);
            }));
        }
    }
}
