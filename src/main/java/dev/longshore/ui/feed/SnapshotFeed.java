package dev.longshore.ui.feed;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.Forecast;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.advice.NextStep;
import dev.longshore.model.advice.RiskRank;
import dev.longshore.model.cleanup.Collision;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.forecast.DatabaseForecast;
import dev.longshore.model.forecast.DatabaseForecast.DatabaseImport;
import dev.longshore.model.forecast.UploadPlan;
import dev.longshore.model.lifecycle.Situation;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.LatestValueForwarder;
import dev.longshore.ui.fx.UiThread;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.Watch;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * What is known now, for all screens: the newest snapshot, the part of it the user chose to see, and the time, which
 * moves at least once a second. FX thread only.
 */
public final class SnapshotFeed implements AutoCloseable {
    private static final long NEVER = -1;
    /** For how many seconds after the user did something news are shown at once. */
    private static final int ATTENTIVE_SECONDS = 10;
    private static final int MOST_AT_ONCE = 1_000;
    /** Nobody sees a window that is minimised; its title follows nevertheless. */
    private static final int UNSEEN_SECONDS = 30;

    private final ReadOnlyObjectWrapper<Snapshot> snapshot;
    private final ReadOnlyObjectWrapper<Snapshot> shown;
    private final ReadOnlyObjectWrapper<Snapshot> throttled;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyLongWrapper seconds = new ReadOnlyLongWrapper(this, "seconds");
    private final ObjectProperty<Optional<ConnectionId>> connection = new SimpleObjectProperty<>(this, "connection",
            Optional.empty());
    private final ObjectProperty<Predicate<WatchedMigration>> filter = new SimpleObjectProperty<>(this, "filter",
            _ -> true);
    private final ObservableMap<MigrationKey, UploadPlan> uploads = FXCollections.observableHashMap();
    private final UploadKnowledge uploadKnowledge = new UploadKnowledge();
    private final InstantSource clock;
    private final UiThread thread;
    private final Watch.WatchSubscription subscription;
    private final LatestValueForwarder<Snapshot> news;
    /** With the frame in which the time moves, not with the next: each frame costs far more than the news in it. */
    private volatile boolean isNewsEachSecond;
    private long attentiveUntil = NEVER;
    private boolean isTimeOutdated;
    private boolean isNews;
    private boolean isSeen = true;
    private boolean isFollowed = true;
    private long throttledSince;

    /** Begins to listen to the watch. */
    public SnapshotFeed(UiContext context) {
        clock = context.clock();
        thread = context.thread();
        snapshot = new ReadOnlyObjectWrapper<>(this, "snapshot", context.watch().snapshot());
        shown = new ReadOnlyObjectWrapper<>(this, "shown", snapshot.get());
        throttled = new ReadOnlyObjectWrapper<>(this, "calm", snapshot.get());
        now = new ReadOnlyObjectWrapper<>(this, "now", clock.instant());
        connection.subscribe(() -> {
            showChosen();
            throttled.set(shown.get());
        });
        news = new LatestValueForwarder<>(context.thread(), () -> isNewsEachSecond, this::accept);
        subscription = context.watch().subscribe(news);
        // What was there already is not the news of the first second.
        throttledSince = NEVER;
    }

    /** The newest snapshot. */
    public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** The newest snapshot, with the migrations and commands of the chosen connection only. */
    public ReadOnlyObjectProperty<Snapshot> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /**
     * The same for a screen that shows many migrations at once and would have too much to do in every frame: the first
     * news of a second at once, and what came after it when the second is over.
     */
    public ReadOnlyObjectProperty<Snapshot> throttledProperty() {
        return throttled.getReadOnlyProperty();
    }

    /** What the user typed to narrow what is seen; the snapshots above hold the others too. */
    public ObjectProperty<Predicate<WatchedMigration>> filterProperty() {
        return filter;
    }

    /** Which connection the user chose to see; empty for all. */
    public ObjectProperty<Optional<ConnectionId>> connectionProperty() {
        return connection;
    }

    /** Sees to it that a migration is among those that are shown: another connection may have been chosen. */
    public void reveal(MigrationKey key) {
        reveal(key.connection());
    }

    /** Sees to it that what belongs to a connection is shown: another one may have been chosen. */
    public void reveal(ConnectionId wanted) {
        if (connection.get().filter(id -> !id.equals(wanted)).isPresent()) {
            connection.set(Optional.empty());
        }
    }

    /** The time for which ages and distances are shown, in UTC; news of this second may be newer. */
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** What is known of a migration, if it is on the list. */
    public Optional<WatchedMigration> migration(MigrationKey key) {
        return snapshot.get().migration(key);
    }

    /** The service's time now for a migration, as far as its clock is known, in UTC: what deadlines are counted by. */
    public Instant serviceTime(MigrationKey migration) {
        var moment = now.get();
        return snapshot.get().connection(migration.connection()).map(each -> each.serviceTime(moment)).orElse(moment);
    }

    /** What the rules look at, now: a migration that has not changed since is given out as it was made. */
    public Situation situation(WatchedMigration migration) {
        return migration.situation().at(serviceTime(migration.key()));
    }

