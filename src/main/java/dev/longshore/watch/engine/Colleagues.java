package dev.longshore.watch.engine;

import dev.longshore.journal.ColleagueNews;
import dev.longshore.journal.JournalException;
import dev.longshore.model.Command;
import dev.longshore.model.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
        pollSchedule.usePlace(Math.max(0, news.team().asking().indexOf(dependencies.journal().desk())));
        news.observations().forEach(each -> take(s, each));
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
        var connectionState = s.connection(seen.observation().key().connection());
        if (connectionState != null && !seen.desk().equals(dependencies.journal().desk())) {
            connectionState.budget.countColleague(dependencies.clock().instant());
            connectionState.colleaguesAsked.put(seen.desk(), dependencies.clock().instant());
        }
        var migrationState = s.migration(seen.observation().key());
        if (migrationState != null && migrationState.lastKnown != null) {
            migrationState.lastKnown = migrationState.lastKnown.correctedBy(seen.lastKnown());
            s.markChanged(migrationState);
        }
        var before = migrationState == null ? null : migrationState.lastKnown;
        if (seen.desk().equals(dependencies.journal().desk()) || migrationState == null
                || (before != null && seen.lastKnown().observedAt().isBefore(before.observedAt()))) {
            return;
        }
        migrationState.remember(seen.observation());
        migrationState.lastKnown = seen.lastKnown();
        migrationState.problem = null;
        migrationState.observedInThisRun = true;
        migrationState.slept = false;
        migrationState.setBack = Duration.ZERO;
        if (!migrationState.needsOwnAnswer()
                && migrationState.commands.stream().noneMatch(each -> each.isOpen() && !s.isOfColleague(each))) {
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
}
