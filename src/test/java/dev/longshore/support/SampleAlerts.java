package dev.longshore.support;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Initialization;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.advice.AlertRules;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.MissedSummary;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Alerts as the watch would tell them, all of them known for half an hour. */
public final class SampleAlerts {
    private static final Duration KNOWN_FOR = Duration.ofMinutes(30);

    private SampleAlerts() {}

    /** What there is to tell of a snapshot. */
    public static AlertsSnapshot of(Snapshot snapshot, MissedSummary... missed) {
        var ofConnections = snapshot.connections().stream().flatMap(each -> each.alert(snapshot.at()).stream()
                .map(alert -> alert(each.connection().id(), null, alert, each.connection().name(), snapshot.at())));
        var ofMigrations = snapshot.migrations().stream().flatMap(each -> of(each, snapshot.at()));
        var ofUnanswered = snapshot.unanswered().stream().flatMap(each -> of(each, snapshot).stream());
        return AlertsSnapshot.of(
                Stream.of(ofConnections, ofMigrations, ofUnanswered).flatMap(each -> each).toList(), List.of(missed));
    }

    private static Optional<ActiveAlert> of(Initialization asked, Snapshot snapshot) {
        return snapshot.connection(asked.connection()).map(each -> alert(
                asked.connection(), null, AlertRules.ofUnanswered(asked, each.databaseLabel(asked.database())),
                each.connection().name(), snapshot.at()));
    }

    /** What there is to tell of one migration. */
    public static Stream<ActiveAlert> of(WatchedMigration migration, Instant now) {
        var key = migration.key();
        return migration.alerts(now).stream()
                .map(alert -> alert(key.connection(), key.ref(), alert, migration.name(), now));
    }

    private static ActiveAlert alert(
            ConnectionId connection, @Nullable MigrationRef migration, Alert alert, String subject, Instant now) {
        var raised = new AlertRecord.State.Raised(now.minus(KNOWN_FOR), alert.severity(), alert.fact());
        var id = subject + " " + alert.kind();
        return new ActiveAlert(
                new AlertRecord(id, connection, migration, alert, List.of(raised)), alert, subject);
    }

    /** The same board after a person has said that they know of those with these subjects. */
    public static AlertsSnapshot acknowledged(AlertsSnapshot alertsSnapshot, Instant at, String... subjects) {
        return AlertsSnapshot.of(
                alertsSnapshot.alerts().stream()
                        .map(each -> List.of(subjects).contains(each.subject()) ? acknowledged(each, at) : each)
                        .toList(),
                alertsSnapshot.missed());
    }

    private static ActiveAlert acknowledged(ActiveAlert one, Instant at) {
        return new ActiveAlert(
                one.alertRecord().withState(new AlertRecord.State.Acknowledged(at)), one.alert(), one.subject());
    }
}
