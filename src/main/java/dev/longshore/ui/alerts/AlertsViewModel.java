package dev.longshore.ui.alerts;

import dev.longshore.model.NeedsMe;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.text.CommandText;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.Problem;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What needs the person now, over all connections, the gravest first. FX thread only. */
public final class AlertsViewModel {
    private final ReadOnlyObjectWrapper<List<Alert>> alerts = new ReadOnlyObjectWrapper<>(this, "alerts", List.of());
    private final Ui ui;
    private final CommandText commands;

    /** Reads them out of every snapshot. */
    public AlertsViewModel(Ui ui, Feed feed) {
        this.ui = ui;
        commands = new CommandText(ui.texts());
        feed.snapshotProperty().subscribe(this::read);
    }

    /** What needs the person. */
    public ReadOnlyObjectProperty<List<Alert>> alertsProperty() {
        return alerts.getReadOnlyProperty();
    }

    private void read(Snapshot snapshot) {
        alerts.set(Stream.of(journal(snapshot), connections(snapshot), migrations(snapshot))
                .flatMap(each -> each)
                .toList());
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

    private Stream<Alert> migrations(Snapshot snapshot) {
        return snapshot.migrations().stream().flatMap(each -> Stream.concat(need(each), command(each)));
    }

    private static Stream<Alert> need(WatchedMigration migration) {
        var problem = Optional.ofNullable(migration.problem()).map(Problem::sentence).orElse(null);
        return NeedsMe.reason(migration.situation(), migration.deadlines(), migration.forecast(), problem)
                .map(why -> new Alert(migration.name(), why, Token.RISK, Optional.of(migration.key())))
                .stream();
    }

    private Stream<Alert> command(WatchedMigration migration) {
        return Optional.of(commands.reason(migration.latest()))
                .filter(why -> !why.isBlank())
                .map(why -> new Alert(
                        migration.name(), commands.news(migration.latest()) + ". " + why, Token.RISK,
                        Optional.of(migration.key())))
                .stream();
    }
}
