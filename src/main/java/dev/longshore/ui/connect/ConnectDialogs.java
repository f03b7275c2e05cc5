package dev.longshore.ui.connect;

import dev.longshore.model.Connection;
import dev.longshore.model.Initialization;
import dev.longshore.ui.context.HostEnvironment;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Views;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.net.URI;
import java.util.Optional;
import javafx.scene.layout.Region;

/** Opens the dialogs about connections and about adding migrations. FX thread only. */
public final class ConnectDialogs {
    private final UiContext context;
    private final SnapshotFeed feed;
    private final Dialogs dialogs;
    private final HostEnvironment host;

    /**
     * Opens them on {@code dialogs}.
     *
     * @param host helps to make a connection
     */
    public ConnectDialogs(UiContext context, SnapshotFeed feed, Dialogs dialogs, HostEnvironment host) {
        this.context = context;
        this.feed = feed;
        this.dialogs = dialogs;
        this.host = host;
    }

    /** For a new connection. */
    public void connect() {
        open(Optional.empty());
    }

    /** For a new connection to that address. */
    public void connect(URI endpoint) {
        open(Optional.empty()).endpointProperty().set(endpoint.toString());
    }

    /** For another name, colour or way of one that is there. */
    public void change(Connection connection) {
        open(Optional.of(connection));
    }

    /** For another token of one that is there. */
    public void replaceToken(Connection connection) {
        open(Optional.of(connection)).expectToken();
    }

    private ConnectViewModel open(Optional<Connection> existing) {
        var model = new ConnectViewModel(context, Thread::startVirtualThread, host.endpoints(),
                host.systemProxy(), existing);
        var view = new ConnectView(context, model, dialogs::close, this::addInstead);
        dialogs.show((Region) new Views(context.texts()).load(view), view::cancel);
        model.find(host.profiles());
        return model;
    }

    private void addInstead() {
        dialogs.close();
        addMigrations();
    }

    /** For migrations to be put on the list; where there is no connection yet, for that first. */
    public void addMigrations() {
        var snapshot = feed.snapshotProperty().get();
        if (snapshot.connections().isEmpty()) {
            connect();
        } else {
            var view = new AddView(context, new AddViewModel(context, snapshot, chosen(snapshot)), dialogs::close);
            dialogs.show((Region) new Views(context.texts()).load(view), dialogs::close);
        }
    }

    /** For a migration to be made; where there is no connection yet, for that first. */
    public void initializeMigration() {
        var snapshot = feed.snapshotProperty().get();
        if (snapshot.connections().isEmpty()) {
            connect();
        } else {
            var view = new InitializeView(context, new InitializeViewModel(context, snapshot, chosen(snapshot)),
                    dialogs::close);
            dialogs.show((Region) new Views(context.texts()).load(view), dialogs::close);
        }
    }

    /** For a migration to be made in the place of another: of the same database, through the same connection. */
    public void initializeInsteadOf(WatchedMigration other) {
        var model = new InitializeViewModel(context, feed.snapshotProperty().get(), Optional.of(other.connection()));
        model.insteadOf(other);
        dialogs.show((Region) new Views(context.texts()).load(new InitializeView(context, model, dialogs::close)),
                dialogs::close);
    }

    /** For a migration to be made as it was asked for before. */
    public void initializeAgain(Initialization before) {
        var snapshot = feed.snapshotProperty().get();
        var model = new InitializeViewModel(context, snapshot, connection(snapshot, before));
        model.repeat(before);
        dialogs.show((Region) new Views(context.texts()).load(new InitializeView(context, model, dialogs::close)),
                dialogs::close);
    }

    /** For the migration that an initialize may have made: its database is filled in, its ID is not known. */
    public void addUnanswered(Initialization asked) {
        var snapshot = feed.snapshotProperty().get();
        var model = new AddViewModel(context, snapshot, connection(snapshot, asked));
        model.expect(asked);
        dialogs.show((Region) new Views(context.texts()).load(new AddView(context, model, dialogs::close)),
                dialogs::close);
    }

    private static Optional<Connection> connection(Snapshot snapshot, Initialization asked) {
        return snapshot.connection(asked.connection()).map(WatchedConnection::connection);
    }

    private Optional<Connection> chosen(Snapshot snapshot) {
        return feed.connectionProperty().get().flatMap(snapshot::connection).map(WatchedConnection::connection);
    }
}
