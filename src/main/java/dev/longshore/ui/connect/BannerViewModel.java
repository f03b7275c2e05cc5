package dev.longshore.ui.connect;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.secret.StoreState;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.text.ConnectionText;
import dev.longshore.watch.TokenPlace;
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
 * The one banner about connections that wait for the person: a locked keystore before a token that is missing or does
 * not work. Each is told once; what was put aside comes back only with another reason. FX thread only.
 */
final class BannerViewModel {
    private final ReadOnlyObjectWrapper<Optional<Said>> said = new ReadOnlyObjectWrapper<>(this, "said",
            Optional.empty());
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper(this, "underWay");
    private final Set<Aside> aside = new HashSet<>();
    private final Ui ui;
    private final Feed feed;
    private final ConnectionText words;

    /**
     * What it says.
     *
     * @param about the connection that its buttons are for
     * @param unlocks true when unlocking the keystore may help
     */
    record Said(Connection about, String sentence, boolean unlocks) {}

    private record Aside(ConnectionId connection, String reason) {}

    BannerViewModel(Ui ui, Feed feed) {
        this.ui = ui;
        this.feed = feed;
        words = new ConnectionText(ui.texts());
        feed.snapshotProperty().subscribe(_ -> look());
    }

    /** What there is to say, or nothing. */
    ReadOnlyObjectProperty<Optional<Said>> saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** True while the person is asked by the system. */
    ReadOnlyBooleanProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /** Has the system ask for the keystore's password. */
    void tryAgain() {
        underWay.set(true);
        var _ = ui.watch().unlock().whenComplete((now, failure) -> ui.thread().run(() -> unlocked(now, failure)));
    }

    private void unlocked(@Nullable StoreState now, @Nullable Throwable failure) {
        underWay.set(false);
        var sentence = now == null ? ui.sentence(failure) : now.sentence();
        if (!(now instanceof StoreState.Available)) {
            said.set(said.get().map(each -> new Said(each.about(), sentence, each.unlocks())));
        }
    }

    /** Says it no more. */
    void putAside() {
        stopped().stream().map(BannerViewModel::aside).forEach(aside::add);
        look();
    }

    private void look() {
        var stopped = stopped().stream().filter(each -> !aside.contains(aside(each))).toList();
        said.set(stopped.stream().filter(BannerViewModel::waitsForTheKeystore).findFirst()
                .or(() -> stopped.stream().findFirst())
                .map(each -> said(each, stopped.size() - 1)));
    }

    private Said said(WatchedConnection one, int others) {
        var reason = one.health().sentence().orElse("");
        return new Said(
                one.connection(),
                ui.texts().get("connect.banner", words.named(one.connection()), reason, others),
                waitsForTheKeystore(one));
    }

    private List<WatchedConnection> stopped() {
        return feed.snapshotProperty().get().connections().stream()
                .filter(each -> each.health() instanceof WatchedConnection.Health.Stopped)
                .filter(each -> each.connection().origin() != Connection.TokenOrigin.SIMULATOR)
                .toList();
    }

    private static boolean waitsForTheKeystore(WatchedConnection connection) {
        return connection.token() instanceof TokenPlace.Nowhere nowhere && nowhere.waitsForTheKeystore();
    }

    private static Aside aside(WatchedConnection connection) {
        return new Aside(connection.connection().id(), connection.health().sentence().orElse(""));
    }
}
