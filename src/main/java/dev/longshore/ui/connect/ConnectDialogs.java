package dev.longshore.ui.connect;

import dev.longshore.model.Connection;
import dev.longshore.ui.Dialogs;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Surroundings;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.Views;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.net.URI;
import java.util.Optional;
import javafx.scene.layout.Region;

/** Opens the dialogs about connections and about adding migrations. FX thread only. */
public final class ConnectDialogs {
    private final Ui ui;
    private final Feed feed;
    private final Dialogs dialogs;
    private final Surroundings first;

    /**
     * Opens them on {@code dialogs}.
     *
     * @param first helps to make a connection
     */
    public ConnectDialogs(Ui ui, Feed feed, Dialogs dialogs, Surroundings first) {
        this.ui = ui;
        this.feed = feed;
        this.dialogs = dialogs;
        this.first = first;
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
        var model = new ConnectViewModel(ui, Thread::startVirtualThread, first.systemProxy(), existing);
        var view = new ConnectView(ui, model, dialogs::close, this::addInstead);
        dialogs.show((Region) new Views(ui.texts()).load(view), view::cancel);
        model.find(first.profiles());
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
            var view = new AddView(ui, new AddViewModel(ui, snapshot, chosen(snapshot)), dialogs::close);
            dialogs.show((Region) new Views(ui.texts()).load(view), dialogs::close);
        }
    }

    /** For a migration to be made; where there is no connection yet, for that first. */
    public void initializeMigration() {
        var snapshot = feed.snapshotProperty().get();
        if (snapshot.connections().isEmpty()) {
            connect();
        } else {
            var view = new InitializeView(ui, new InitializeViewModel(ui, snapshot, chosen(snapshot)), dialogs::close);
            dialogs.show((Region) new Views(ui.texts()).load(view), dialogs::close);
        }
    }

    /** For a migration to be made in the place of another: of the same database, through the same connection. */
    public void initializeInsteadOf(WatchedMigration other) {
        var model = new InitializeViewModel(ui, feed.snapshotProperty().get(), Optional.of(other.connection()));
        model.insteadOf(other);
        dialogs.show((Region) new Views(ui.texts()).load(new InitializeView(ui, model, dialogs::close)),
                dialogs::close);
    }

    private Optional<Connection> chosen(Snapshot snapshot) {
        return feed.connectionProperty().get().flatMap(snapshot::connection).map(WatchedConnection::connection);
    }
}
