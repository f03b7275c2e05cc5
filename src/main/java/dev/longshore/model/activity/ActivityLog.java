package dev.longshore.model.activity;

import dev.longshore.model.AlertRecord;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.activity.ActivityRecord.AlertStep;
import dev.longshore.model.activity.ActivityRecord.AwayPeriod;
import dev.longshore.model.activity.ActivityRecord.ObservedChange;
import dev.longshore.model.activity.ActivityRecord.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Records of the journal as they are read: an outage is told once and not for each migration, and a period in which
 * nothing was watched says how much was found afterwards. Nothing is left out.
 */
public final class ActivityLog {
    /** By then every migration that can be asked has been asked: the longest usual interval. */
    private static final Duration FIRST_ROUND = Duration.ofMinutes(10);

    /** By connection the outage that is being read, and where it stands in the log. */
    private final Map<ConnectionId, Integer> outages = new HashMap<>();
    /** Null where an outage has been joined with an earlier part of it. */
    private final List<@Nullable ActivityRecord> log = new ArrayList<>();
    private final List<ActivityRecord> sinceAway = new ArrayList<>();

    private ActivityLog() {}

    /**
     * The log of these.
     *
     * @param records newest first, without gaps from the newest on
     * @return newest first
     */
    public static List<ActivityRecord> of(List<ActivityRecord> records) {
        var activityLog = new ActivityLog();
        records.forEach(activityLog::add);
        var read = new ArrayList<ActivityRecord>(activityLog.log.size());
        for (var each : activityLog.log) {
            if (each != null) {
                read.add(each);
            }
        }
        return read;
    }

    private void add(ActivityRecord next) {
        switch (next) {
            case Outage outage -> addOutage(outage);
            case AwayPeriod away -> {
                log.add(new AwayPeriod(
                        away.from(), away.to(), away.reason(), count(each -> isHiddenBy(away, each)),
                        count(each -> isRaisedAfter(away, each))));
                sinceAway.clear();
            }
            case ObservedChange _,AlertStep _ -> {
                log.add(next);
                sinceAway.add(next);
            }
            case ActivityRecord.RequestedAction _,ActivityRecord.RequestedMigration _,ActivityRecord.RecordedRemark _ ->
                log.add(next);
        }
    }

    private void addOutage(Outage next) {
        var place = outages.get(next.connection());
        var joined = next;
        if (place != null && log.get(place) instanceof Outage later && later.isSameAs(next)) {
            joined = later.and(next);
            log.set(place, null);
        }
        outages.put(next.connection(), log.size());
        log.add(joined);
    }

    private int count(Predicate<ActivityRecord> predicate) {
        return (int) sinceAway.stream().filter(predicate).count();
    }

    private static boolean isHiddenBy(AwayPeriod away, ActivityRecord later) {
        return later instanceof ObservedChange change && isBefore(change.lastSeen(), away.to());
    }

    private static boolean isBefore(@Nullable Instant lastSeen, Instant end) {
        return lastSeen != null && lastSeen.isBefore(end);
    }

    private static boolean isRaisedAfter(AwayPeriod away, ActivityRecord later) {
        return later instanceof AlertStep step && step.state() instanceof AlertRecord.State.Raised
                && !step.at().isAfter(away.to().plus(FIRST_ROUND));
    }
}
