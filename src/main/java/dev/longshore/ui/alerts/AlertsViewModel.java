package dev.longshore.ui.alerts;

import dev.longshore.model.NeedsMe;
import dev.longshore.model.Notice;
import dev.longshore.model.Status;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.text.CommandText;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.Problem;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.util.Comparator;
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
                .sorted(Comparator.comparing(Alert::token).reversed())
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
        return snapshot.migrations().stream()
                .flatMap(each -> Stream.of(notices(snapshot, each), need(each), command(each))
                        .flatMap(alerts -> alerts));
    }

    private static Stream<Alert> notices(Snapshot snapshot, WatchedMigration migration) {
        var now = snapshot.connection(migration.key().connection())
                .map(each -> each.serviceTime(snapshot.at()))
                .orElse(snapshot.at());
        return migration.notices(now).stream()
                .filter(notice -> notice.severity() != Notice.Severity.LOG)
                .map(notice -> new Alert(
                        migration.name(), notice.sentence(), token(notice.severity()), Optional.of(migration.key())));
    }

    private static Token token(Notice.Severity severity) {
        return switch (severity) {
            case ACT_NOW -> Token.DANGER;
            case SOON -> Token.RISK;
            case GOOD -> Token.GOOD;
            case LOG -> Token.NEUTRAL;
        };
    }

    /** What no notice is about: that it cannot be asked about, or answers a word nobody knows. */
    private static Stream<Alert> need(WatchedMigration migration) {
        var known = migration.lastKnown();
        var isStrange = known != null && known.status() instanceof Status.Unknown;
        var problem = Optional.ofNullable(migration.problem()).map(Problem::sentence).orElse(null);
        return Optional.of(migration).filter(_ -> isStrange || problem != null)
                .flatMap(each -> NeedsMe.reason(each.situation(), each.deadlines(), each.forecast(), problem))
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
