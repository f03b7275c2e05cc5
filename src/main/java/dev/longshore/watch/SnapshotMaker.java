package dev.longshore.watch;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupClock;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.ImportForecast;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Notices;
import dev.longshore.model.Situation;
import dev.longshore.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the immutable snapshot out of what the watch remembers; every method is called under the lock. */
final class SnapshotMaker {
    private static final Status NOT_OBSERVED = new Status.Unknown("not observed yet");
    private static final int SHORT_ID = 8;

    private long version;

    Snapshot make(WatchState s, Instant now) {
        var siblings = new Siblings(s);
        var migrations = new ArrayList<WatchedMigration>();
        for (var entry : s.entries()) {
            var line = s.line(entry.key().connection());
            if (line != null) {
                migrations.add(view(entry, line, siblings, now));
            }
        }
        return new Snapshot(
                ++version,
                now,
                s.lines().stream().map(SnapshotMaker::view).toList(),
                migrations,
                s.recentCommands(),
                s.trouble());
    }

    Situation situation(WatchState s, Entry entry, Instant now) {
        var line = s.line(entry.key().connection());
        if (line == null) {
            throw new IllegalStateException("A migration without its connection: " + entry.key());
        }
        return situation(entry, line, new Siblings(s), now);
    }

    private static WatchedConnection view(Line line) {
        return new WatchedConnection(
                line.connection,
                line.health,
                line.token,
                line.databases,
                line.lastAnswerAt,
                line.answerTime,
                line.clockOffset);
    }

    private static WatchedMigration view(Entry entry, Line line, Siblings siblings, Instant now) {
        if (entry.view == null) {
            var database = database(line, entry.key().ref().database());
            var history = entry.history();
            entry.view = new WatchedMigration(
                    entry.key(),
                    nameOf(entry, database),
                    entry.registered.tags(),
                    line.connection,
                    database,
                    entry.lastKnown,
                    entry.problem,
                    entry.oddities,
                    entry.latest(),
                    ImportForecast.of(entry.lastKnown, history, serviceTime(line, now)),
                    CleanupClock.deadlines(entry.lastKnown, history),
                    entry.credentials,
                    new WatchedMigration.Poll(entry.interval, line.api == null ? null : entry.due, entry.asking),
                    situation(entry, line, siblings, now),
                    Notices.ofHistory(entry.lastKnown, history));
        }
        return entry.view;
    }

    private static Situation situation(Entry entry, Line line, Siblings siblings, Instant now) {
        return new Situation(
                serviceTime(line, now),
                entry.lastKnown,
                line.connection.readOnly(),
                entry.open(),
                siblings.of(entry.key().ref()));
    }

    private static Instant serviceTime(Line line, Instant now) {
        return line.clockOffset == null ? now : now.plus(line.clockOffset);
    }

    /** The person's own name, or where there is none the database's and the beginning of the ID. */
    private static String nameOf(Entry entry, @Nullable Database database) {
        if (!entry.registered.name().isBlank()) {
            return entry.registered.name();
        }
        var ref = entry.key().ref();
        var id = ref.migration().value();
        var home = database == null ? ref.database().value() : database.label();
        return home + " " + id.substring(0, Math.min(SHORT_ID, id.length()));
    }

    private static @Nullable Database database(Line line, DatabaseId id) {
        return line.databases.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The migrations of each database, gathered once per snapshot and only when a view needs them. */
    private static final class Siblings {
        private final WatchState state;
        private final Map<DatabaseId, List<Named>> byDatabase = new HashMap<>();

        private record Named(MigrationRef ref, Situation.Sibling sibling) {}

        Siblings(WatchState state) {
            this.state = state;
        }

        List<Situation.Sibling> of(MigrationRef ref) {
            if (byDatabase.isEmpty()) {
                state.entries().forEach(this::gather);
            }
            return byDatabase.getOrDefault(ref.database(), List.of()).stream()
                    .filter(each -> !each.ref().equals(ref))
                    .map(Named::sibling)
                    .toList();
        }

        private void gather(Entry entry) {
            var status = entry.status();
            var open = entry.open();
            var sibling = new Situation.Sibling(
                    nameOf(entry, null),
                    status == null ? NOT_OBSERVED : status,
                    open != null && open.action() == Action.LAUNCH,
                    entry.importedAt());
            byDatabase
                    .computeIfAbsent(entry.key().ref().database(), _ -> new ArrayList<>())
                    .add(new Named(entry.key().ref(), sibling));
        }
    }
}
