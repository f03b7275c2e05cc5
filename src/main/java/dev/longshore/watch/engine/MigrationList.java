package dev.longshore.watch.engine;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.FreeText;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Timed;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.watch.AddOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of migrations: read at the start, and changed by the user. Every method but {@link #read} blocks. */
final class MigrationList {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationList.class);
    private static final int RECENT_COMMANDS = 200;
    private static final Duration REMEMBERED = Duration.ofDays(30);
    /** What was observed later than this from now was observed before the clock was set back. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    private final WatchState state;
    private final WatchDependencies dependencies;
    private final JournalWriter journalWriter;
    private final Poller poller;
    private final PollSchedule pollSchedule;

    MigrationList(WatchState state, WatchDependencies dependencies, JournalWriter journalWriter, Poller poller,
            PollSchedule pollSchedule) {
        this.state = state;
        this.dependencies = dependencies;
        this.journalWriter = journalWriter;
        this.poller = poller;
        this.pollSchedule = pollSchedule;
    }

    /** Takes over what the journal knows, before anything is asked. */
    void read() {
        var journal = dependencies.journal();
        var lastKnown = journal.lastKnown();
        var now = dependencies.clock().instant();
        state.with(s -> {
            s.setNotice(journal.notice());
            for (var connection : connections(journal)) {
                var connectionState = ConnectionHealthRules.of(connection, pollSchedule.settings(), now);
                connectionState.databases = journal.databases(connection.id());
                s.put(connectionState);
            }
            journal.register().forEach(registered -> s.put(newState(registered, lastKnown.get(registered.key()), now)));
            journal.recentCommands(RECENT_COMMANDS).reversed().forEach(command -> take(s, command));
            return s;
        });
        journal.openCommands().forEach(this::settle);
    }

    /** Where the journal may only be read, nothing may be changed over any of them either. */
    private static List<Connection> connections(Journal journal) {
        return journal.isForReading()
                ? journal.connections().stream().map(Connection::forReading).toList() : journal.connections();
    }

    /** Takes over the history of every migration, for forecasts and deadlines; may take a while. */
    void readHistories() {
        var from = dependencies.clock().instant().minus(REMEMBERED);
        for (var key : state.with(s -> s.migrations().stream().map(MigrationState::key).toList())) {
            try {
                var history = dependencies.journal().history(key, from);
                state.with(s -> remember(s, key, history));
            } catch (JournalException e) {
                LOG.warn("The history of {} could not be read", key, e);
            }
        }
    }

    private static WatchState remember(WatchState s, MigrationKey key, History history) {
        var migrationState = s.migration(key);
        if (migrationState != null) {
            migrationState.remember(history);
            s.markChanged(migrationState);
            if (migrationState.importedAt() != null) {
                s.markDatabaseChanged(key.ref().database());
            }
        }
        return s;
    }

    private static MigrationState newState(
            RegisteredMigration registered, @Nullable LastKnown lastKnown, Instant now) {
        var migrationState = new MigrationState(registered);
        migrationState.lastKnown = lastKnown;
        if (lastKnown != null && lastKnown.observedAt().isAfter(now.plus(CLOCK_SLACK))) {
            migrationState.setBack = null;
        }
        return migrationState;
    }

    private static void take(WatchState s, Command command) {
        s.record(command);
        var migrationState = s.migration(command.key());
        if (migrationState != null) {
            migrationState.replace(command);
        }
    }

    /**
     * The list and the connections as colleagues have changed them. What was put on the list within the last minute stays:
     * it may not be in what was read.
     *
     * @return the connections that are new here
     */
    List<Connection> readAgain() {
        var journal = dependencies.journal();
        var listed = journal.register();
        var kept = connections(journal);
        var lastKnown = journal.lastKnown();
        var databases = newListings(journal);
        var now = dependencies.clock().instant();
        return state.with(s -> {
            var added = kept.stream().filter(each -> s.connection(each.id()) == null).toList();
            added.forEach(each -> s.put(ConnectionHealthRules.of(each, pollSchedule.settings(), now)));
            databases.forEach((id, list) -> Optional.ofNullable(s.connection(id)).ifPresent(
                    each -> DatabaseListing.applyColleague(s, each, list, pollSchedule.turn())));
            var keys = new HashSet<MigrationKey>();
            for (var each : listed) {
                keys.add(each.key());
                takeListed(s, each, lastKnown.get(each.key()), now);
            }
            s.migrations().stream().map(each -> each.registered)
                    .filter(each -> !keys.contains(each.key())
                            && each.registeredAt().isBefore(now.minus(CLOCK_SLACK)))
                    .map(RegisteredMigration::key).toList().forEach(s::remove);
            return added;
        });
    }

    /** What colleagues have listed since it was read last. */
    private Map<ConnectionId, Timed<List<Database>>> newListings(Journal journal) {
        var listings = new HashMap<ConnectionId, Timed<List<Database>>>();
        journal.databasesListedAt().forEach((id, at) -> {
            var before = state.with(s -> Optional.ofNullable(s.connection(id)).map(each -> each.listedAt));
            if (before.filter(each -> !each.isBefore(at)).isEmpty()) {
                listings.put(id, new Timed<>(journal.databases(id), at));
            }
        });
        return listings;
    }

    private void takeListed(
            WatchState s, RegisteredMigration listed, @Nullable LastKnown known, Instant now) {
        var there = s.migration(listed.key());
        if (there == null) {
            var added = newState(listed, known, now);
            pollSchedule.beginAfterColleague(added, now);
            s.put(added);
            s.markDatabaseChanged(listed.key().ref().database());
        } else if (!there.registered.equals(listed)) {
            there.registered = listed;
            s.markChanged(there);
        }
    }

    /** A command whose call may have left when its program ended: observation decides, the call is never repeated. */
    void settle(Command command) {
        var settled = command.state() instanceof CommandState.Requested
                ? command.withState(new CommandState.Unanswered(
                        dependencies.clock().instant(),
                        Fact.sentences(
                                Fact.of(WatchFact.CLOSED_BEFORE_REPLY), Fact.of(WatchFact.NEXT_STATUS_DECIDES))))
                : command;
        if (!settled.equals(command)) {
            journalWriter.writeNowOrLater(journal -> journal.recordState(settled.id(), settled.state()));
        }
        state.with(s -> {
            take(s, settled);
            return s;
        });
    }

    AddOutcome add(MigrationKey key, String name, List<String> tags) {
        var refused = FreeText.refusal(name, tags);
        if (refused.isPresent()) {
            return new AddOutcome.NotAdded(Fact.of(WatchFact.NOT_ADDED, refused.get()));
        }
        if (state.with(s -> s.migration(key) != null)) {
            change(key, there -> completed(there, name, tags));
            return new AddOutcome.AlreadyThere(key);
        }
        if (state.with(s -> s.connection(key.connection()) == null)) {
            return new AddOutcome.NotAdded(Fact.of(WatchFact.CONNECTION_REMOVED));
        }
        var registered = new RegisteredMigration(
                key, name.strip(), normalized(tags), dependencies.clock().instant());
        var trouble = journalWriter.write(journal -> journal.save(registered));
        if (trouble.isPresent()) {
            return new AddOutcome.NotAdded(Fact.of(WatchFact.NOT_ADDED, trouble.get()));
        }
        poller.begin(registered);
        return state.with(s -> firstAnswer(s, key));
    }

    /** What a user has said of it before is worth more than what comes with a file. */
    private static RegisteredMigration completed(RegisteredMigration there, String name, List<String> tags) {
        var named = there.name().isBlank() ? there.named(name.strip()) : there;
        return there.tags().isEmpty() ? named.tagged(normalized(tags)) : named;
    }

    private static AddOutcome firstAnswer(WatchState s, MigrationKey key) {
        var migrationState = s.migration(key);
        if (migrationState == null) {
            return new AddOutcome.NotAdded(Fact.of(WatchFact.ADDED_AND_REMOVED));
        }
        if (migrationState.problem != null) {
            return new AddOutcome.AddedUnseen(key, migrationState.problem.fact());
        }
        return migrationState.lastKnown == null
                ? new AddOutcome.AddedUnseen(key, Fact.of(WatchFact.ADDED_NOT_CHECKED))
                : new AddOutcome.Added(key, migrationState.lastKnown.status());
    }

    /** @throws FactException where the name must not be written down */
    void rename(MigrationKey key, String name) {
        require(FreeText.refusal(name));
        change(key, registered -> registered.named(name.strip()));
    }

    /** @throws FactException where a tag must not be written down */
    void tag(MigrationKey key, List<String> tags) {
        require(FreeText.refusal("", tags));
        change(key, registered -> registered.tagged(normalized(tags)));
    }

    private static void require(Optional<Fact> refusal) {
        if (refusal.isPresent()) {
            throw new FactException(refusal.get());
        }
    }

    private static List<String> normalized(List<String> tags) {
        return tags.stream().map(String::strip).filter(each -> !each.isEmpty()).distinct().toList();
    }

    /** One change after the other: the second of two builds on the first. */
    private synchronized void change(MigrationKey key, UnaryOperator<RegisteredMigration> difference) {
        var before = state.with(s -> {
            var migrationState = s.migration(key);
            return migrationState == null ? null : migrationState.registered;
        });
        var changed = before == null ? null : difference.apply(before);
        if (changed == null || changed.equals(before)
                || journalWriter.write(journal -> journal.save(changed)).isPresent()) {
            return;
        }
        state.with(s -> {
            var migrationState = s.migration(key);
            if (migrationState != null) {
                migrationState.registered = changed;
                s.markDatabaseChanged(key.ref().database());
            }
            return s;
        });
    }

    void remove(MigrationKey key) {
        if (journalWriter.write(journal -> journal.remove(key)).isEmpty()) {
            state.with(s -> {
                s.remove(key);
                return s;
            });
        }
    }
}
