package dev.longshore.watch.engine;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.fact.Fact;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.RouteTrouble;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tells what a user should know, and keeps when it became known, when they said that they know, and when it was over.
 * {@link #evaluate} and {@link #acknowledge} block.
 */
final class AlertService {
    /** So many ticks of the watch apart: a user reads no faster, however fast the clock runs or the news come. */
    private static final int APART = 10;
    private static final Duration WITHOUT_NEWS = Duration.ofMinutes(1);

    private final WatchDependencies dependencies;
    private final OpenAlerts openAlerts;
    private final MissedEvents missedEvents;
    private final AlertEvaluator alertEvaluator = new AlertEvaluator();
    private final Publisher<AlertsSnapshot> publisher = new Publisher<>(AlertsSnapshot.empty());
    private final ReentrantLock lock = new ReentrantLock();
    private final SharedAlerts sharedAlerts;
    private List<CurrentAlert> currentAlerts = List.of();
    private volatile boolean begun;
    private volatile List<RouteTrouble> routeTroubles = List.of();
    private volatile boolean isRouteNews;
    /** Which snapshot was looked at last, and when. */
    private long evaluatedVersion = -1;
    private Instant evaluatedAt = Instant.EPOCH;
    private int ticks = APART;

    AlertService(WatchDependencies dependencies, JournalWriter journalWriter, MissedEvents missedEvents,
            SharedAlerts sharedAlerts) {
        this.dependencies = dependencies;
        this.sharedAlerts = sharedAlerts;
        this.openAlerts = new OpenAlerts(dependencies, journalWriter, sharedAlerts);
        this.missedEvents = missedEvents;
    }

    /** Nothing is judged before that: without its history a migration tells too little. */
    void begin() {
        begun = true;
    }

    Watch.WatchSubscription subscribe(Consumer<AlertsSnapshot> listener) {
        return publisher.add(listener);
    }

    /** These routes of notifications do not deliver. Looked at soon. */
    void show(List<RouteTrouble> troubles) {
        routeTroubles = List.copyOf(troubles);
        isRouteNews = true;
    }

    /**
     * True when it is time to evaluate: soon after something has changed, and now and then because time goes on. Called at
     * every tick, on one thread.
     */
    boolean isDue(Snapshot newest, Instant now) {
        ticks = Math.min(ticks + 1, APART);
        var isDue = begun && ticks == APART && (newest.version() != evaluatedVersion || isRouteNews
                || Duration.between(evaluatedAt, now).abs().compareTo(WITHOUT_NEWS) >= 0);
        if (isDue) {
            ticks = 0;
            isRouteNews = false;
            evaluatedVersion = newest.version();
            evaluatedAt = now;
        }
        return isDue;
    }

    /** Compares what is to be told now with what was told before, keeps the difference, and tells it. */
    void evaluate(Snapshot snapshot) {
        locked(() -> {
            currentAlerts = Stream.concat(
                    alertEvaluator.of(snapshot, dependencies.clock().instant()).stream(),
                    routeTroubles.stream().map(CurrentAlert::of)).toList();
            var raised = openAlerts.update(
                    currentAlerts, alertRecord -> mayEnd(alertRecord, snapshot, dependencies.clock().instant()));
            missedEvents.evaluate(snapshot, activeAlerts(raised));
            if (openAlerts.hasEnded()) {
                // What earlier starts knew can be over without having been among these.
                publisher.publish(AlertsSnapshot.of(activeAlerts(currentAlerts), missedEvents.missed()));
            } else {
                publish();
            }
        });
    }

    /**
     * A connection that was not tried since the start is, like all behind it, what it was when the program ended, and one
     * whose clock has just jumped what it was before.
     */
    private static boolean mayEnd(AlertRecord alertRecord, Snapshot snapshot, Instant now) {
        var ref = alertRecord.migration();
        var isUntried = snapshot.connection(alertRecord.connection())
                .filter(each -> each.isUntried() || (ref != null && !each.knowsTime(now))).isPresent();
        return !isUntried
                || (ref != null && snapshot.migration(new MigrationKey(alertRecord.connection(), ref)).isEmpty());
    }

    private void publish() {
        var alertsSnapshot = AlertsSnapshot.of(activeAlerts(currentAlerts), missedEvents.missed());
        if (!alertsSnapshot.equals(publisher.newest())) {
            publisher.publish(alertsSnapshot);
        }
    }

    private List<ActiveAlert> activeAlerts(List<CurrentAlert> some) {
        return some.stream()
                .filter(each -> each.alert().severity() != Alert.Severity.LOG)
                .map(this::activeAlert).toList();
    }

    private ActiveAlert activeAlert(CurrentAlert current) {
        var alertRecord = Objects.requireNonNull(openAlerts.find(current.alertTopic()));
        return new ActiveAlert(alertRecord, current.alert(), current.subject(), sharedAlerts.claim(alertRecord));
    }

    /** A user knows of these. Returns why that could not be kept; then it is as if nobody had said so. */
    Optional<Fact> acknowledge(Collection<String> ids) {
        lock.lock();
        try {
            var trouble = openAlerts.acknowledge(ids);
            publish();
            return trouble;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
