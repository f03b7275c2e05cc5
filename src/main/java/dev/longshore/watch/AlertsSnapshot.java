package dev.longshore.watch;

import java.util.Comparator;
import java.util.List;

/**
 * What a user should know now. Immutable.
 *
 * @param alerts what stands: what nobody has acknowledged first, then the most urgent, then the newest
 * @param missed what happened while nobody watched since the program was started, newest first
 */
public record AlertsSnapshot(List<ActiveAlert> alerts, List<MissedSummary> missed) {
    private static final Comparator<ActiveAlert> ORDER = Comparator
            .comparing((ActiveAlert each) -> each.alertRecord().isAcknowledged())
            .thenComparing(each -> each.alert().severity())
            .thenComparing(each -> each.alert().kind())
            .thenComparing(each -> each.alertRecord().raisedAt(), Comparator.reverseOrder());

    public AlertsSnapshot {
        alerts = List.copyOf(alerts);
        missed = List.copyOf(missed);
    }

    /** Nothing to tell. */
    public static AlertsSnapshot empty() {
        return new AlertsSnapshot(List.of(), List.of());
    }

    /** These alerts in their order. */
    public static AlertsSnapshot of(List<ActiveAlert> alerts, List<MissedSummary> missed) {
        return new AlertsSnapshot(alerts.stream().sorted(ORDER).toList(), missed);
    }

    /** Those of which nobody has said that they know. */
    public List<ActiveAlert> unacknowledged() {
        return alerts.stream().takeWhile(each -> !each.alertRecord().isAcknowledged()).toList();
    }

    /** Those that are repeated until somebody says so. */
    public List<ActiveAlert> urgent() {
        return alerts.stream().takeWhile(ActiveAlert::isUrgent).toList();
    }
}
