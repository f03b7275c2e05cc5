package dev.longshore.watch;

import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.Command;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the watch remembers, behind one lock. Work under the lock is short: no network, no disk, no listener.
 */
final class WatchState {
    private static final int RECENT_COMMANDS = 500;

    private final Map<ConnectionId, Line> lines = new LinkedHashMap<>();
    private final Map<MigrationKey, Entry> entries = new LinkedHashMap<>();
    private final Deque<Command> recent = new ArrayDeque<>();
    private Optional<String> trouble = Optional.empty();
    private Optional<String> notice = Optional.empty();
    private boolean changed = true;
    private boolean closed;
    private final List<DevOpsApi> toClose = new ArrayList<>();

    /** Does {@code work} under the lock and brings back what it returns; what it hung up is closed after that. */
    <T extends @Nullable Object> T with(Function<WatchState, T> work) {
        var left = new ArrayList<DevOpsApi>();
        try {
            synchronized (this) {
                try {
                    return work.apply(this);
                } finally {
                    left.addAll(toClose);
                    toClose.clear();
                }
            }
        } finally {
            left.forEach(DevOpsApi::close);
        }
    }

    /** Does {@code work} under the lock. */
    void change(Consumer<WatchState> work) {
        with(s -> {
            work.accept(s);
            return s;
        });
    }

    /** Ends the calls of a connection and lets go of its token. */
    void hangUp(Line line) {
        if (line.api != null) {
            toClose.add(line.api);
            line.api = null;
        }
    }

    /** Asks through {@code api} from now on; not any more once the watch was closed. */
    void connect(Line line, DevOpsApi api) {
        hangUp(line);
        if (closed) {
            toClose.add(api);
        } else {
            line.api = api;
        }
    }

    /** Hangs up everywhere, for good. */
    void close() {
        closed = true;
        lines.values().forEach(this::hangUp);
    }

    @Nullable
    Line line(ConnectionId id) {
        return lines.get(id);
    }

    @Nullable
    Entry entry(MigrationKey key) {
        return entries.get(key);
    }

    Collection<Line> lines() {
        return lines.values();
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    List<Entry> entriesOf(ConnectionId id) {
        return entries.values().stream()
                .filter(each -> each.key().connection().equals(id))
                .toList();
    }

    List<Command> recentCommands() {
        return List.copyOf(recent);
    }

    /** What is wrong with the journal now, else what was found when it was opened. */
    Optional<String> trouble() {
        return trouble.or(() -> notice);
    }

    void put(Line line) {
        lines.put(line.connection.id(), line);
        changed = true;
    }

    void put(Entry entry) {
        entries.put(entry.key(), entry);
        touch(entry);
    }

    void remove(MigrationKey key) {
        entries.remove(key);
        touchDatabase(key.ref().database());
    }

    void remove(ConnectionId id) {
        var line = lines.remove(id);
        if (line != null) {
            hangUp(line);
        }
        entries.keySet().removeIf(key -> key.connection().equals(id));
        changed = true;
    }

    /** Takes note of what was found when the journal was opened. */
    void found(Optional<String> sentence) {
        changed |= !notice.equals(sentence);
        notice = sentence;
    }

    void say(Optional<String> sentence) {
        changed |= !trouble.equals(sentence);
        trouble = sentence;
    }

    /** Takes note of a command's newest state, newest command first. */
    void note(Command command) {
        if (recent.stream().anyMatch(each -> each.id().equals(command.id()))) {
            var updated = recent.stream()
                    .map(each -> each.id().equals(command.id()) ? command : each)
                    .toList();
            recent.clear();
            recent.addAll(updated);
        } else {
            recent.addFirst(command);
        }
        while (recent.size() > RECENT_COMMANDS) {
            recent.removeLast();
        }
        changed = true;
    }

    /** Its view in the next snapshot is made anew. */
    void touch(Entry entry) {
        entry.view = null;
        changed = true;
    }

    /** The views of all migrations of a database are made anew: what one does decides what another may do. */
    void touchDatabase(DatabaseId database) {
        for (var entry : entries.values()) {
            if (entry.key().ref().database().equals(database)) {
                entry.view = null;
            }
        }
        changed = true;
    }

    /** The views of all migrations of a connection are made anew. */
    void touch(Line line) {
        entriesOf(line.connection.id()).forEach(this::touch);
        changed = true;
    }

    /** True once after anything has changed. */
    boolean takeChanged() {
        var was = changed;
        changed = false;
        return was;
    }
}
