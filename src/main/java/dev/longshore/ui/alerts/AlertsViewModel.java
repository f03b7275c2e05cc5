package dev.longshore.ui.alerts;

import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What needs the person now, over all connections, the gravest first. FX thread only. */
public final class AlertsViewModel {
    private final ReadOnlyObjectWrapper<List<Alert>> alerts = new ReadOnlyObjectWrapper<>(this, "alerts", List.of());
    private final AlertsByMigration ofMigrations;
    private final Ui ui;
    private List<Alert> ofOthers = List.of();
    private boolean isNews;
    private long second;
    private long written = -1;

    /** Reads them out of every snapshot. */
    public AlertsViewModel(Ui ui, Feed feed) {
        this.ui = ui;
        ofMigrations = new AlertsByMigration(new MigrationAlerts(ui, feed)::of);
        feed.snapshotProperty().subscribe(this::read);
        feed.secondsProperty().subscribe(seconds -> {
            second = seconds.longValue();
            isNews |= ofMigrations.again(second);
            write();
        });
    }

    /** What needs the person. */
    public ReadOnlyObjectProperty<List<Alert>> alertsProperty() {
        return alerts.getReadOnlyProperty();
    }

    private void read(Snapshot snapshot) {
        var others = Stream.concat(journal(snapshot), connections(snapshot)).toList();
        isNews |= ofMigrations.show(snapshot.migrations());
        isNews |= !others.equals(ofOthers);
        ofOthers = others;
        write();
    }

    /** Once a second is often enough for a person. */
    private void write() {
        if (isNews && written != second) {
            isNews = false;
            written = second;
            alerts.set(Stream.concat(ofOthers.stream(), ofMigrations.all())
                    .sorted(Comparator.comparing(Alert::token).reversed())
                    .toList());
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
}
