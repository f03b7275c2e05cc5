package dev.longshore.ui.connect;

import dev.longshore.model.Connection;
import dev.longshore.secret.AstraCliProfiles;
import dev.longshore.ui.Dialogs;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.Views;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/** Opens the dialogs about connections and about adding migrations. FX thread only. */
public final class ConnectDialogs {
    private final Ui ui;
    private final Feed feed;
    private final Dialogs dialogs;
    private final Supplier<AstraCliProfiles.Found> profiles;

    /**
     * Opens them on {@code dialogs}.
     *
     * @param profiles reads the profiles of the Astra CLI; blocks
     */
    public ConnectDialogs(Ui ui, Feed feed, Dialogs dialogs, Supplier<AstraCliProfiles.Found> profiles) {
        this.ui = ui;
        this.feed = feed;
        this.dialogs = dialogs;
        this.profiles = profiles;
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
        var model = new ConnectViewModel(ui, existing);
        model.find(profiles);
        var view = new ConnectView(ui, model, dialogs::close, this::addInstead);
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

    private Optional<Connection> chosen(Snapshot snapshot) {
        return feed.connectionProperty().get().flatMap(snapshot::connection).map(WatchedConnection::connection);
    }
}
