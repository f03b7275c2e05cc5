package dev.longshore.ui.connect;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeystoreState;
import dev.longshore.text.ConnectionText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchedConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The one banner about connections that wait for the user: a locked keystore before a token that is missing or does
 * not work. Each is told once; what was put aside comes back only with another reason. FX thread only.
 */
final class ConnectionBannerViewModel {
    private final ReadOnlyObjectWrapper<Optional<ConnectionMessage>> message = new ReadOnlyObjectWrapper<>(this, "said",
            Optional.empty());
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper(this, "underWay");
    private final Set<DismissedMessage> dismissed = new HashSet<>();
    private final UiContext context;
    private final SnapshotFeed feed;
    private final ConnectionText words;

    /**
     * What it says.
     *
     * @param about the connection that its buttons are for
     * @param unlocks true when unlocking the keystore may help
     */
    record ConnectionMessage(Connection about, String sentence, boolean unlocks) {}

    private record DismissedMessage(ConnectionId connection, String reason) {}

    ConnectionBannerViewModel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        words = new ConnectionText(context.texts());
        feed.snapshotProperty().subscribe(_ -> refresh());
    }

    /** What there is to say, or nothing. */
    ReadOnlyObjectProperty<Optional<ConnectionMessage>> messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** True while the user is asked by the system. */
    ReadOnlyBooleanProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /** Has the system ask for the keystore's password. */
    void tryAgain() {
        underWay.set(true);
        var _ = context.watch().unlock()
                .whenComplete((now, failure) -> context.thread().run(() -> unlocked(now, failure)));
    }

    private void unlocked(@Nullable KeystoreState now, @Nullable Throwable failure) {
        underWay.set(false);
        var sentence = now == null ? context.sentence(failure) : context.sentence(now.fact());
        if (!(now instanceof KeystoreState.Available)) {
            message.set(message.get().map(each -> new ConnectionMessage(each.about(), sentence, each.unlocks())));
        }
    }

    /** Says it no more. */
    void dismiss() {
        stopped().stream().map(this::dismissed).forEach(dismissed::add);
        refresh();
    }

    private void refresh() {
        var stopped = stopped().stream().filter(each -> !dismissed.contains(dismissed(each))).toList();
        message.set(stopped.stream().filter(ConnectionBannerViewModel::waitsForTheKeystore).findFirst()
                .or(() -> stopped.stream().findFirst())
                .map(each -> message(each, stopped.size() - 1)));
    }

    private ConnectionMessage message(WatchedConnection one, int others) {
        var reason = one.health().fact().map(context::sentence).orElse("");
        return new ConnectionMessage(
                one.connection(),
                context.texts().get("connect.banner", words.named(one.connection()), reason, others),
                waitsForTheKeystore(one));
    }

    private List<WatchedConnection> stopped() {
        return feed.snapshotProperty().get().connections().stream()
                .filter(each -> each.health() instanceof WatchedConnection.Health.Stopped)
                .filter(each -> each.connection().origin() != Connection.TokenOrigin.SIMULATOR)
                .toList();
    }

    private static boolean waitsForTheKeystore(WatchedConnection connection) {
        return connection.token() instanceof TokenLocation.NoToken noToken && noToken.waitsForTheKeystore();
    }

    private DismissedMessage dismissed(WatchedConnection connection) {
        return new DismissedMessage(connection.connection().id(),
                connection.health().fact().map(context::sentence).orElse(""));
    }
}
