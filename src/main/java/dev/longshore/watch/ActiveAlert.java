package dev.longshore.watch;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.MigrationKey;
import java.util.Optional;

/**
 * An alert whose reason is still there.
 *
 * @param alertRecord since when it is known, and whether a user said that they know
 * @param alert what it is, worded for now
 * @param subject the name of the migration or connection it is about
 */
public record ActiveAlert(AlertRecord alertRecord, Alert alert, String subject) {
    /** The migration it is about; empty where it is about a connection. */
    public Optional<MigrationKey> migration() {
        return Optional.ofNullable(alertRecord.migration()).map(ref -> new MigrationKey(alertRecord.connection(), ref));
    }

    /** True when it is to be repeated until a user says that they know. */
    public boolean isUrgent() {
        return alert.severity() == Alert.Severity.ACT_NOW && !alertRecord.isAcknowledged();
    }
}
