package dev.longshore.watch.engine;

import dev.longshore.journal.ColleagueNews;
import dev.longshore.journal.FailedLook;
import dev.longshore.journal.JournalException;
import dev.longshore.model.Command;
import dev.longshore.model.Connection;
import dev.longshore.model.LastKnown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what colleagues do on a journal that several programs share: what they ask for, what came of it, and what they
 * put on the list. Blocks, but for {@link #isDue}.
 */
final class Colleagues {
    private static final Logger LOG = LoggerFactory.getLogger(Colleagues.class);
    /** A second, in ticks of the watch. */
    private static final int TICKS_APART = 10;
    private static final int NEWS_PER_PRESENCE = 10;
    private static final Duration LONG_WAIT = Duration.ofSeconds(1);
    private static final Duration LONG_SILENCE = Duration.ofMinutes(1);

    private final WatchState state;
    private final WatchDependencies dependencies;
    private final JournalWriter journalWriter;
    private final MigrationList migrationList;
    private final PollSchedule pollSchedule;
    private int ticks;
    private int asked;
    private long listVersion;
    private boolean isAnybodyThere;
    private boolean isAway;
    private volatile boolean isUnderWay;

    Colleagues(WatchState state, WatchDependencies dependencies, JournalWriter journalWriter,
            MigrationList migrationList, PollSchedule pollSchedule) {
        this.state = state;
        this.dependencies = dependencies;
        this.journalWriter = journalWriter;
        this.migrationList = migrationList;
        this.pollSchedule = pollSchedule;
    }

    /** Before anything else is read: what is recorded from here on is news. */
    void begin() {
        if (dependencies.journal().isShared()) {
            dependencies.journal().showPresence();
            var news = dependencies.journal().colleagueNews(Long.MAX_VALUE);
            listVersion = news.team().listVersion();
            isAnybodyThere = news.team().isAnybodyThere();
            state.change(s -> {
                s.setNewsPosition(news.position());
                s.leaveToColleagues(news.openElsewhere());
            });
        }
    }

    /** True when somebody else watched until now. */
    boolean isAnybodyThere() {
        return isAnybodyThere;
    }

    /** True once a second where there can be colleagues. Called at every tick, on one thread. */
    boolean isDue() {
        ticks++;
        var isDue = ticks >= TICKS_APART && !isUnderWay && dependencies.journal().isShared();
        if (isDue) {
            ticks = 0;
            isUnderWay = true;
        }
        return isDue;
    }

    /**
     * Takes over what is new.
     *
     * @param restore begins to watch a connection that a colleague has made
     * @param readDates reads the dates that users set, when they may have changed
     * @param readRemarks reads what users let each other know, when there is something new
     */
    void catchUp(Consumer<Connection> restore, Runnable readDates, Runnable readRemarks) {
        try {
            if (asked++ % NEWS_PER_PRESENCE == 0) {
                dependencies.journal().showPresence();
            }
            tellWhatTakesLong();
            var news = dependencies.journal().colleagueNews(state.with(WatchState::newsPosition));
            state.with(s -> take(s, news)).forEach(migrationList::settle);
            state.change(s -> s.setColleagues(news.team().names()));
            if (news.team().remarkPosition() > state.with(WatchState::remarkPosition)) {
                readRemarks.run();
            }
            // What waits to be written here may be on the list already.
            if (news.team().listVersion() != listVersion && !journalWriter.hasUnwritten()) {
                readDates.run();
                migrationList.readAgain().forEach(restore);
                listVersion = news.team().listVersion();
            }
            isAway = false;
            journalWriter.wasRead(Optional.empty());
        } catch (JournalException e) {
            if (!isAway) {
                LOG.warn("The journal cannot be read", e);
            }
            isAway = true;
            journalWriter.wasRead(Optional.of(e.fact()));
        } finally {
            isUnderWay = false;
        }
    }

    /**
     * Takes over what colleagues asked for, and their answers.
     *
     * @return the commands about which this program decides from now on, as theirs is gone
     */
    private List<Command> take(WatchState s, ColleagueNews news) {
        s.setNewsPosition(news.position());
        s.leaveToColleagues(news.commands().stream().map(Command::id).toList());
        for (var command : news.commands()) {
            s.record(command);
            var migrationState = s.migration(command.key());
            if (migrationState != null) {
                migrationState.replace(command);
            }
            s.markDatabaseChanged(command.key().ref().database());
        }
        setRounds(s);
        var asking = news.team().asking();
        var own = Math.max(0, asking.indexOf(dependencies.journal().desk()));
        pollSchedule.usePlace(own, Math.max(0, asking.size() - 1));
        news.observations().forEach(each -> take(s, each));
        news.failedLooks().forEach(each -> take(
                s, each, Math.floorMod(own - asking.indexOf(each.desk()) - 1, Math.max(1, asking.size()))));
        var orphaned = new ArrayList<Command>();
        for (var migrationState : s.migrations()) {
            if (migrationState.askedBy != null && !isStillAsking(s, migrationState, news.team().asking())) {
                migrationState.askedBy = null;
                pollSchedule.takeOver(migrationState, dependencies.clock().instant());
                s.markChanged(migrationState);
            }
            migrationState.commands.stream()
                    .filter(each -> each.isOpen() && s.isOfColleague(each)
                            && !news.openElsewhere().contains(each.id()))
                    .forEach(orphaned::add);
        }
        orphaned.forEach(s::takeFromColleague);
        return orphaned;
    }

    /** Where the budget is too small, somebody asks all the time: who was not heard of for a while asks no more. */
    private boolean isStillAsking(WatchState s, MigrationState migrationState, List<String> asking) {
        var connectionState = s.connection(migrationState.key().connection());
        var heard = connectionState == null ? null : connectionState.colleaguesAsked.get(migrationState.askedBy);
        return asking.contains(migrationState.askedBy) && (migrationState.round.isZero() || heard == null
                || Duration.between(heard, dependencies.clock().instant()).compareTo(LONG_SILENCE) < 0);
    }

    private void setRounds(WatchState s) {
        for (var connectionState : s.connections()) {
            var migrations = s.migrationsOf(connectionState.connection.id());
            var round = pollSchedule.round(migrations);
            migrations.forEach(each -> each.round = round);
        }
    }

    private void take(WatchState s, ColleagueNews.ColleagueObservation seen) {
        var migrationState = s.migration(seen.observation().key());
        if (migrationState != null && migrationState.lastKnown != null) {
            correct(s, migrationState, migrationState.lastKnown.correctedBy(seen.lastKnown()));
        }
        if (!seen.desk().equals(dependencies.journal().desk())) {
            takeOfColleague(s, migrationState, seen);
        }
    }

    private static void correct(WatchState s, MigrationState migrationState, LastKnown corrected) {
        if (!corrected.equals(migrationState.lastKnown)) {
            migrationState.lastKnown = corrected;
            s.markChanged(migrationState);
        }
    }

    private void takeOfColleague(
            WatchState s, @Nullable MigrationState migrationState, ColleagueNews.ColleagueObservation seen) {
        var connectionState = s.connection(seen.observation().key().connection());
        if (connectionState != null) {
            connectionState.budget.countColleague(dependencies.clock().instant());
            connectionState.colleaguesAsked.put(seen.desk(), dependencies.clock().instant());
            connectionState.wasGood(seen.lastKnown().observedAt());
            connectionState.followNobody();
        }
        var before = migrationState == null ? null : migrationState.lastKnown;
        if (migrationState == null || (before != null && seen.lastKnown().observedAt().isBefore(before.observedAt()))) {
            return;
        }
        migrationState.remember(seen.observation());
        migrationState.lastKnown = seen.lastKnown();
        migrationState.wasSeen();
        migrationState.observedInThisRun = true;
        migrationState.slept = false;
        migrationState.setBack = Duration.ZERO;
        if (connectionState != null && isToTry(connectionState, migrationState)) {
            connectionState.ownTryAt = null;
            connectionState.ownTries++;
            migrationState.dueBy(dependencies.clock().instant());
        } else if (!migrationState.needsOwnAnswer() && !hasOpenCommand(s, migrationState)) {
            pollSchedule.afterColleague(migrationState, dependencies.clock().instant());
            migrationState.askedBy = seen.desk();
        } else if (migrationState.lacksCredentials()) {
            migrationState.dueBy(dependencies.clock().instant());
        }
        if (before == null || !before.status().equals(seen.lastKnown().status())) {
            s.markDatabaseChanged(migrationState.key().ref().database());
        }
        s.markChanged(migrationState);
    }

    private static boolean hasOpenCommand(WatchState s, MigrationState migrationState) {
        return migrationState.commands.stream().anyMatch(each -> each.isOpen() && !s.isOfColleague(each));
    }

    /** Where only this program's looks failed, it asks about one, by which it finds out whether they still do. */
    private boolean isToTry(ConnectionState connectionState, MigrationState migrationState) {
        return connectionState.api != null && connectionState.ownTryAt != null && migrationState.due != null
                && !connectionState.ownTryAt.isAfter(dependencies.clock().instant());
    }

    /**
     * A colleague got no good answer. One of the others asks again when that one would, so that a desk that alone is cut off
     * or rejected is replaced; where it is not alone, the team asks no more often than one would.
     *
     * @param before how many of the others ask before this program
     */
    private void take(WatchState s, FailedLook failedLook, int before) {
        var now = dependencies.clock().instant();
        var connectionState = s.connection(failedLook.key().connection());
        var migrationState = s.migration(failedLook.key());
        if (connectionState == null || migrationState == null) {
            return;
        }
        connectionState.budget.countColleague(now);
        var isAlone = failedLook.failingSince() != null && connectionState.goodAt != null
                && connectionState.goodAt.isAfter(failedLook.failingSince());
        if (failedLook.heldUntil() != null && !isAlone) {
            connectionState.heldByTeam = pollSchedule.heldAfterFailedLook(
                    failedLook, failedLook.heldUntil(), before, now);
            connectionState.rejectionsElsewhere = Math.max(
                    connectionState.rejectionsElsewhere, failedLook.rejections());
        }
        var isOther = isAlone && migrationState.failures == 0 && !failedLook.desk().equals(migrationState.askedBy);
        if (!isOther && !migrationState.needsOwnAnswer() && !migrationState.requestUnderWay
                && !hasOpenCommand(s, migrationState) && isNewest(migrationState, failedLook)) {
            pollSchedule.afterFailedLook(migrationState, failedLook, before, now);
            migrationState.askedBy = null;
            s.markChanged(migrationState);
        }
    }

    private static boolean isNewest(MigrationState migrationState, FailedLook failedLook) {
        return migrationState.lastKnown == null || failedLook.at().isAfter(migrationState.lastKnown.observedAt());
    }

    /** A question that takes long counts as failed until it is answered, so that the others do not ask meanwhile. */
    private void tellWhatTakesLong() {
        var now = dependencies.clock().instant();
        for (var each : state.with(s -> takeLong(s, now))) {
            dependencies.journal().recordFailedLook(each);
        }
    }

    private List<FailedLook> takeLong(WatchState s, Instant now) {
        var all = new ArrayList<FailedLook>();
        for (var migrationState : s.migrations()) {
            var askedAt = migrationState.askedAt;
            var connectionState = s.connection(migrationState.key().connection());
            if (askedAt != null && connectionState != null
                    && Duration.between(askedAt, now).compareTo(LONG_WAIT) >= 0) {
                migrationState.askedAt = null;
                var failures = migrationState.failures + 1;
                all.add(new FailedLook(
                        migrationState.key(), "", askedAt, failures,
                        askedAt.plus(pollSchedule.afterFailures(failures)), connectionState.failingSince, null, 0));
            }
        }
        return all;
    }
}
