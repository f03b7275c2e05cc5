package dev.longshore.ui.alerts;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What needs the person now, over all connections, the gravest first. FX thread only. */
public final class AlertsViewModel {
    private static final int SHARES = 60;

    private final ReadOnlyObjectWrapper<List<Alert>> alerts = new ReadOnlyObjectWrapper<>(this, "alerts", List.of());
    private final Map<MigrationKey, Known> known = new LinkedHashMap<>();
    private final Ui ui;
    private final Feed feed;
    private final MigrationAlerts ofMigrations;

    /**
     * What was worked out about a migration; worked out again when it changes, and once a minute.
     *
     * @param share in which second of the minute
     */
    private record Known(WatchedMigration migration, List<Alert> alerts, long share) {}

    /** Reads them out of every snapshot. */
    public AlertsViewModel(Ui ui, Feed feed) {
        this.ui = ui;
        this.feed = feed;
        ofMigrations = new MigrationAlerts(ui, feed);
        feed.snapshotProperty().subscribe(this::read);
        feed.secondsProperty().subscribe(seconds -> readSomeAgain(seconds.longValue() % SHARES));
    }

    /** What needs the person. */
    public ReadOnlyObjectProperty<List<Alert>> alertsProperty() {
        return alerts.getReadOnlyProperty();
    }

    private void read(Snapshot snapshot) {
        snapshot.migrations().forEach(this::read);
        if (known.size() > snapshot.migrations().size()) {
            known.keySet().retainAll(
                    snapshot.migrations().stream().map(WatchedMigration::key).collect(Collectors.toSet()));
        }
        write();
    }

    private void read(WatchedMigration migration) {
        var before = known.get(migration.key());
        if (before == null || !before.migration().equals(migration)) {
            var share = before == null ? known.size() % SHARES : before.share();
            known.put(migration.key(), new Known(migration, ofMigrations.of(migration), share));
        }
    }

    /** A deadline comes near without any news. */
    private void readSomeAgain(long share) {
        known.replaceAll((_, each) -> each.share() == share
                ? new Known(each.migration(), ofMigrations.of(each.migration()), share)
                : each);
        write();
    }

    private void write() {
        var snapshot = feed.snapshotProperty().get();
        var now = Stream.of(journal(snapshot), connections(snapshot), migrations())
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Alert::token).reversed())
                .toList();
        if (!now.equals(alerts.get())) {
            alerts.set(now);
        }
    }

    private Stream<Alert> journal(Snapshot snapshot) {
        return snapshot.trouble().stream()
                .map(why -> new Alert(ui.texts().get("alerts.journal"), why, Token.DANGER, Optional.empty()));
    }

    private static Stream<Alert> connections(Snapshot snapshot) {
        return snapshot.connections().stream().flatMap(each -> each.health().sentence()
                .map(why -> new Alert(each.connection().name(), why, token(each.health()), Optional.empty()))
                .stream());
    }

    private static Token token(WatchedConnection.Health health) {
        return health instanceof WatchedConnection.Health.Stopped ? Token.DANGER : Token.RISK;
    }

    private Stream<Alert> migrations() {
        return known.values().stream().flatMap(each -> each.alerts().stream());
    }
}
