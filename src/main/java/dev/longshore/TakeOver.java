package dev.longshore;

import dev.longshore.model.Connection;
import dev.longshore.model.MigrationKey;
import dev.longshore.platform.HandOver;
import dev.longshore.watch.Watch;
import dev.longshore.watch.WatchedConnection;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** What the first start does when a second one hands its arguments over. Safe for use by several threads. */
final class TakeOver {
    private final Watch watch;
    private final Consumer<URI> connect;
    private final Consumer<Connection> askForToken;

    /**
     * Over {@code watch}.
     *
     * @param connect opens the dialog for a new connection to an address
     * @param askForToken opens the dialog for the token of a connection that has none that works
     */
    TakeOver(Watch watch, Consumer<URI> connect, Consumer<Connection> askForToken) {
        this.watch = watch;
        this.connect = connect;
        this.askForToken = askForToken;
    }

    /** Does what is asked as far as that needs no token, and says in a sentence what came of it. */
    String accept(HandOver asked) {
        var there = watch.snapshot().connections().stream()
                .filter(each -> each.connection().endpoint().equals(asked.endpoint()))
                .toList();
        var watched = there.stream().filter(TakeOver::isWatched).findFirst();
        if (watched.isPresent()) {
            return add(asked, watched.get().connection());
        }
        Optional.of(there).filter(each -> !each.isEmpty())
                .ifPresentOrElse(each -> askForToken.accept(each.getFirst().connection()),
                        () -> connect.accept(asked.endpoint()));
        return "It has no token that works for " + asked.endpoint() + ", and a token is never handed over: enter it in"
                + " the window" + (asked.watch().isEmpty() ? "." : ", then start this again for --watch.");
    }

    private static boolean isWatched(WatchedConnection connection) {
        return !(connection.health() instanceof WatchedConnection.Health.Stopped);
    }

    private String add(HandOver asked, Connection through) {
        Openings.register(
                asked.watch().stream()
                        .map(ref -> new Openings.Entry(new MigrationKey(through.id(), ref), ""))
                        .toList(),
                watch);
        var count = asked.watch().size();
        return "It uses its own connection \"" + through.name() + "\" to " + asked.endpoint() + "; the token of "
                + Arguments.TOKEN_VARIABLE + " was not handed over."
                + (count == 0 ? "" : count == 1 ? " The migration is put on its list."
                        : " The " + count + " migrations are put on its list.");
    }
}
