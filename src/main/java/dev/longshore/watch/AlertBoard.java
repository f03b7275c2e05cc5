package dev.longshore.watch;

import java.util.Comparator;
import java.util.List;

/**
 * What a person should know now. Immutable.
 *
 * @param alerts what stands: what nobody has acknowledged first, then the most urgent, then the newest
 * @param missed what happened while nobody watched since the program was started, newest first
 */
public record AlertBoard(List<StandingAlert> alerts, List<Missed> missed) {
    private static final Comparator<StandingAlert> ORDER = Comparator
            .comparing((StandingAlert each) -> each.kept().isAcknowledged())
            .thenComparing(each -> each.notice().severity())
            .thenComparing(each -> each.notice().kind())
            .thenComparing(each -> each.kept().raisedAt(), Comparator.reverseOrder());

    public AlertBoard {
        alerts = List.copyOf(alerts);
        missed = List.copyOf(missed);
    }

    /** Nothing to tell. */
    public static AlertBoard empty() {
        return new AlertBoard(List.of(), List.of());
    }

    /** These alerts in their order. */
    public static AlertBoard of(List<StandingAlert> alerts, List<Missed> missed) {
        return new AlertBoard(alerts.stream().sorted(ORDER).toList(), missed);
    }

    /** Those of which nobody has said that they know. */
    public List<StandingAlert> news() {
        return alerts.stream().takeWhile(each -> !each.kept().isAcknowledged()).toList();
    }

    /** Those that are repeated until somebody says so. */
    public List<StandingAlert> pressing() {
        return alerts.stream().takeWhile(StandingAlert::isPressing).toList();
    }
}
