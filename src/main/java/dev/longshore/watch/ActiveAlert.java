package dev.longshore.watch;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Remark;
import dev.longshore.model.Remark.AlertCause;
import dev.longshore.model.advice.AlertRules;
import java.util.List;
import java.util.Optional;

/**
 * An alert whose reason is still there.
 *
 * @param alertRecord since when it is known, and whether a user said that they know
 * @param alert what it is, worded for now
 * @param subject the name of the migration or connection it is about
 * @param claim who looks after it; empty where nobody does
 * @param parts the alerts that are told as this one; empty where it is told alone
 */
public record ActiveAlert(AlertRecord alertRecord, Alert alert, String subject, Optional<Remark> claim,
        List<ActiveAlert> parts) {
    public ActiveAlert {
        parts = List.copyOf(parts);
    }

    /** One that is told alone. */
    public ActiveAlert(AlertRecord alertRecord, Alert alert, String subject, Optional<Remark> claim) {
        this(alertRecord, alert, subject, claim, List.of());
    }

    /** One that nobody looks after. */
    public ActiveAlert(AlertRecord alertRecord, Alert alert, String subject) {
        this(alertRecord, alert, subject, Optional.empty());
    }

    /** This and another of the same migration as one; empty where they have not the same cause. */
    Optional<ActiveAlert> joined(ActiveAlert other) {
        return AlertRules.joined(alert, other.alert).map(both -> new ActiveAlert(
                alertRecord, both, subject, claim.or(() -> other.claim), List.of(this, other)));
    }

    /** Itself, or the alerts that are told as this one. */
    public List<ActiveAlert> each() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /** The IDs of all that is told. */
    public List<String> ids() {
        return each().stream().map(part -> part.alertRecord.id()).toList();
    }

    /** True when a user said that they know of all that is told. */
    public boolean isAcknowledged() {
        return each().stream().allMatch(part -> part.alertRecord.isAcknowledged());
    }

    /** What tells it from the other alerts of its migration, at every desk. */
    public AlertCause cause() {
        return each().stream().filter(part -> part.claim.isPresent()).findFirst().map(part -> AlertCause.of(part.alert))
                .orElseGet(() -> AlertCause.of(alert));
    }

    /** The migration it is about; empty where it is about a connection. */
    public Optional<MigrationKey> migration() {
        return Optional.ofNullable(alertRecord.migration()).map(ref -> new MigrationKey(alertRecord.connection(), ref));
    }

    /** True when it is to be repeated until a user says that they know. */
    public boolean isUrgent() {
        return each().stream().anyMatch(
                part -> part.alert.severity() == Alert.Severity.ACT_NOW && !part.alertRecord.isAcknowledged());
    }
}
