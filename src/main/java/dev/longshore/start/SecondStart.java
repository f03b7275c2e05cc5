package dev.longshore.start;

import dev.longshore.cli.Arguments;
import dev.longshore.model.Connection;
import dev.longshore.model.MigrationKey;
import dev.longshore.platform.SecondStartRequest;
import dev.longshore.watch.Watch;
import dev.longshore.watch.WatchedConnection;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** What the first start does when a second one hands its arguments over. Safe for use by several threads. */
public final class SecondStart {
    private final Watch watch;
    private final Consumer<URI> connect;
    private final Consumer<Connection> askForToken;

    /**
     * Over {@code watch}.
     *
     * @param connect opens the dialog for a new connection to an address
     * @param askForToken opens the dialog for the token of a connection that has none that works
     */
    public SecondStart(Watch watch, Consumer<URI> connect, Consumer<Connection> askForToken) {
        this.watch = watch;
        this.connect = connect;
        this.askForToken = askForToken;
    }

    /** Does what is asked as far as that needs no token, and says in a sentence what came of it. */
    public String accept(SecondStartRequest request) {
        var there = watch.snapshot().connections().stream()
                .filter(each -> each.connection().endpoint().equals(request.endpoint()))
                .toList();
        var watched = there.stream().filter(SecondStart::isWatched).findFirst();
        if (watched.isPresent()) {
            return add(request, watched.get().connection());
        }
        Optional.of(there).filter(each -> !each.isEmpty())
                .ifPresentOrElse(each -> askForToken.accept(each.getFirst().connection()),
                        () -> connect.accept(request.endpoint()));
        return "It has no token that works for " + request.endpoint()
                + ", and a token is never handed over: enter it in"
                + " the window" + (request.watch().isEmpty() ? "." : ", then start this again for --watch.");
    }

    private static boolean isWatched(WatchedConnection connection) {
        return !(connection.health() instanceof WatchedConnection.Health.Stopped);
    }

    private String add(SecondStartRequest request, Connection through) {
        StartConnections.register(
                request.watch().stream()
                        .map(ref -> new StartConnections.MigrationToAdd(new MigrationKey(through.id(), ref), ""))
                        .toList(),
                watch);
        var count = request.watch().size();
        return "It uses its own connection \"" + through.name() + "\" to " + request.endpoint() + "; the token of "
                + Arguments.TOKEN_VARIABLE + " was not handed over."
                + (count == 0 ? "" : count == 1 ? " The migration is put on its list."
                        : " The " + count + " migrations are put on its list.");
    }
}
