package dev.longshore.watch;

import dev.longshore.model.Alert;
import dev.longshore.model.MigrationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * What a user should know now. Immutable. Every alert has its own record and is sent for itself; what is listed and
 * counted are the {@link #entries}, in which one cause is told once.
 *
 * @param alerts all that stands: what nobody has acknowledged first, then the most urgent, of what will be lost what is
 *     lost first, then the newest
 * @param missed what happened while nobody watched since the program was started, newest first
 */
public record AlertsSnapshot(List<ActiveAlert> alerts, List<MissedSummary> missed) {
    private static final Comparator<ActiveAlert> ORDER = Comparator
            .comparing(ActiveAlert::isAcknowledged)
            .thenComparing(each -> each.alert().severity())
            .thenComparing(each -> isLoss(each.alert()) ? Alert.Kind.COLLISION : each.alert().kind())
            .thenComparing(each -> lossAt(each.alert()))
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

    private static boolean isLoss(Alert alert) {
        return alert.kind() == Alert.Kind.COLLISION || alert.kind() == Alert.Kind.CLEANUP_SOON;
    }

    private static Instant lossAt(Alert alert) {
        return isLoss(alert) && alert.at() != null ? alert.at() : Instant.MAX;
    }

    /** The alerts as they are listed, in their order: a cleanup that is due soon because it was moved is one of them. */
    public List<ActiveAlert> entries() {
        var moves = new HashMap<MigrationKey, ActiveAlert>();
        alerts.stream().filter(each -> each.alert().kind() == Alert.Kind.CLEANUP_MOVED)
                .forEach(each -> each.migration().ifPresent(key -> moves.putIfAbsent(key, each)));
        if (moves.isEmpty()) {
            return alerts;
        }
        var joined = new HashSet<ActiveAlert>();
        var entries = new ArrayList<ActiveAlert>();
        for (var each : alerts) {
            var both = each.migration().map(moves::get).flatMap(each::joined);
            both.ifPresent(entry -> joined.addAll(entry.parts()));
            entries.add(both.orElse(each));
        }
        entries.removeIf(joined::contains);
        entries.sort(ORDER);
        return List.copyOf(entries);
    }

    /** Those entries of which nobody has said that they know. */
    public List<ActiveAlert> unacknowledged() {
        return entries().stream().filter(each -> !each.isAcknowledged()).toList();
    }

    /** Those entries that are repeated until somebody says so. */
    public List<ActiveAlert> urgent() {
        return entries().stream().filter(ActiveAlert::isUrgent).toList();
    }
}
