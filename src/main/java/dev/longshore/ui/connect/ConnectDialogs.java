package dev.longshore.ui.connect;

import dev.longshore.model.Connection;
import dev.longshore.ui.Dialogs;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.Views;
import dev.longshore.watch.WatchedConnection;
import java.util.Optional;
import javafx.scene.layout.Region;

/** Opens the dialogs about connections and about adding migrations. FX thread only. */
public final class ConnectDialogs {
    private final Ui ui;
    private final Feed feed;
    private final Dialogs dialogs;

    /** Opens them on {@code dialogs}. */
    public ConnectDialogs(Ui ui, Feed feed, Dialogs dialogs) {
        this.ui = ui;
        this.feed = feed;
        this.dialogs = dialogs;
    }

    /** For a new connection. */
    public void connect() {
        open(Optional.empty());
    }

    /** For another token, name or colour of one that is there. */
    public void change(Connection connection) {
        open(Optional.of(connection));
    }

    private void open(Optional<Connection> existing) {
        var view = new ConnectView(ui, new ConnectViewModel(ui, existing), dialogs::close, this::addInstead);
        dialogs.show((Region) new Views(ui.texts()).load(view), view::cancel);
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
            return;
        }
        var chosen = feed.connectionProperty().get().flatMap(snapshot::connection).map(WatchedConnection::connection);
        var view = new AddView(ui, new AddViewModel(ui, snapshot, chosen), dialogs::close);
        dialogs.show((Region) new Views(ui.texts()).load(view), dialogs::close);
    }
}
