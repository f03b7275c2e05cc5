package dev.longshore.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is different about an alert between two moments, for those who tell each alert once.
 *
 * @param kind what happened to it
 * @param alert as it is now; one that is over as it was last
 */
public record AlertChange(AlertChangeKind kind, ActiveAlert alert) {
    /** What happened to an alert. */
    public enum AlertChangeKind {
        /** It became known, or was known to an earlier start of the program and is still there. */
        RAISED,
        /** It became more or less urgent, or a figure of it changed. */
        CHANGED,
        /** A user said that they know. */
        ACKNOWLEDGED,
        /** It is over. */
        ENDED
    }

    /** The changes from one moment to a later one, in the order of the alerts; those that are over come first. */
    public static List<AlertChange> between(AlertsSnapshot before, AlertsSnapshot after) {
        var known = before.alerts().stream().collect(Collectors.toMap(AlertChange::id, Function.identity()));
        var changes = new ArrayList<AlertChange>();
        for (var each : after.alerts()) {
            var earlier = known.remove(id(each));
            if (earlier == null) {
                changes.add(new AlertChange(AlertChangeKind.RAISED, each));
            } else if (each.alertRecord().isAcknowledged() && !earlier.alertRecord().isAcknowledged()) {
                changes.add(new AlertChange(AlertChangeKind.ACKNOWLEDGED, each));
            } else if (!each.alert().equals(earlier.alert())) {
                changes.add(new AlertChange(AlertChangeKind.CHANGED, each));
            }
        }
        before.alerts().stream().filter(each -> known.containsKey(id(each))).toList().reversed()
                .forEach(each -> changes.addFirst(new AlertChange(AlertChangeKind.ENDED, each)));
        return changes;
    }

    private static String id(ActiveAlert alert) {
        return alert.alertRecord().id();
    }
}
