package dev.longshore.start;

import dev.longshore.model.Connection;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
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

    /** Does what is asked as far as that needs no token, and says what came of it. */
    public Fact accept(SecondStartRequest request) {
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
        return Fact.of(
                StartFact.TOKEN_NOT_PASSED_ON, request.endpoint().toString(), request.watch().size());
    }

    private static boolean isWatched(WatchedConnection connection) {
        return !(connection.health() instanceof WatchedConnection.Health.Stopped);
    }

    private Fact add(SecondStartRequest request, Connection through) {
        StartConnections.register(
                request.watch().stream().map(ref -> new MigrationKey(through.id(), ref)).toList(), watch);
        return Fact.of(
                StartFact.OWN_CONNECTION_USED, through.name(), request.endpoint().toString(), request.watch().size());
    }
}
