package dev.longshore.watch.engine;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LaunchFact;
import dev.longshore.model.launch.LaunchQueue;
import dev.longshore.model.launch.LaunchQueue.AutoLaunch.AutoLaunchStopped;
import dev.longshore.watch.RouteTrouble;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told now.
 *
 * @param alertTopic what tells it from others
 * @param subject the name of the migration or connection
 * @param alert what it is, worded for now
 */
record CurrentAlert(AlertTopic alertTopic, String subject, Alert alert) {
    static CurrentAlert of(WatchedConnection connection, Alert alert) {
        return new CurrentAlert(topic(connection.connection().id(), null, alert), connection.connection().name(),
                alert);
    }

    static CurrentAlert of(WatchedMigration migration, Alert alert) {
        var key = migration.key();
        return new CurrentAlert(topic(key.connection(), key.ref(), alert), migration.name(), alert);
    }

    static CurrentAlert of(RouteTrouble trouble) {
        return new CurrentAlert(topic(trouble.id(), null, trouble.alert()), trouble.route(), trouble.alert());
    }

    /** It belongs to the migration with which something went wrong. */
    static CurrentAlert of(
            WatchedConnection connection, LaunchQueue queue, AutoLaunchStopped stopped, Snapshot snapshot) {
        var database = connection.databaseLabel(queue.databaseKey().database());
        var alert = new Alert(Alert.Kind.QUEUE_STOPPED, Alert.Severity.ACT_NOW, stopped.at(),
                Fact.of(LaunchFact.QUEUE_STOPPED, database, stopped.why()));
        var key = queue.databaseKey().migration(stopped.migration());
        return new CurrentAlert(topic(key.connection(), key.ref(), alert),
                snapshot.migration(key).map(WatchedMigration::name).orElse(database), alert);
    }

    private static AlertTopic topic(ConnectionId connection, @Nullable MigrationRef migration, Alert alert) {
        return new AlertTopic(connection, migration, alert.kind(), alert.at());
    }

    /** It has just become known. */
    AlertRecord raised(Instant now) {
        return new AlertRecord(
                UUID.randomUUID().toString(), alertTopic.connection(), alertTopic.migration(), alert,
                List.of(new AlertRecord.State.Raised(now, alert.severity(), alert.fact())));
    }

    /** What tells an alert from others, however it is worded. */
    record AlertTopic(
            ConnectionId connection, @Nullable MigrationRef migration, Alert.Kind kind, @Nullable Instant about) {
        static AlertTopic of(AlertRecord alertRecord) {
            var alert = alertRecord.alert();
            return new AlertTopic(alertRecord.connection(), alertRecord.migration(), alert.kind(), alert.at());
        }
    }
}
