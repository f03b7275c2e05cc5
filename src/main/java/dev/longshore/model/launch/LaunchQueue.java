package dev.longshore.model.launch;

import dev.longshore.model.DatabaseKey;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.fact.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set for the imports of a database: their order, which of them may be launched without asking again,
 * and whether the watch does so.
 *
 * @param databaseKey the database into which all of them import
 * @param launches in their order; what is not among them comes after
 * @param autoLaunch whether the next is launched when the one before is done
 */
public record LaunchQueue(DatabaseKey databaseKey, List<QueuedLaunch> launches, AutoLaunch autoLaunch) {
    public LaunchQueue {
        launches = List.copyOf(launches);
    }

    /** One of a database for which nothing is set. */
    public LaunchQueue(DatabaseKey databaseKey) {
        this(databaseKey, List.of(), new AutoLaunch.AutoLaunchOff());
    }

    /**
     * A migration in the order.
     *
     * @param approval that it may be launched when it is its turn; empty while it may not
     */
    public record QueuedLaunch(MigrationId migration, Optional<LaunchApproval> approval) {}

    /**
     * The user has gone through the checklist of a launch and wants it to happen when it is its turn. It is good for one
     * launch.
     *
     * @param at when, in UTC
     * @param user who
     * @param reason why, in their own words; may be empty
     * @param launchedAt when the watch began to launch it, in UTC; null before
     */
    public record LaunchApproval(Instant at, String user, String reason, @Nullable Instant launchedAt) {
        /** True as long as nothing was launched by it. */
        public boolean isOpen() {
            return launchedAt == null;
        }
    }

    /** Whether the next is launched when the one before is done. */
    public sealed interface AutoLaunch {
        /** The user launches each of them. */
        record AutoLaunchOff() implements AutoLaunch {}

        /**
         * The watch launches the next that is approved.
         *
         * @param since when the user wanted that, in UTC: imports that ended before start nothing
         */
        record AutoLaunchOn(Instant since) implements AutoLaunch {}

        /**
         * The watch launched them until something went wrong, and does so no more until the user wants it again.
         *
         * @param at when, in UTC
         * @param migration with which it went wrong
         * @param why what went wrong
         */
        record AutoLaunchStopped(Instant at, MigrationId migration, Fact why) implements AutoLaunch {}
    }

    /** What a user changes of a queue. */
    public sealed interface QueueChange {
        /** The order is that; what is not in it comes after. */
        record LaunchesReordered(List<MigrationId> order) implements QueueChange {
            public LaunchesReordered {
                order = List.copyOf(order);
            }
        }

        /** One may be launched when it is its turn. */
        record LaunchApproved(MigrationId migration, String reason) implements QueueChange {}

        /** One may not be launched without being asked again. */
        record ApprovalWithdrawn(MigrationId migration) implements QueueChange {}

        /** The next is launched when the one before is done, or is not. */
        record AutoLaunchSwitched(boolean isOn) implements QueueChange {}
    }

    /** The queue of a database among {@code queues}; one for which nothing is set where there is none. */
    public static LaunchQueue find(List<LaunchQueue> queues, DatabaseKey databaseKey) {
        return queues.stream().filter(each -> each.databaseKey().equals(databaseKey)).findFirst()
                .orElseGet(() -> new LaunchQueue(databaseKey));
    }

    /** Whether it is the queue of that migration. */
    public boolean isOf(MigrationKey key) {
        return databaseKey.equals(key.databaseKey());
    }

    /** The approval of a migration, used or not. */
    public Optional<LaunchApproval> approval(MigrationId migration) {
        return find(migration).flatMap(QueuedLaunch::approval);
    }

    private Optional<QueuedLaunch> find(MigrationId migration) {
        return launches.stream().filter(each -> each.migration().equals(migration)).findFirst();
    }

    /** Compares migrations by their place in the order. */
    public Comparator<MigrationId> order() {
        var order = launches.stream().map(QueuedLaunch::migration).toList();
        return Comparator.comparingInt(each -> order.contains(each) ? order.indexOf(each) : Integer.MAX_VALUE);
    }

    /** True while the watch launches what is approved. */
    public boolean isOn() {
        return autoLaunch instanceof AutoLaunch.AutoLaunchOn;
    }

    /** The queue after a change that {@code user} makes at {@code now}, in UTC. */
    public LaunchQueue after(QueueChange change, Instant now, String user) {
        return switch (change) {
            case QueueChange.LaunchesReordered(var order) -> reordered(order);
            case QueueChange.LaunchApproved(var migration, var reason) -> with(new QueuedLaunch(
                    migration, Optional.of(new LaunchApproval(now, user, reason, null))));
            case QueueChange.ApprovalWithdrawn(var migration) -> without(migration);
            case QueueChange.AutoLaunchSwitched(var isOn) -> with(
                    isOn ? new AutoLaunch.AutoLaunchOn(now) : new AutoLaunch.AutoLaunchOff());
        };
    }

    private LaunchQueue reordered(List<MigrationId> order) {
        var next = new ArrayList<QueuedLaunch>();
        order.forEach(each -> next.add(find(each).orElseGet(() -> new QueuedLaunch(each, Optional.empty()))));
        launches.stream().filter(each -> !order.contains(each.migration())).forEach(next::add);
        return new LaunchQueue(databaseKey, next, autoLaunch);
    }

    /** The same without the approval of a migration, which keeps its place. */
    public LaunchQueue without(MigrationId migration) {
        return find(migration).map(_ -> with(new QueuedLaunch(migration, Optional.empty()))).orElse(this);
    }

    /** The same after the watch has begun to launch a migration. */
    public LaunchQueue launched(MigrationId migration, Instant now) {
        return approval(migration).map(each -> with(new QueuedLaunch(migration, Optional.of(
                new LaunchApproval(each.at(), each.user(), each.reason(), now))))).orElse(this);
    }

    private LaunchQueue with(QueuedLaunch changed) {
        var next = new ArrayList<>(launches);
        next.replaceAll(each -> each.migration().equals(changed.migration()) ? changed : each);
        if (!next.contains(changed)) {
            next.add(changed);
        }
        return new LaunchQueue(databaseKey, next, autoLaunch);
    }

    /** The same, launched otherwise. */
    public LaunchQueue with(AutoLaunch next) {
        return new LaunchQueue(databaseKey, launches, next);
    }
}
