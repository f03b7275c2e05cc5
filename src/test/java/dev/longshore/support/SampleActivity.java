package dev.longshore.support;

import dev.longshore.model.Action;
import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import dev.longshore.model.WatchGap;
import dev.longshore.model.activity.ActivityPage;
import dev.longshore.model.activity.ActivityPosition;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.activity.ActivityRecord;
import dev.longshore.model.fact.Fact;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Activity logs as the journal would hand them out. */
public final class SampleActivity {
    private SampleActivity() {}

    /** Hands out {@code records}, which are newest first, a page at a time. */
    public static Function<ActivityQuery, ActivityPage> pages(List<ActivityRecord> records) {
        return query -> page(records, query);
    }

    private static ActivityPage page(List<ActivityRecord> records, ActivityQuery query) {
        var found = new ArrayList<ActivityRecord>();
        var index = query.before().map(ActivityPosition::first).orElse(0L).intValue();
        while (index < records.size() && found.size() < query.limit()) {
            var each = records.get(index++);
            if (isWanted(each, query)) {
                found.add(each);
            }
        }
        var next = index == records.size()
                ? Optional.<ActivityPosition>empty()
                : Optional.of(new ActivityPosition(records.get(index).at(), 0, index, 0));
        return new ActivityPage(found, next);
    }

    private static boolean isWanted(ActivityRecord each, ActivityQuery query) {
        return each.kind().isEmpty()
                || ((query.kind().isEmpty() || query.kind().equals(each.kind()))
                        && (query.connection().isEmpty() || each.migration().isEmpty()
                                || query.connection().equals(each.migration().map(MigrationKey::connection))));
    }

    /** A status that was seen, and the one before it that was last seen so long ago. */
    public static ActivityRecord change(MigrationKey key, Instant at, String status, @Nullable String before,
            Duration lastSeen) {
        return change(key, at, status, before, at.minus(lastSeen), null);
    }

    private static ActivityRecord change(MigrationKey key, Instant at, String status, @Nullable String before,
            @Nullable Instant lastSeen, @Nullable Progress progress) {
        return new ActivityRecord.ObservedChange(
                new Observation(key, at, Status.of(status), progress, null, null, null, null), lastSeen,
                before == null ? null : Status.of(before), null);
    }

    /** An alert that was raised. */
    public static ActivityRecord raised(MigrationKey key, Instant at, Alert.Severity severity, Fact fact) {
        return step(key, new AlertRecord.State.Raised(at, severity, fact), severity, fact);
    }

    private static ActivityRecord step(MigrationKey key, AlertRecord.State state, Alert.Severity severity, Fact fact) {
        return new ActivityRecord.AlertStep(
                "alert " + key + " " + state.at() + " " + state.getClass().getSimpleName(),
                new ActivityRecord.AlertStep.AlertSubject(key.connection(), key.ref()), state,
                new ActivityRecord.AlertStep.RaisedAlert(Alert.Kind.FAILED, severity, fact));
    }

    /** A command that was asked for. */
    public static ActivityRecord command(MigrationKey key, Action action, Instant at, Command.Author author) {
        return new ActivityRecord.RequestedAction(new Command(
                action + " " + key + " " + at, key, action, null, author,
                List.of(new CommandState.Requested(at), new CommandState.Accepted(at.plusSeconds(1)),
                        new CommandState.Observed(at.plusSeconds(372)))));
    }

    /**
     * As of a snapshot in the morning after a night in which Longshore was closed: alerts, commands, what was found, and
     * what had happened before.
     */
    public static List<ActivityRecord> of(Snapshot snapshot) {
        var records = new ArrayList<ActivityRecord>();
        var now = snapshot.at();
        var opened = now.minus(Duration.ofHours(7));
        var closed = opened.minus(Duration.ofMinutes(560));
        records.add(new ActivityRecord.AwayPeriod(closed, opened, WatchGap.Reason.CLOSED));
        snapshot.recentCommands().forEach(each -> records.add(new ActivityRecord.RequestedAction(each)));
        for (var each : SampleAlerts.of(snapshot).alerts()) {
            each.migration().ifPresent(key -> records.add(raised(key, each.alertRecord().raisedAt(),
                    each.alert().severity(), each.alert().fact())));
        }
        snapshot.migrations().forEach(each -> addHistory(records, each, opened, closed));
        records.sort(Comparator.comparing(ActivityRecord::at).reversed());
        return records;
    }

    private static void addHistory(List<ActivityRecord> records, WatchedMigration one, Instant opened,
            Instant closed) {
        var key = one.key();
        var name = one.name();
        if (name.equals("clickstream")) {
            records.add(change(key, opened.plusSeconds(12), "ImportFailed", "ImportInProgress", closed.minusSeconds(40),
                    Progress.of("Import failed: schema mismatch in table events")));
            records.add(raised(key, opened.plusSeconds(14), Alert.Severity.ACT_NOW,
                    Fact.recorded("The import failed: schema mismatch in table events.")));
        } else if (name.equals("returns")) {
            records.add(change(key, opened.plusSeconds(9), "MigrationDone", "ImportInProgress", closed.minusSeconds(20),
                    null));
        } else if (name.equals("orders")) {
            records.add(command(key, Action.RESUME, closed.minusSeconds(3600),
                    new Command.Author("dba", "maintenance is over")));
            records.add(change(key, closed.minusSeconds(3220), "ImportInProgress", "ImportPaused",
                    Duration.ofSeconds(30)));
            records.add(new ActivityRecord.Outage(List.of(new WatchGap(key, closed.minusSeconds(9000),
                    closed.minusSeconds(7000), WatchGap.Reason.UNREACHABLE))));
        }
    }

    /** So many records of the migrations of a snapshot, one every ten seconds, and each day a night. */
    public static List<ActivityRecord> many(Snapshot snapshot, int count) {
        var records = new ArrayList<ActivityRecord>(count);
        var migrations = snapshot.migrations();
        for (int nth = 0; nth < count; nth++) {
            var key = migrations.get(nth * 7 % migrations.size()).key();
            var at = snapshot.at().minusSeconds(10L * nth);
            records.add(switch (nth % 10) {
                case 0 -> command(key, Action.PAUSE, at, new Command.Author("dba", ""));
                case 1, 2, 3 -> raised(key, at, Alert.Severity.SOON,
                        Fact.recorded("The cleanup is due in less than three days, before the import can end."));
                default -> change(key, at, "ImportInProgress", "ReceivingFiles", Duration.ofSeconds(60));
            });
            if (nth % 4000 == 3999) {
                records.add(new ActivityRecord.AwayPeriod(at.minusSeconds(4), at.minusSeconds(1),
                        WatchGap.Reason.CLOSED));
            }
        }
        return records;
    }
}
