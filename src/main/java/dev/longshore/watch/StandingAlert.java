package dev.longshore.watch;

import dev.longshore.model.KeptAlert;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Notice;
import java.util.Optional;

/**
 * An alert whose reason is still there.
 *
 * @param kept since when it is known, and whether a person said that they know
 * @param notice what it is, worded for now
 * @param subject the name of the migration or connection it is about
 */
public record StandingAlert(KeptAlert kept, Notice notice, String subject) {
    /** The migration it is about; empty where it is about a connection. */
    public Optional<MigrationKey> migration() {
        return Optional.ofNullable(kept.migration()).map(ref -> new MigrationKey(kept.connection(), ref));
    }

    /** True when it is to be repeated until a person says that they know. */
    public boolean isPressing() {
        return notice.severity() == Notice.Severity.ACT_NOW && !kept.isAcknowledged();
    }
}
