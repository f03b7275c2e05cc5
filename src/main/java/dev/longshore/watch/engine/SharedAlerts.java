package dev.longshore.watch.engine;

import dev.longshore.model.AlertRecord;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Remark;
import dev.longshore.model.Remark.AlertCause;
import dev.longshore.model.Remark.RemarkKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one desk of a team has acknowledged is acknowledged at each. Each desk raises its alerts by itself, so they are
 * compared by their cause; only what is about a migration is the same at each desk.
 */
final class SharedAlerts {
    private final WatchState state;
    private final WatchDependencies dependencies;
    private final String user;

    /** @param user who uses this computer */
    SharedAlerts(WatchState state, WatchDependencies dependencies, String user) {
        this.state = state;
        this.dependencies = dependencies;
        this.user = user;
    }

    /** Who uses this computer. */
    String user() {
        return user;
    }

    /** The acknowledgement of a colleague that holds for an alert which nobody has acknowledged here. */
    Optional<AlertRecord.State.Acknowledged> ofColleague(AlertRecord alert, Instant now) {
        return alert.isAcknowledged() ? Optional.empty() : standing(alert)
                .filter(each -> each.severity().filter(known -> known.compareTo(alert.alert().severity()) <= 0)
                        .isPresent())
                .map(each -> new AlertRecord.State.Acknowledged(each.at().isAfter(now) ? now : each.at(),
                        each.author()));
    }

    /** Who looks after an alert; empty where nobody does. */
    Optional<Remark> claim(AlertRecord alert) {
        var ref = alert.migration();
        return ref == null ? Optional.empty()
                : state.with(s -> s.remarks(new MigrationKey(alert.connection(), ref)))
                        .claim(AlertCause.of(alert.alert()));
    }

    private Optional<Remark> standing(AlertRecord alert) {
        var ref = alert.migration();
        return ref == null || !dependencies.journal().isShared() ? Optional.empty()
                : state.with(s -> s.remarks(new MigrationKey(alert.connection(), ref)))
                        .acknowledgement(AlertCause.of(alert.alert()));
    }

    /** What the others are to know of an alert that is acknowledged here. */
    List<Remark> acknowledged(AlertRecord alert, Instant now) {
        return isShared(alert) ? List.of(remark(alert, RemarkKind.ACKNOWLEDGE, now, alert.alert().severity().name()))
                : List.of();
    }

    /** What the others are to know of an alert that is over: the same cause is not acknowledged when it comes back. */
    List<Remark> ended(AlertRecord alert, Instant now) {
        return standing(alert).map(_ -> remark(alert, RemarkKind.END, now, "")).stream().toList();
    }

    /** They are recorded. */
    void take(List<Remark> recorded) {
        state.change(s -> recorded.forEach(s::take));
    }

    private boolean isShared(AlertRecord alert) {
        return alert.migration() != null && dependencies.journal().isShared();
    }

    private Remark remark(AlertRecord alert, RemarkKind kind, Instant now, String text) {
        var ref = alert.migration();
        if (ref == null) {
            throw new IllegalArgumentException("The alert " + alert.id() + " is about no migration.");
        }
        return new Remark(UUID.randomUUID().toString(), new MigrationKey(alert.connection(), ref),
                AlertCause.of(alert.alert()), kind, user, now, text);
    }
}
