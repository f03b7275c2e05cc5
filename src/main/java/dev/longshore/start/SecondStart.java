package dev.longshore.start;

import dev.longshore.model.Connection;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.platform.SecondStartRequest;
import dev.longshore.watch.Watch;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the first start does when a second one hands its arguments over. Safe for use by several threads. */
public final class SecondStart {
    private final Watch watch;
    private final Consumer<URI> connect;
    private final Consumer<Connection> askForToken;
    private final Consumer<MigrationKey> show;

    /**
     * Over {@code watch}.
     *
     * @param connect opens the dialog for a new connection to an address
     * @param askForToken opens the dialog for the token of a connection that has none that works
     * @param show selects a migration in the table
     */
    public SecondStart(Watch watch, Consumer<URI> connect, Consumer<Connection> askForToken,
            Consumer<MigrationKey> show) {
        this.watch = watch;
        this.connect = connect;
        this.askForToken = askForToken;
        this.show = show;
    }

    /** Does what is asked as far as that needs no token, and says what came of it. */
    public Fact accept(SecondStartRequest request) {
        return Stream.concat(
                request.endpoint().map(endpoint -> connect(endpoint, request)).stream(),
                request.show().map(this::show).stream())
                .reduce((one, other) -> Fact.sentences(one, other))
                .orElse(Fact.of(StartFact.REQUEST_NOT_UNDERSTOOD));
    }

    private Fact show(MigrationRef ref) {
        var listed = watch.snapshot().migrations().stream().filter(each -> each.key().ref().equals(ref)).findFirst();
        listed.map(WatchedMigration::key).ifPresent(show);
        return listed.map(each -> Fact.of(StartFact.LINK_SHOWN, each.name()))
                .orElseGet(() -> Fact.of(StartFact.LINK_NOT_LISTED, ref.toString()));
    }

    private Fact connect(URI endpoint, SecondStartRequest request) {
        var there = watch.snapshot().connections().stream()
                .filter(each -> each.connection().endpoint().equals(endpoint))
                .toList();
        var watched = there.stream().filter(SecondStart::isWatched).findFirst();
        if (watched.isPresent()) {
            return add(request, watched.get().connection());
        }
        Optional.of(there).filter(each -> !each.isEmpty())
                .ifPresentOrElse(each -> askForToken.accept(each.getFirst().connection()),
                        () -> connect.accept(endpoint));
        return Fact.of(
                StartFact.TOKEN_NOT_PASSED_ON, endpoint.toString(), request.watch().size());
    }

    private static boolean isWatched(WatchedConnection connection) {
        return !(connection.health() instanceof WatchedConnection.Health.Stopped);
    }

    private Fact add(SecondStartRequest request, Connection through) {
        StartConnections.register(
                request.watch().stream().map(ref -> new MigrationKey(through.id(), ref)).toList(), watch);
        return Fact.of(
                StartFact.OWN_CONNECTION_USED, through.name(), through.endpoint().toString(), request.watch().size());
    }
}
