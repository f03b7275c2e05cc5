package dev.longshore.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is different about an alert between two moments, for those who tell each alert once. */
public sealed interface AlertChange {
    /** The alert, as it is now; one that is over as it was last. */
    ActiveAlert alert();

    /** It became known, or was known to an earlier start of the program and is still there. */
    record AlertRaised(ActiveAlert alert) implements AlertChange {}

    /** It became more or less urgent, or a figure of it changed. */
    record AlertChanged(ActiveAlert alert) implements AlertChange {}

    /** A user said that they know. */
    record AlertAcknowledged(ActiveAlert alert) implements AlertChange {}

    /** It is over. */
    record AlertEnded(ActiveAlert alert) implements AlertChange {}

    /** The changes from one moment to a later one, in the order of the alerts; those that are over come first. */
    static List<AlertChange> between(AlertsSnapshot before, AlertsSnapshot after) {
        var known = before.alerts().stream().collect(Collectors.toMap(AlertChange::id, Function.identity()));
        var changes = new ArrayList<AlertChange>();
        for (var each : after.alerts()) {
            var earlier = known.remove(id(each));
            if (earlier == null) {
                changes.add(new AlertRaised(each));
            } else if (each.alertRecord().isAcknowledged() && !earlier.alertRecord().isAcknowledged()) {
                changes.add(new AlertAcknowledged(each));
            } else if (!each.alert().equals(earlier.alert())) {
                changes.add(new AlertChanged(each));
            }
        }
        before.alerts().stream().filter(each -> known.containsKey(id(each))).toList().reversed()
                .forEach(each -> changes.addFirst(new AlertEnded(each)));
        return changes;
    }

    private static String id(ActiveAlert alert) {
        return alert.alertRecord().id();
    }
}
