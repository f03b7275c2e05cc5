package dev.longshore.watch;

import dev.longshore.journal.JournalException;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.RegisteredMigration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of migrations: read at the start, and changed by the person. Every method but {@link #read} blocks. */
final class Register {
    private static final Logger LOG = LoggerFactory.getLogger(Register.class);
    private static final int RECENT_COMMANDS = 200;
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final WatchState state;
    private final WatchParts parts;
    private final Records records;
    private final Poller poller;
    private final WatchSettings settings;

    Register(WatchState state, WatchParts parts, Records records, Poller poller, WatchSettings settings) {
        this.state = state;
        this.parts = parts;
        this.records = records;
        this.poller = poller;
        this.settings = settings;
    }

    /** Takes over what the journal knows, before anything is asked. */
    void read() {
        var journal = parts.journal();
        var lastKnown = journal.lastKnown();
        var now = parts.clock().instant();
        state.with(s -> {
            s.found(journal.notice());
            for (var connection : journal.connections()) {
                var line = Lines.of(connection, settings, now);
                line.databases = journal.databases(connection.id());
                s.put(line);
            }
            journal.register().forEach(registered -> s.put(entry(registered, lastKnown)));
            journal.recentCommands(RECENT_COMMANDS).reversed().forEach(command -> take(s, command));
            return s;
        });
        journal.openCommands().forEach(this::settleAtStart);
    }

    /** Takes over the history of every migration, for forecasts and deadlines; may take a while. */
    void readHistories() {
        var from = parts.clock().instant().minus(REMEMBERED);
        for (var key : state.with(s -> s.entries().stream().map(Entry::key).toList())) {
            try {
                var history = parts.journal().history(key, from);
                state.with(s -> remember(s, key, history));
            } catch (JournalException e) {
                LOG.warn("The history of {} could not be read", key, e);
            }
        }
    }

    private static WatchState remember(WatchState s, MigrationKey key, History history) {
        var entry = s.entry(key);
        if (entry != null) {
            entry.remember(history);
            s.touch(entry);
            if (entry.importedAt() != null) {
                s.touchDatabase(key.ref().database());
            }
        }
        return s;
    }

    private static Entry entry(RegisteredMigration registered, Map<MigrationKey, LastKnown> lastKnown) {
        var entry = new Entry(registered);
        entry.lastKnown = lastKnown.get(registered.key());
        return entry;
    }

    private static void take(WatchState s, Command command) {
        s.note(command);
        var entry = s.entry(command.key());
        if (entry != null) {
            entry.replace(command);
        }
    }

    /** A command whose call may have left when the program ended: observation decides, the call is never repeated. */
    private void settleAtStart(Command command) {
        var settled = command.state() instanceof CommandState.Requested
                ? command.reached(new CommandState.Unanswered(
                        parts.clock().instant(),
                        "Longshore ended before the answer came; the next observation decides whether it happened."))
                : command;
        if (!settled.equals(command)) {
            records.write(journal -> journal.reached(settled.id(), settled.state()));
        }
        state.with(s -> {
            take(s, settled);
            return s;
        });
    }

    AddOutcome add(MigrationKey key, String name, List<String> tags) {
        if (state.with(s -> s.entry(key) != null)) {
            change(key, there -> completed(there, name, tags));
            return new AddOutcome.AlreadyThere(key);
        }
        if (state.with(s -> s.line(key.connection()) == null)) {
            return new AddOutcome.NotAdded("There is no such connection any more.");
        }
        var registered = new RegisteredMigration(
                key, name.strip(), words(tags), parts.clock().instant());
        var trouble = records.write(journal -> journal.keep(registered));
        if (trouble.isPresent()) {
            return new AddOutcome.NotAdded("It could not be put on the list: " + trouble.get());
        }
        state.with(s -> {
            var entry = new Entry(registered);
            entry.begin(parts.clock().instant());
            s.put(entry);
            s.touchDatabase(key.ref().database());
            return s;
        });
        poller.askNow(key);
        return state.with(s -> firstAnswer(s, key));
    }

    /** What a person has said of it before is worth more than what comes with a file. */
    private static RegisteredMigration completed(RegisteredMigration there, String name, List<String> tags) {
        var named = there.name().isBlank() ? there.named(name.strip()) : there;
        return there.tags().isEmpty() ? named.tagged(words(tags)) : named;
    }

    private static AddOutcome firstAnswer(WatchState s, MigrationKey key) {
        var entry = s.entry(key);
        if (entry == null) {
            return new AddOutcome.NotAdded("It was taken off the list again.");
        }
        if (entry.problem != null) {
            return new AddOutcome.AddedUnseen(key, entry.problem.sentence());
        }
        return entry.lastKnown == null
                ? new AddOutcome.AddedUnseen(
                        key, "It is on the list; it will be asked about as soon as the connection allows.")
                : new AddOutcome.Added(key, "Found: its status is " + entry.lastKnown.status().raw() + ".");
    }

    void rename(MigrationKey key, String name) {
        change(key, registered -> registered.named(name.strip()));
    }

    void tag(MigrationKey key, List<String> tags) {
        change(key, registered -> registered.tagged(words(tags)));
    }

    private static List<String> words(List<String> tags) {
        return tags.stream().map(String::strip).filter(each -> !each.isEmpty()).distinct().toList();
    }

    /** One change after the other: the second of two builds on the first. */
    private synchronized void change(MigrationKey key, UnaryOperator<RegisteredMigration> difference) {
        var before = state.with(s -> {
            var entry = s.entry(key);
            return entry == null ? null : entry.registered;
        });
        var changed = before == null ? null : difference.apply(before);
        if (changed == null || changed.equals(before)
                || records.write(journal -> journal.keep(changed)).isPresent()) {
            return;
        }
        state.with(s -> {
            var entry = s.entry(key);
            if (entry != null) {
                entry.registered = changed;
                s.touchDatabase(key.ref().database());
            }
            return s;
        });
    }

    void remove(MigrationKey key) {
        if (records.write(journal -> journal.remove(key)).isEmpty()) {
            state.with(s -> {
                s.remove(key);
                return s;
            });
        }
    }
}
