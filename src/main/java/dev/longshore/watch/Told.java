package dev.longshore.watch;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeptAlert;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Notice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told now.
 *
 * @param topic what tells it from others
 * @param subject the name of the migration or connection
 * @param notice what it is, worded for now
 */
record Told(Topic topic, String subject, Notice notice) {
    static Told of(WatchedConnection connection, Notice notice) {
        return new Told(topic(connection.connection().id(), null, notice), connection.connection().name(), notice);
    }

    static Told of(WatchedMigration migration, Notice notice) {
        var key = migration.key();
        return new Told(topic(key.connection(), key.ref(), notice), migration.name(), notice);
    }

    private static Topic topic(ConnectionId connection, @Nullable MigrationRef migration, Notice notice) {
        return new Topic(connection, migration, notice.kind(), notice.at());
    }

    /** It has just become known. */
    KeptAlert raised(Instant now) {
        return new KeptAlert(
                UUID.randomUUID().toString(), topic.connection(), topic.migration(), notice,
                List.of(new KeptAlert.State.Raised(now, notice.severity(), notice.sentence())));
    }

    /** What tells an alert from others, however it is worded. */
    record Topic(
            ConnectionId connection, @Nullable MigrationRef migration, Notice.Kind kind, @Nullable Instant about) {
        static Topic of(KeptAlert alert) {
            var notice = alert.notice();
            return new Topic(alert.connection(), alert.migration(), notice.kind(), notice.at());
        }
    }
}