    /** The migrations that were made in the place of that one, directly or not, in the order of the list. */
    public List<WatchedMigration> laterAttempts(MigrationKey migration) {
        return snapshot.get().index().laterAttempts(migration);
    }

    /** What the user said of uploads, by migration. */
    public ObservableMap<MigrationKey, UploadPlan> uploads() {
        return uploads;
    }

    /** What is known of uploads besides: ledgers and keyspaces. */
    public UploadKnowledge uploadKnowledge() {
        return uploadKnowledge;
    }

    /** When its import is expected to end; while files are received, when its upload is, if the user gave sizes. */
    public Forecast expectedEnd(WatchedMigration migration) {
        var plan = Optional.ofNullable(uploads.get(migration.key()));
        var receives = migration.situation().phase().filter(Phase.RECEIVING_FILES::equals);
        return receives.flatMap(_ -> plan).map(UploadPlan::forecast).orElse(migration.forecast());
    }

    /** When all imports into a database are expected to have ended. */
    public Forecast databaseEnd(Collection<WatchedMigration> ofDatabase) {
        return DatabaseForecast.of(ofDatabase.stream().map(this::databaseImport).toList(), now.get());
    }

    /** What the forecast of a database looks at. */
    public DatabaseImport databaseImport(WatchedMigration migration) {
        var plan = uploads.get(migration.key());
        var known = migration.lastKnown();
        var progress = known == null ? null : known.progress();
        return new DatabaseImport(migration.situation().phase(), migration.forecast(),
                progress == null ? OptionalDouble.empty() : progress.value().percent(),
                plan == null ? OptionalLong.empty() : OptionalLong.of(plan.totalBytes()));
    }

    /** What the collision guard says of a migration now; empty before the first answer. */
    public Optional<Collision> collision(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown()).map(known -> CollisionGuard.assess(
                serviceTime(migration.key()), known.status(), migration.deadlines(), expectedEnd(migration)));
    }

    /** Where it stands in the order of risk. */
    public RiskRank rank(WatchedMigration migration) {
        return RiskRank.of(situation(migration), migration.deadlines(), expectedEnd(migration),
                migration.problem() != null, migration.latest());
    }

    /** The most urgent thing to do about a migration; that there is no answer comes before all else. */
    public NextStep nextStep(WatchedMigration migration) {
        if (migration.lastKnown() == null && migration.problem() != null) {
            return NextStep.withoutStatus();
        }
        return NextStep.of(situation(migration), migration.deadlines(), expectedEnd(migration), migration.latest(),
                migration.silence(now.get()));
    }

    /** Seconds of real life since the window was opened, for what a user is given time for. */
    public ReadOnlyLongProperty secondsProperty() {
        return seconds.getReadOnlyProperty();
    }

    /** A second of real life has passed, however fast the clock runs. */
    public void tick() {
        tick(true);
    }

    /**
     * The same, where the window may be minimised.
     *
     * @param seen whether anybody can see it
     */
    public void tick(boolean seen) {
        var second = seconds.get() + 1;
        isSeen = seen;
        isFollowed = seen || second % UNSEEN_SECONDS == 0;
        if (isFollowed) {
            isTimeOutdated = false;
            thread.runNextFrame(this::update);
        }
        seconds.set(second);
        publishThrottled();
    }

    /** Whether anybody can see the window. */
    public boolean isSeen() {
        return isSeen;
    }

    /** Whether what is shown follows the time in this second: a window that nobody sees does so now and then. */
    public boolean isFollowed() {
        return isFollowed;
    }

    /**
     * From now on news wait for the next second, unless the user has just done something. Of thousands of migrations the
     * news of a second would be too many for one frame.
     */
    public void showNewsEachSecond() {
        var isAttentive = seconds.get() <= attentiveUntil;
        var isMany = snapshot.get().migrations().size() > MOST_AT_ONCE;
        isNewsEachSecond = !isAttentive && !isMany;
    }

    /** The user does something, and wants to see what comes of it as soon as it is known. */
    public void showNewsAtOnce() {
        attentiveUntil = seconds.get() + ATTENTIVE_SECONDS;
        isNewsEachSecond = false;
        thread.runNextFrame(this::update);
    }

    private void update() {
        updateTime();
        news.deliver();
    }

    /** Once a second, with the first news of it: whatever shows an age is written anew when the time moves. */
    private void updateTime() {
        if (!isTimeOutdated) {
            isTimeOutdated = true;
            now.set(clock.instant());
        }
    }

    /** Stops listening. */
    @Override
    public void close() {
        subscription.close();
    }

    private void accept(Snapshot next) {
        updateTime();
        snapshot.set(next);
        showChosen();
        isNews = true;
        publishThrottled();
    }

    private void publishThrottled() {
        if (isNews && throttledSince != seconds.get()) {
            isNews = false;
            throttledSince = seconds.get();
            FrameSchedule.THROTTLED_SNAPSHOT.run(thread, () -> throttled.set(shown.get()));
        }
    }

    private void showChosen() {
        var all = snapshot.get();
        shown.set(connection.get().map(all::ofConnection).orElse(all));
    }
}
